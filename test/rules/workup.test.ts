import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { ListKind } from "../../src/chart/chart";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { answer, assessed } from "../cases/answer";
import {
  broken,
  fracture,
  highWoman,
  type Input,
  lab,
  labs,
  man,
  med,
  prednisone,
  scan,
  without,
  woman,
} from "../cases/build";

describe("work-up for everyone", () => {
  it.each<[string, Input, string[]]>([
    ["nothing missing", woman(), []],
    ["no labs at all", woman({ labs: [] }), ["VITD", "CA", "ALB", "PHOS", "ALP", "CREAT", "LFT", "CBC", "TSH"]],
    ["12 months old to the day", woman({ labs: labs(lab("TSH", 2, "mIU/L", "2025-11-23")) }), []],
    ["a day older", woman({ labs: labs(lab("TSH", 2, "mIU/L", "2025-11-22")) }), ["TSH"]],
    ["pending", woman({ labs: labs(lab("VITD", "pending", null)) }), ["VITD"]],
    ["no usable unit", woman({ labs: labs(lab("VITD", 34, "mmHg")) }), ["VITD"]],
    [
      "1,25 vitamin D is another test",
      woman({ labs: labs(lab("VITD", 41, "pg/mL", "2026-10-05", "1,25-dihydroxyvitamin D")) }),
      ["VITD"],
    ],
    ["ionized calcium will do", woman({ labs: [...without("CA"), lab("CA_ION", 1.2, "mmol/L")] }), []],
    ["a man without testosterone", man({ labs: labs(lab("UCA24", 190, "mg/d")) }), ["TESTO"]],
    ["normal bone at low risk needs none", woman({ dxa: [scan("FN", 0.4)], labs: [] }), []],
    [
      "normal bone, drug planned",
      woman({ dxa: [scan("FN", 0.4)], labs: without("PHOS"), plannedDrug: true }),
      ["PHOS"],
    ],
    ["DXA 24 months old", woman({ dxa: [scan("FN", -1.7, "2024-11-23")] }), ["DXA"]],
    ["DXA 23 months old", woman({ dxa: [scan("FN", -1.7, "2024-12-01")] }), []],
    [
      "DXA 12 months old on an antiandrogen",
      man({ dxa: [scan("FN", -1.7, "2025-11-23")], meds: [med("bicalutamide")] }),
      ["DXA"],
    ],
    [
      "the same stopped",
      man({ dxa: [scan("FN", -1.7, "2025-11-23")], meds: [med("bicalutamide", { stop: "2026-06-01" })] }),
      [],
    ],
    ["DXA 12 months old on steroid", woman({ dxa: [scan("FN", -1.7, "2025-11-23")], meds: [prednisone(5)] }), ["DXA"]],
    [
      "DXA 12 months old on an aromatase inhibitor",
      woman({ dxa: [scan("FN", -1.7, "2025-11-23")], meds: [med("letrozole")] }),
      ["DXA"],
    ],
    ["radius only", woman({ dxa: [scan("R33", -1.7)] }), ["DXA"]],
    ["FRAX not wanted where a fracture decides", woman({ frax: null, ...broken(fracture("hip", "2022-01-01")) }), []],
    [
      "FRAX wanted where only an old FRAX decides",
      highWoman({ frax: { mof: 22, hip: 2, date: "2023-01-01" } }),
      ["FRAX"],
    ],
    ["dental exam 12 months ago", highWoman({ lastDentalExam: "2025-11-23" }), []],
    ["dental exam a day older", highWoman({ lastDentalExam: "2025-11-22" }), ["DENTAL"]],
    ["dental exam not asked for at moderate risk", woman({ lastDentalExam: null }), []],
    ["dental exam for a planned drug", woman({ lastDentalExam: null, plannedDrug: true }), ["DENTAL"]],
    ["dental exam not asked for when treated", highWoman({ lastDentalExam: null, meds: [med("alendronate")] }), []],
  ])("%s", (_, input, missing) => {
    expect(answer(input).missingWorkup.toSorted()).toEqual(missing.toSorted());
  });

  it("says missing only of what was looked at", () => {
    const why = (unseen: ListKind[], input: Input) => {
      const { chart, asOf } = caseToChart(input);
      const seen = chart.seen.filter(({ kind }) => !unseen.includes(kind));
      return Object.fromEntries(assess({ ...chart, seen }, defaultPolicy, asOf).missing.map((m) => [m.code, m.why]));
    };
    expect(why([], woman({ labs: without("VITD") }))).toEqual({ VITD: "none-in-window" });
    expect(why(["labs"], woman({ labs: without("VITD") }))).toEqual({ VITD: "not-seen" });
    expect(why([], woman({ labs: labs(lab("VITD", 34, "ng/mL", "2024-01-01")) }))).toEqual({ VITD: "stale" });
    expect(why([], woman({ labs: labs(lab("VITD", "pending", null)) }))).toEqual({ VITD: "pending" });
    expect(why([], woman({ labs: labs(lab("VITD", 34, "mmHg")) }))).toEqual({ VITD: "unusable" });
    expect(why(["dental", "notes"], highWoman({ lastDentalExam: null }))).toEqual({ DENTAL: "not-seen" });
  });

  it("shows the last value beside an outdated one", () => {
    const [item] = assessed(woman({ labs: labs(lab("VITD", 34, "ng/mL", "2024-01-01")) })).missing;
    expect(item).toMatchObject({
      code: "VITD",
      lookBackMonths: 12,
      last: { text: "VITD 34 ng/mL", date: "2024-01-01" },
    });
  });
});

describe("work-up called for by a finding", () => {
  it.each<[string, Input, string[]]>([
    ["nothing", woman(), []],
    ["vitamin D 19.9", woman({ labs: labs(lab("VITD", 19.9, "ng/mL")) }), ["PTH"]],
    ["vitamin D 19.9 with a PTH", woman({ labs: labs(lab("VITD", 19.9, "ng/mL"), lab("PTH", 60, "pg/mL")) }), []],
    [
      "vitamin D low and not rising",
      woman({ labs: [...without("VITD"), lab("VITD", 15, "ng/mL"), lab("VITD", 16, "ng/mL", "2026-03-01")] }),
      ["PTH", "TTG"],
    ],
    [
      "vitamin D low and rising",
      woman({ labs: [...without("VITD"), lab("VITD", 16, "ng/mL"), lab("VITD", 15, "ng/mL", "2026-03-01")] }),
      ["PTH"],
    ],
    ["eGFR 59", woman({ labs: labs(lab("EGFR", 59, "mL/min/1.73m2")) }), ["PTH"]],
    ["eGFR 60", woman({ labs: labs(lab("EGFR", 60, "mL/min/1.73m2")) }), []],
    ["low calcium", woman({ labs: labs(lab("CA", 8.2, "mg/dL")) }), ["MG", "PTH"]],
    ["high calcium", woman({ labs: labs(lab("CA", 11, "mg/dL")) }), ["PTH", "SPEP/FLC"]],
    [
      "high calcium explained",
      woman({ labs: labs(lab("CA", 11, "mg/dL")), problems: ["Primary hyperparathyroidism"] }),
      ["PTH", "UCA24"],
    ],
    ["radius lowest", woman({ dxa: [scan("FN", -1.4), scan("R33", -1.9)] }), ["PTH"]],
    ["proton-pump inhibitor", woman({ meds: [med("omeprazole", { doseMg: 20 })] }), ["MG"]],
    ["loop diuretic", woman({ meds: [med("furosemide", { doseMg: 40 })] }), ["MG"]],
    ["thiazide", woman({ meds: [med("hydrochlorothiazide", { doseMg: 25 })] }), ["MG"]],
    [
      "thiazide in a combination, by its letters",
      woman({ meds: [med("losartan", { text: "losartan-HCTZ 50-12.5 mg daily", ingredient: "HCTZ" })] }),
      ["MG"],
    ],
    ["thiazide stopped", woman({ meds: [med("hydrochlorothiazide", { stop: "2026-06-01" })] }), []],
    ["thiazide with a magnesium", woman({ meds: [med("chlorthalidone")], labs: labs(lab("MG", 2, "mg/dL")) }), []],
    ["three drinks a day", woman({ alcoholDrinksPerDay: 3 }), ["MG"]],
    ["stones", woman({ problems: ["Nephrolithiasis"] }), ["PTH", "UCA24"]],
    ["celiac disease", woman({ problems: ["Celiac disease"] }), ["UCA24"]],
    ["man", man({ labs: labs(lab("TESTO", 480, "ng/dL")) }), ["UCA24"]],
    [
      "man with low testosterone",
      man({ labs: labs(lab("TESTO", 250, "ng/dL"), lab("UCA24", 190, "mg/d")) }),
      ["SEXHORM"],
    ],
    ["anemia", woman({ labs: labs(lab("CBC", 11.2, "g/dL", "2026-10-05", "Hemoglobin")) }), ["SPEP/FLC", "TTG"]],
    ["anemia at 50", woman({ age: 50, labs: labs(lab("CBC", 10.4, "g/dL", "2026-10-05", "Hemoglobin")) }), ["TTG"]],
    [
      "anemia with a tTG",
      woman({ age: 50, labs: labs(lab("CBC", 10.4, "g/dL", "2026-10-05", "Hemoglobin"), lab("TTG", 2, "U/mL")) }),
      [],
    ],
    [
      "two vertebral fractures",
      woman(broken(fracture("T12", "2020-01-01"), fracture("L2", "2021-01-01"))),
      ["SPEP/FLC"],
    ],
    ["unexplained ALP", woman({ labs: labs(lab("ALP", 260, "U/L")) }), ["BALP", "PTH"]],
    [
      "Z of -2.0",
      woman({ age: 40, menopause: "pre", dxa: [scan("LS", -2.3, "2026-07-14", -2)] }),
      ["CORTISOL", "TTG", "UCA24"],
    ],
    ["woman of 70 with osteopenia", woman({ age: 70 }), ["VFA"]],
    ["woman of 70 with T of -1.0", woman({ age: 70, dxa: [scan("FN", -1)] }), []],
    ["man of 79", man({ age: 79 }), []],
    ["man of 80", man({ age: 80 }), ["VFA"]],
    ["5 mg for 3 months", woman({ meds: [prednisone(5)] }), ["VFA"]],
    ["4.9 mg for 3 months", woman({ meds: [prednisone(4.9)] }), []],
    ["vertebral fracture documented", woman({ age: 74, ...broken(fracture("L1", "2020-01-01")) }), []],
    ["height loss", woman({ problems: ["Height loss 5 cm"] }), ["VFA"]],
    ["height loss over 4 cm, no figure", woman({ problems: ["Height loss > 4 cm"] }), ["VFA"]],
    [
      "vertebral fracture by the patient's word",
      woman({ problems: ["Self-reported vertebral fracture, not documented"] }),
      ["VFA"],
    ],
    [
      "the same at a T-score of -1.0",
      woman({ dxa: [scan("FN", -1)], problems: ["Self-reported vertebral fracture, not documented"] }),
      [],
    ],
    ["height loss of 4 cm", woman({ problems: ["Height loss 4 cm"] }), []],
    ["eGFR 25 and a drug considered", highWoman({ labs: labs(lab("EGFR", 25, "mL/min/1.73m2")) }), ["CKDMBD", "PTH"]],
    ["eGFR 25 and no drug considered", woman({ labs: labs(lab("EGFR", 25, "mL/min/1.73m2")) }), ["PTH"]],
  ])("%s", (_, input, triggered) => {
    expect(answer(input).triggeredWorkup.toSorted()).toEqual(triggered.toSorted());
  });
});

describe("vitamin D bands", () => {
  it.each<[unknown, string, string[]]>([
    [19.99, "ng/mL", ["S11a", "X1"]],
    [20, "ng/mL", ["X1"]],
    [29.99, "ng/mL", ["X1"]],
    [30, "ng/mL", []],
    [50, "ng/mL", []],
    [50.1, "ng/mL", ["X1"]],
    [49.9, "nmol/L", ["S11a", "X1"]],
    [50, "nmol/L", ["X1"]],
    [74.8, "nmol/L", ["X1"]],
    [74.9, "nmol/L", []],
    [26, "ug/L", ["X1"]],
  ])("%s %s", (value, unit, rules) => {
    const { alerts } = answer(woman({ labs: labs(lab("VITD", value, unit)) }));
    expect(alerts.map(({ rule }) => rule).filter((rule) => rule === "S11a" || rule === "X1")).toEqual(
      expect.arrayContaining(rules),
    );
    expect(alerts.filter(({ rule }) => rule === "S11a" || rule === "X1")).toHaveLength(rules.length);
  });
});
