import { expect, it } from "vitest";
import { type Assessment, openMarks } from "../../src/rules";
import { assessed } from "../cases/answer";
import { frax, highWoman, lab, labs, med, scan, without, woman } from "../cases/build";

const marked = (assessment: Assessment, ...answered: string[]) =>
  openMarks(assessment, (finding) => answered.includes(finding)).map(
    ({ tone, at, text }) => [tone, "list" in at ? `${at.list}: ${at.label}` : at.evidence.text, text] as const,
  );
const texts = (input: Record<string, unknown>, ...answered: string[]) =>
  marked(assessed(input), ...answered).map((parts) => parts.join(" | "));

it("marks a vitamin D below the source target on its value", () => {
  expect(texts(woman({ labs: labs(lab("VITD", 14, "ng/mL")) })).join("\n")).toMatch(
    /warning \| .*VITD.*14.*below 20 ng\/mL/,
  );
});

it("marks missing vitamin D and, in one badge, the other missing tests at the list of results", () => {
  const found = texts(woman({ labs: without("VITD", "PHOS", "TSH") }));
  expect(found).toContainEqual(expect.stringContaining("labs: No vitamin D"));
  expect(found).toContainEqual(expect.stringMatching(/labs: 2 more tests missing \| .*Phosphate.*TSH/));
});

it("marks a missing dental exam at the drug concerned", () => {
  const found = texts(highWoman({ meds: [med("alendronate")], lastDentalExam: null }));
  expect(found).toContainEqual(expect.stringMatching(/warning \| .*alendronate.*dental/i));
});

it("marks the deciding T-score and the FRAX figures as used, and no others", () => {
  const found = texts(woman({ dxa: [scan("FN", -1.7), scan("LS", -1.2)], frax: frax(9.1, 1.1) }));
  const used = found.filter((text) => text.startsWith("used"));
  expect(used).toHaveLength(2);
  expect(used[0]).toContain("-1.7");
  expect(used[1]).toContain("9.1");
});

it("marks no FRAX that is not used", () => {
  const old = texts(woman({ age: 35, frax: frax(9.1, 1.1) }));
  expect(old.filter((text) => text.includes("FRAX as used"))).toEqual([]);
});

it("marks no more what was answered, and leaves the other marks as they are", () => {
  const input = woman({ labs: without("VITD", "PHOS", "TSH") });
  expect(texts(input, "W-VITD").join("\n")).not.toContain("No vitamin D");
  expect(texts(input, "W-VITD")).toContainEqual(expect.stringContaining("2 more tests missing"));
  expect(texts(input, "W-TSH")).toContainEqual(expect.stringMatching(/labs: Missing: Phosphate(?!.*TSH)/));
  const drug = highWoman({ meds: [med("alendronate")], lastDentalExam: null });
  expect(texts(drug, "W-DENTAL").join("\n")).not.toMatch(/dental/i);
  expect(texts(woman({ labs: labs(lab("VITD", 14, "ng/mL")) }), "S16").join("\n")).not.toContain("the source's target");
});
