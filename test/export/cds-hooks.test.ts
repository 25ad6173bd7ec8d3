import { expect, it } from "vitest";
import { cdsHooksResponse } from "../../src/export";
import { assessed } from "../cases/answer";
import { highWoman, prednisone } from "../cases/build";

/** What CDS Hooks 2.0 asks of a card. */
it("gives every statement as a card with summary, indicator and source", () => {
  const assessment = assessed(highWoman({ meds: [prednisone(10)] }));
  const { cards } = JSON.parse(JSON.stringify(cdsHooksResponse(assessment)));
  expect(cards).toHaveLength(assessment.findings.length);
  for (const card of cards) {
    expect(card.summary.length).toBeGreaterThan(0);
    expect(card.summary.length).toBeLessThan(140);
    expect(["info", "warning", "critical"]).toContain(card.indicator);
    expect(card.source.label).not.toBe("");
    if (card.suggestions) expect(card.selectionBehavior).toBeDefined();
  }
  expect(new Set(cards.map(({ uuid }: { uuid: string }) => uuid)).size).toBe(cards.length);
});
