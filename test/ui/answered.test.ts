// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { openPart } from "../../src/ui/answered";
import { unplaced } from "../../src/ui/assessment-view";
import { assessed } from "../cases/answer";
import { highWoman } from "../cases/build";

vi.mock("webextension-polyfill", () => ({ default: {} }));

const AT = "2026-11-23T09:00:00Z";
const answered = (code: string) => ({ "W-DENTAL": { code, at: AT, level: "warning" as const } });
const asked = assessed(highWoman({ lastDentalExam: null, plannedDrug: true }));
const steps = (assessment: typeof asked) => assessment.suggest.flatMap(({ first }) => first);
const DENTAL = ["S29", "S50", "D17"];
const dental = (assessment: typeof asked) => assessment.findings.filter(({ rule }) => DENTAL.includes(rule));

describe("the dental exam before a drug", () => {
  it("is one message: what says it again stands with the item, not among the notes", () => {
    expect(asked.missing.map(({ code }) => code)).toContain("DENTAL");
    expect(dental(asked)).toHaveLength(3);
    expect(unplaced(asked).filter(({ rule }) => DENTAL.includes(rule))).toEqual([]);
  });

  it("once done, is asked for nowhere: neither again in words nor before a drug", () => {
    expect(steps(asked)).toContain("dental exam (S29)");
    const open = openPart(asked, answered("action-completed"));
    expect(open.missing.map(({ code }) => code)).not.toContain("DENTAL");
    expect(dental(open)).toEqual([]);
    expect(steps(open)).not.toContain("dental exam (S29)");
  });

  it("folded away for another reason, it still comes before the drug", () => {
    const open = openPart(asked, answered("patient-refuses"));
    expect(dental(open)).toEqual([]);
    expect(steps(open)).toContain("dental exam (S29)");
  });
});
