import type { Assessment, Card } from "../rules";

/** The response of a CDS Hooks 2.0 service: every statement as a card with its source. */
export function cdsHooksResponse({ findings }: Assessment): { cards: Card[] } {
  return { cards: findings.map(({ card }) => card) };
}
