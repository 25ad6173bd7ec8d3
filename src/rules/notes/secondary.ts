import { drinksThreeOrMore, has } from "../facts/conditions";
import { abnormal, level } from "../facts/labs";
import { VITAMIN_D, vitaminD, vitaminDDeficient } from "../facts/mineral";
import { sex } from "../facts/population";
import { onClass } from "../facts/therapy";
import { above, atLeast, below } from "../range";
import type { Reader } from "../reader";
import { noteRule } from "../rule";
import { candidates } from "../therapy/candidates";
import { and, or } from "../truth";
import { decimal } from "../words";

const note = { group: "note", level: "info", alert: true } as const;

/** "52 nmol/L = 20.8 ng/mL", or the value alone where the page already uses ng/mL. */
function vitaminDText(r: Reader): string {
  const found = level(r, "VITD");
  const result = found?.results[0]?.result;
  const canonical = `${decimal(found?.value.low ?? 0)} ng/mL`;
  if (result?.kind !== "number" || result.unit === null || /^ng\/ml$/i.test(result.unit)) return canonical;
  return `${result.value} ${result.unit} = ${canonical}`;
}

/** Secondary causes the source names (S11), and the vitamin D bands (X1, S16). */
export const SECONDARY_NOTES = [
  noteRule({
    ...note,
    level: "warning",
    id: "S11a",
    title: "Vitamin D deficiency",
    when: "25-OH vitamin D below 20 ng/mL",
    output: "secondary cause: treat",
    sources: ["S11", "S16"],
    holds: (r) => r.ask(vitaminDDeficient),
    says: (r) => ({ summary: `25-OH vitamin D ${vitaminDText(r)} is below the source target of 20: treat` }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S16",
    title: "Vitamin D target",
    when: "25-OH vitamin D of at least 20 ng/mL (50 nmol/L)",
    output: "source target met",
    sources: ["S16"],
    holds: (r) => atLeast(r.ask(vitaminD), VITAMIN_D.source),
    says: (r) => ({ summary: `25-OH vitamin D ${vitaminDText(r)} meets the source target of 20` }),
  }),
  noteRule({
    ...note,
    id: "X1",
    title: "Vitamin D target differs",
    when: "25-OH vitamin D below 30 or above 50 ng/mL",
    output: "source and BHOF bands side by side",
    group: "disagreement",
    sources: ["S16", "BHOF 2022", "ES vitamin D 2024"],
    holds: (r) => or(below(r.ask(vitaminD), VITAMIN_D.bhof), above(r.ask(vitaminD), VITAMIN_D.bhofTop)),
    says: (r) => {
      const value = r.ask(vitaminD);
      const text = vitaminDText(r);
      const detail = "Endocrine Society 2024 no longer endorses any level, but excludes people with an indication.";
      if (above(value, VITAMIN_D.excess) === true)
        return {
          summary: `${text} | above BHOF 2022 range: check excess over 100 ng/mL (unconfirmed)`,
          detail,
          level: "warning",
        };
      if (above(value, VITAMIN_D.bhofTop) === true)
        return { summary: `${text}: meets source 2025 | above BHOF 2022 range 30-50`, detail };
      return below(value, VITAMIN_D.source) === true
        ? {
            summary: `${text}: below source 2025 target of 20 | also below BHOF 2022 target of 30`,
            detail,
            level: "warning",
          }
        : { summary: `${text}: meets source 2025 target of 20 | below BHOF 2022 target 30-50`, detail };
    },
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S11b",
    title: "Hypogonadism",
    when: "hypogonadism, premature menopause or amenorrhea on the list, or low testosterone in a man",
    output: "secondary cause present or possible: identify and treat",
    unconfirmed: true,
    sources: ["S11"],
    holds: (r) => {
      const low = and(r.ask(sex) === "male", abnormal(r, "TESTO", "low", r.policy.limits.testosteroneLow));
      return or(has(r, "hypogonadism", "premature-menopause", "amenorrhea"), low);
    },
    says: () => ({
      summary: "Hypogonadism present or possible: identify and treat; repeat a low testosterone in the morning",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S11c",
    title: "Alcohol",
    when: "3 or more drinks a day, or an alcohol use disorder",
    output: "secondary cause: identify and treat",
    sources: ["S11", "FRAX"],
    holds: (r) => r.ask(drinksThreeOrMore),
    says: () => ({ summary: "Secondary cause present: alcohol (3 or more drinks a day, or diagnosed)" }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S48",
    title: "Secondary causes untested",
    when: "vitamin D, calcium, TSH or another test of the list has no result on file at all",
    output: "do not ignore secondary causes: see the missing work-up",
    sources: ["S48"],
    holds: (r) => {
      if (!r.seen("labs")) return "unknown";
      return (["VITD", "CA", "TSH", "CREAT", "ALP"] as const).some((analyte) => level(r, analyte) === null);
    },
    says: () => ({ summary: "Do not ignore secondary causes of osteopenia: part of the work-up was never done" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S48",
    title: "TSH low",
    when: "TSH below 0.4 mIU/L",
    output: "hyperthyroidism, or over-replacement on levothyroxine",
    sources: ["Workup"],
    holds: (r) => abnormal(r, "TSH", "low", r.policy.limits.tshLow),
    says: (r) => ({
      summary:
        onClass(r, "thyroid-hormone").length > 0
          ? "TSH low on levothyroxine: over-replacement harms bone"
          : "TSH low: look for hyperthyroidism",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S48",
    title: "Phosphate low",
    when: "phosphate below 2.5 mg/dL",
    output: "osteomalacia, FGF23 or tenofovir",
    sources: ["Workup"],
    holds: (r) => abnormal(r, "PHOS", "low", r.policy.limits.phosphateLow),
    says: () => ({ summary: "Phosphate low: look for osteomalacia, FGF23 excess or tenofovir" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D5",
    title: "Vitamin D before IV zoledronic acid or denosumab",
    when: "25-OH vitamin D below 20 ng/mL and zoledronic acid or denosumab among the options",
    output: "replete first",
    sources: ["Labels"],
    holds: (r) =>
      and(
        r.ask(vitaminDDeficient),
        r.ask(candidates).list.some(({ drug }) => drug === "zoledronic acid" || drug === "denosumab"),
      ),
    says: () => ({ summary: "Vitamin D below 20 ng/mL: replete before zoledronic acid or denosumab" }),
  }),
];
