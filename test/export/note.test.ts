import { expect, it } from "vitest";
import { noteText } from "../../src/export";
import { assessed } from "../cases/answer";
import { highWoman, lab, prednisone, without, woman } from "../cases/build";
import { ada, finding, high, indeterminate, onPage } from "../ui/fixtures";
import { maker } from "./support";

const note = (assessment: Parameters<typeof noteText>[0]) => noteText(assessment, maker);

it("says tier, figures as given and adjusted, density, missing work-up, options and what is not advised", () => {
  const text = note(high);
  expect(text).toContain("Fracture risk: High risk. FRAX major fracture 20.2 % meets the 20 % threshold");
  expect(text).toContain("FRAX (chart, 2026-08-12): major fracture 17.6 %, hip 2.5 %");
  expect(text).toContain("after the steroid-dose adjustment (S10): major fracture 20.24 %, hip 3 %");
  expect(text).toContain("Bone density: femoral neck T-score -2.1, 2026-08-10 (osteopenia)");
  expect(text).toContain("Vitamin D, 25-OH (too old; last 34 ng/mL, 2024-03-02)");
  expect(text).toContain("1. alendronate: first line: consider an oral bisphosphonate (first: Dental screening exam)");
  expect(text).toContain("Not advised here: raloxifene (Deep vein thrombosis in 2019)");
});

it("keeps a bound through the adjustment, and begins every sentence with a capital", () => {
  const raw = high.frax.raw && { ...high.frax.raw, mof: 20, mofComparator: ">" as const };
  const frax = { raw, used: { mof: 23, hip: 3, adjusted: true }, notes: ["without a date"] };
  const text = note({ ...high, frax, headline: "High risk: long glucocorticoid" });
  expect(text).toContain("(S10): major fracture >23 %, hip 3 %");
  expect(text).toContain("\nWithout a date.\n");
  expect(text).toContain("High risk. Long glucocorticoid.");
});

it("says the alerts that no other line says, each once, and no mere note", () => {
  const low = assessed(highWoman({ labs: [...without("VITD"), lab("VITD", 14.2, "ng/mL")] }));
  const text = note(low);
  const [caution = ""] = text.split("\n").filter((line) => line.startsWith("Caution: "));
  expect(caution).toContain("25-OH vitamin D 14.2 ng/mL is below the source target of 20: treat");
  expect(caution.split("25-OH vitamin D 14.2")).toHaveLength(2);
  expect(note(assessed(woman()))).not.toContain("Caution: ");
});

it("does not say that a threshold is not met where no FRAX settles it", () => {
  const text = note({ ...high, sourceThresholdMet: "unknown" });
  expect(text).toContain(
    "Whether the source article's threshold (S9: hip 3 % or major fracture 20 %) is met is not known.",
  );
  expect(text).not.toContain("is not met");
});

it("never calls missing what was not looked at", () => {
  const text = note(high);
  expect(text).toContain("Not looked at yet: Dental exam.");
  expect(/Missing: .*/.exec(text)?.[0]).not.toContain("Dental");
});

it("carries version, moment, origin and review status, and names no patient", () => {
  const text = note(high);
  expect(text).toContain("Osteon 9.8.7, 2026-11-23 09:14");
  expect(text).toContain("values read from the chart on screen");
  expect(text).toContain("pending clinician review");
  for (const fact of [ada.name, ada.birthDate, ada.mrn])
    expect(text).not.toContain(fact.state === "known" ? fact.value : "");
});

it("says which values were typed, in words and by no id", () => {
  const typed = { from: "typed" as const, field: "5b1c-id", text: "Weight: 61 kg", typedAt: "2026-11-23T08:00:00Z" };
  const text = note({ ...high, findings: [finding("S22", "note", "Weight", { evidence: [typed, onPage("x")] })] });
  expect(text).toContain("typed in: Weight: 61 kg");
  expect(text).not.toContain("5b1c-id");
});

it("says of figures that were read back that they are the official calculator's", () => {
  const text = "FRAX: official calculator, 2026-11-23. Answered yes: none";
  const evidence = { from: "typed" as const, field: "1", text, typedAt: "2026-11-23T08:00:00Z" };
  const raw = high.frax.raw && { ...high.frax.raw, evidence };
  expect(note({ ...high, frax: { ...high.frax, raw } })).toContain("FRAX (official calculator, 2026-08-12):");
});

it("says that a calculator's values were entered there", () => {
  const text = note(assessed(highWoman()));
  expect(text).toContain("values as entered in the calculator");
  expect(text).not.toContain("read from the chart");
});

it("says what a provisional tier takes for granted", () => {
  const text = note(assessed(woman({ fractureHistory: "unknown" })));
  expect(text).toContain("(provisional)");
  expect(text).toContain("Rests on: ");
});

it("calls nothing provisional where there is no tier", () => {
  const text = note({ ...assessed({ asOf: "2026-11-23" }), provisional: true });
  expect(text).toContain("Not yet classified. ");
  expect(text).not.toContain("(provisional)");
});

it("claims no FRAX where there is none", () => {
  expect(note(indeterminate)).not.toContain("FRAX (chart");
});

it("is plain text without line noise, whatever the case", () => {
  const cases = [woman(), highWoman({ meds: [prednisone(10)] }), woman({ labs: without("VITD"), frax: null })];
  for (const input of cases) expect(note(assessed(input))).not.toMatch(/undefined|null|NaN|\.\.|[<>{}]|\s$/m);
});

it("says what was answered, and with what", () => {
  const answered = [
    {
      id: "W-VITD",
      text: "Vitamin D, 25-OH: too old",
      reason: { code: "action-completed", display: "Done already" },
      at: "2026-11-23T08:00:00Z",
    },
  ];
  expect(noteText(high, maker, answered)).toContain(
    "\nAnswered: Vitamin D, 25-OH: too old (Done already, 2026-11-23).\n",
  );
  expect(note(high)).not.toContain("Answered");
});
