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

it("tells what was overridden as the feedback that CDS Hooks 2.0 has for it", () => {
  const assessment = assessed(highWoman({ meds: [prednisone(10)] }));
  const [finding] = assessment.findings;
  const reason = finding?.card.overrideReasons?.[0];
  if (!finding || !reason) throw new Error("no card with reasons");
  const at = "2026-11-23T08:00:00Z";
  const answered = [
    { id: finding.id, text: finding.card.summary, reason, at },
    { id: "option:D1:alendronate", text: "alendronate", reason, at },
  ];
  // An option is no card of its own: nothing is claimed of the card it rests on.
  expect(cdsHooksResponse(assessment, answered).extension?.["osteon.feedback"]).toEqual([
    { card: finding.card.uuid, outcome: "overridden", overrideReason: { reason }, outcomeTimestamp: at },
  ]);
  expect(cdsHooksResponse(assessment)).not.toHaveProperty("extension");
});
