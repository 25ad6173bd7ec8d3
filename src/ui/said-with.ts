/** Statements that say once more what an item of the work-up says, by the item's finding: one message, not several (S50). */
export const SAID_WITH: Readonly<Record<string, readonly string[]>> = { "W-DENTAL": ["S29", "S50", "D17"] };

/** What an item that was done settles of the steps before a drug. A test that was done still has a result to come. */
export const STEP_OF: Readonly<Record<string, string>> = { "W-DENTAL": "(S29)" };
