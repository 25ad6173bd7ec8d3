import { beforeAll, describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Evidence } from "../../src/chart/evidence";
import { caseText } from "../../src/ui/case-text";
import { fracture, frax, lab, med, prednisone, scan, woman } from "../cases/build";
import { speakEnglish } from "./locale";

beforeAll(() => speakEnglish());

describe("an entry of the calculator, in the words of its labels", () => {
  it.each([
    [
      '{"site":"FN","t":-1.8,"z":-0.6,"date":"2026-08-10"}',
      "Femoral neck, T-score \u22121.8, Z-score \u22120.6, Aug 10, 2026",
    ],
    ['{"site":"LS","t":-1.8,"z":null,"date":"2026-08"}', "Lumbar spine, T-score \u22121.8, Aug 2026"],
    [
      '{"mof":17.6,"hip":0.1,"hipComparator":"<","withBMD":true,"country":"US","date":"2026-08-12","gcTicked":true}',
      "Major fracture 17.6\u202f%, Hip fracture <0.1\u202f%, with bone density, US, Aug 12, 2026, Run with steroids ticked: yes",
    ],
    [
      '{"key":"VITD","name":"25-OH vitamin D","loinc":"1989-3","value":17.4,"unit":"ng/mL"}',
      "25-OH vitamin D, 17.4\u202fng/mL",
    ],
    ['{"key":"PTH","value":3,"comparator":"<","unit":"pg/mL"}', "PTH, <3\u202fpg/mL"],
    ['{"key":"SPEP","name":"SPEP","value":null,"text":"no M-spike"}', "SPEP, no M-spike"],
    [
      '{"text":"predniSONE 10 mg","ingredient":"prednisone","doseMg":10,"route":"oral","start":"2026-03-01"}',
      "predniSONE 10 mg, oral, since Mar 1, 2026",
    ],
    ['{"ingredient":"prednisone","doseMg":7.5}', "Prednisone, 7.5\u202fmg"],
    [
      '{"site":"wrist","date":"2021-03","trauma":"low","onTherapy":false}',
      "Wrist, Mar 2021, Cause: fall from standing or less, While on a bone drug: no",
    ],
    ["age: 68", "Age 68 years"],
    ['sex: "F"', "Sex: female"],
    ['menopause: "post"', "Menopause: after"],
    ["weightKg: 66.4", "Weight 66.4\u202fkg"],
    ['fractureHistory: "documented-none"', "Earlier fracture: none, as documented"],
    ['lastDentalExam: "2026-01-10"', "Last dental exam Jan 10, 2026"],
    ["plannedDrug: true", "A bone drug is planned: yes"],
    ["Rheumatoid arthritis", "Rheumatoid arthritis"],
    ["{not json", "{not json"],
    ["Note: see letter", "Note: see letter"],
  ])("%s", (text, words) => {
    expect(caseText(text)).toBe(words);
  });

  it("holds for every field that a case has: no name of a field and no notation is left", () => {
    const { chart } = caseToChart(
      woman({
        dxa: [scan("FN", -1.8)],
        frax: frax(12, 2, { gcTicked: true, doseAdjusted: false, tool: "US (Caucasian)" }),
        labs: [lab("VITD", 17.4, "ng/mL")],
        meds: [prednisone(10, { replacement: true }), med("alendronate", { lastGiven: "2026-02-01" })],
        fractures: [fracture("hip", "2020", { onTherapy: true })],
        fractureHistory: "documented",
      }),
    );
    const evidence = [
      ...JSON.stringify(chart).matchAll(/"evidence":(\[?\{"from":"case".*?"text":"(?:[^"\\]|\\.)*"\})/g),
    ]
      .flatMap(([, json = ""]) => JSON.parse(json.startsWith("[") ? `${json}]` : json) as Evidence | Evidence[])
      .map(({ text }) => caseText(text));
    expect(evidence.length).toBeGreaterThan(10);
    expect(
      evidence.filter((text) => /[{}"[\]]|\b(site|mof|gcTicked|doseMg|loinc|weightKg|onTherapy|t) /.test(text)),
    ).toEqual([]);
  });
});
