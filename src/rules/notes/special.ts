import { inRange, lowestT, newestCentralScan, T_RANGE } from "../facts/bmd";
import { cancerTriggers, survivor } from "../facts/cancer";
import { chronicLiverDisease, has } from "../facts/conditions";
import { population, sex } from "../facts/population";
import type { Question } from "../reader";
import { noteRule } from "../rule";
import { placement } from "../tier/placement";
import { and } from "../truth";
import { listed, tScore } from "../words";
import { dxaIndicated, dxaIndications } from "../workup/dxa-indications";
import { onFile } from "../workup/everyone";

const note = { group: "note", level: "info", alert: true } as const;

/** Scores outside the range, whether refused on the way in or found in the chart. */
const outOfRange: Question<string[]> = (r) => {
  const refused = r
    .rejections(({ path }) => /dxa.*\.[tz]$/i.test(path))
    .map(({ reason }) => /-?\d+(\.\d+)?/.exec(reason)?.[0] ?? "");
  const found = r.list(
    (c) => c.dxa,
    (b) => b.t !== null && !inRange(b.t),
  );
  return [...refused, ...found.map((b) => String(b.t))];
};

/** Cancer survivors, liver disease, who is screened, and what the input was worth (S38–S41, X6, X11, X12, IN-RANGE, T-R33, T-P1). */
export const SPECIAL_NOTES = [
  noteRule({
    ...note,
    level: "critical",
    id: "S1",
    title: "Outside what this covers",
    when: "bone metastases or multiple myeloma",
    output: "outside the population: oncology decides",
    sources: ["S1"],
    holds: (r) => has(r, "bone-metastases", "multiple-myeloma"),
    says: () => ({ summary: "Bone metastases or myeloma: outside what this tool covers; oncology decides" }),
  }),
  noteRule({
    ...note,
    id: "S38",
    title: "Cancer survivor",
    when: "a cancer on the problem list, or an aromatase inhibitor or androgen deprivation",
    output: "earlier intervention is warranted",
    sources: ["S38"],
    holds: (r) => r.ask(survivor),
    says: () => ({
      summary: "Cancer survivor: baseline risk plus treatment-related loss warrant earlier intervention",
    }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "S39",
    title: "Preferred agents in cancer survivors",
    when: "as S38",
    output: "bisphosphonate or denosumab at osteoporosis doses",
    group: "option",
    sources: ["S39", "ASCO 2019"],
    holds: (r) => r.ask(survivor),
    says: () => ({ summary: "Cancer survivor: a bisphosphonate or denosumab, at osteoporosis doses, is preferred" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "X6",
    title: "When to intervene in cancer survivors",
    when: "cancer survivor and a trigger of ASCO or of the aromatase-inhibitor statement fires",
    output: "which one fired",
    group: "disagreement",
    sources: ["S38", "ASCO 2019", "AIBL 2017"],
    holds: (r) =>
      and(r.ask(survivor), r.ask(cancerTriggers).length > 0 ? true : r.ask(lowestT) === null ? "unknown" : false),
    says: (r) => ({
      summary: `Source 2025 says earlier, no figure | ${listed(r.ask(cancerTriggers))}`.slice(0, 139),
      detail: `Fired: ${r.ask(cancerTriggers).join("; ")}. FRAX is not validated in cancer (ASCO 2019). The statement was updated in 2025.`,
    }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "S40",
    title: "Bone density in liver disease",
    when: "chronic liver disease",
    output: "obtain bone density",
    sources: ["S40", "Liver review"],
    holds: (r) => r.ask(chronicLiverDisease),
    says: (r) => {
      const last = r.ask(newestCentralScan);
      return {
        summary: last
          ? `Chronic liver disease: bone density on file (${last.date ?? "no date"})`
          : "Chronic liver disease: obtain bone density",
      };
    },
  }),
  noteRule({
    ...note,
    id: "S41",
    title: "Tests in liver disease",
    when: "chronic liver disease",
    output: "vitamin D, thyroid function, hypogonadism",
    sources: ["S41"],
    holds: (r) => r.ask(chronicLiverDisease),
    says: (r) => {
      const open = [
        ["vitamin D", onFile(r, ["VITD"])],
        ["TSH", onFile(r, ["TSH"])],
        ["sex hormones", onFile(r, ["TESTO", "ESTRADIOL", "FSH", "LH", "PROLACTIN"])],
      ] as const;
      const missing = open.filter(([, truth]) => truth === false).map(([name]) => name);
      return {
        summary: `Chronic liver disease: check vitamin D, thyroid, hypogonadism${missing.length > 0 ? ` (missing: ${listed(missing)})` : ""}`,
      };
    },
  }),
  noteRule({
    ...note,
    alert: true,
    id: "X11",
    title: "Who is screened",
    when: "no bone density, and an age, a risk factor, a fracture, a bone drug or a positive screen that asks for it",
    output: "DXA is indicated, and by whom",
    group: "disagreement",
    sources: ["USPSTF 2025", "ISCD 2023"],
    holds: (r) => (r.ask(newestCentralScan) === null ? r.ask(dxaIndicated) : false),
    says: (r) => ({
      summary:
        r.ask(sex) === "male"
          ? "USPSTF 2025 says insufficient evidence in men | ISCD 2023 says DXA from 70, or earlier with risk"
          : "USPSTF 2025 says DXA in women from 65, earlier with a risk factor | ISCD 2023 also after a fragility fracture",
      detail: `DXA indicated because: ${r.ask(dxaIndications).join("; ")}. Screens predict low bone density, not fracture.`,
    }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "X12",
    title: "Reference database",
    when: "a T-score is known",
    output: "White female reference for everyone; never converted",
    group: "disagreement",
    sources: ["ISCD 2023"],
    holds: (r) => r.ask(lowestT) !== null,
    says: () => ({
      summary: "T-scores are read as printed; ISCD 2023 uses the White female reference for everyone, men included",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "T-R33",
    title: "Radius used",
    when: "the 33 % radius decides: no valid hip or spine, or indicated, or hyperparathyroidism",
    output: "shown as such",
    sources: ["ISCD 2023", "AACE 2020"],
    holds: (r) => {
      const lowest = r.ask(lowestT);
      return lowest?.radius ?? false;
    },
    says: (r) => ({
      summary: `33 % radius T-score ${tScore(r.ask(lowestT)?.t ?? null)} decides; central DXA is still wanted`,
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "IN-RANGE",
    title: "T-score out of range",
    when: "a T- or Z-score outside -7.0 to +6.0",
    output: "rejected: check the page",
    sources: ["Product"],
    holds: (r) => r.ask(outOfRange).length > 0,
    says: (r) => ({
      summary: `T-score ${listed(r.ask(outOfRange))} rejected as implausible (accepted ${T_RANGE.low}.0 to +${T_RANGE.high}.0): check the page`,
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "T-P1",
    title: "Provisional",
    when: "the tier rests on an assumption",
    output: "provisional, with what is assumed",
    group: "tier",
    sources: ["Product"],
    holds: (r) => r.ask(placement).assumptions.length > 0,
    says: (r) => {
      const { assumptions } = r.ask(placement);
      return {
        summary: `Provisional, assuming ${assumptions[0]}. Confirm${assumptions.length > 1 ? " (and more)" : ""}`,
        detail: `Assumed: ${assumptions.join("; ")}.`,
      };
    },
  }),
  noteRule({
    ...note,
    alert: false,
    id: "M-AACE",
    title: "Extrapolation to men",
    when: "man placed by a rule written for postmenopausal women",
    output: "labelled an extrapolation",
    group: "disagreement",
    sources: ["AACE 2020", "ES 2020"],
    holds: (r) =>
      and(r.ask(sex) === "male", r.ask(placement).tier === "VERY_HIGH", r.ask(population).population === "t-score"),
    says: () => ({
      summary: "AACE 2020 and ES 2020 speak of postmenopausal women: for men from 50 this tier is an extrapolation",
    }),
  }),
];
