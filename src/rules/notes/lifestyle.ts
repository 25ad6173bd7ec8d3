import { drinksThreeOrMore, fallsOften, smokes } from "../facts/conditions";
import { age, sex } from "../facts/population";
import { lowBmi } from "../facts/risk-factors";
import { onClass } from "../facts/therapy";
import type { Reader } from "../reader";
import { noteRule } from "../rule";
import { listed } from "../words";

const forAll = {
  always: true,
  group: "lifestyle",
  level: "info",
  alert: false,
  when: "all patients",
  holds: () => true,
} as const;

/** BHOF 2022: men 50 to 70 need 1,000 mg a day; women from 51 and men from 71 need 1,200 mg (X9). */
function calciumFigure(r: Reader): string {
  const [years, who] = [r.ask(age), r.ask(sex)];
  if (years === null || who === null) return "1,000-1,200 mg/day";
  if (who === "male" && years >= 50 && years <= 70) return "1,000 mg/day";
  return (who === "female" && years >= 51) || years >= 71 ? "1,200 mg/day" : "1,000-1,200 mg/day";
}

/** What the source says to everyone, whatever the risk (S7, S13–S23), made personal where the chart allows. */
export const LIFESTYLE_NOTES = [
  noteRule({
    ...forAll,
    id: "S7",
    title: "Basics for all",
    output: "calcium, vitamin D and lifestyle",
    sources: ["S7"],
    says: () => ({ summary: "Calcium, vitamin D and lifestyle changes for all" }),
  }),
  noteRule({
    ...forAll,
    id: "S13",
    title: "Regardless of risk",
    output: "calcium, vitamin D, exercise and lifestyle at any risk",
    sources: ["S13"],
    says: () => ({ summary: "Calcium, vitamin D, exercise and lifestyle changes regardless of fracture risk" }),
  }),
  noteRule({
    ...forAll,
    id: "S14",
    title: "Calcium",
    output: "1,000-1,200 mg/day in all, from food first",
    sources: ["S14"],
    says: () => ({ summary: "Calcium 1,000-1,200 mg/day in all, through diet or supplements" }),
  }),
  noteRule({
    ...forAll,
    id: "X9",
    title: "Calcium by age and sex",
    output: "source and BHOF figures",
    sources: ["S14", "BHOF 2022"],
    group: "disagreement",
    says: (r) => ({
      summary: `Source 2025 says 1,000-1,200 mg/day calcium for all | BHOF 2022 says ${calciumFigure(r)} at this age and sex`,
    }),
  }),
  noteRule({
    ...forAll,
    id: "S15",
    title: "Vitamin D dose",
    output: "600-800 IU/day",
    sources: ["S15"],
    says: () => ({ summary: "Vitamin D 600-800 IU/day" }),
  }),
  noteRule({
    ...forAll,
    id: "S17",
    title: "Exercise",
    output: "weight-bearing and resistance training",
    sources: ["S17"],
    says: () => ({ summary: "Regular weight-bearing and resistance training" }),
  }),
  noteRule({
    ...forAll,
    id: "S18",
    title: "Balance",
    output: "balance training",
    sources: ["S18"],
    says: () => ({ summary: "Balance training: tai chi, physical therapy, dancing" }),
  }),
  noteRule({
    ...forAll,
    id: "S19",
    title: "Daily activity",
    output: "30 minutes of moderate activity a day",
    sources: ["S19"],
    says: () => ({ summary: "At least 30 minutes of moderate activity a day" }),
  }),
  noteRule({
    id: "S20",
    title: "Smoking",
    when: "current smoker",
    output: "stop smoking",
    group: "lifestyle",
    level: "warning",
    alert: false,
    sources: ["S20"],
    holds: (r) => r.ask(smokes),
    says: () => ({ summary: "Current smoker: smoking cessation" }),
  }),
  noteRule({
    id: "S21",
    title: "Alcohol",
    when: "3 or more drinks a day, or an alcohol use disorder",
    output: "limit alcohol to 1-2 drinks a day at most",
    group: "lifestyle",
    level: "warning",
    alert: false,
    sources: ["S21"],
    unconfirmed: true,
    holds: (r) => r.ask(drinksThreeOrMore),
    says: () => ({ summary: "Limit alcohol to 1-2 drinks a day at most" }),
  }),
  noteRule({
    id: "S22",
    title: "Low body mass index",
    when: "body mass index below 20 kg/m²",
    output: "independent risk factor: healthy weight",
    group: "lifestyle",
    level: "warning",
    alert: false,
    sources: ["S22", "Product"],
    unconfirmed: true,
    holds: (r) => r.ask(lowBmi),
    says: () => ({ summary: "Low body mass index: an independent risk factor; maintain a healthy weight" }),
  }),
  noteRule({
    ...forAll,
    id: "S23",
    title: "Falls",
    output: "vision and hearing, medication review, home safety",
    sources: ["S23"],
    says: (r) => {
      const drugs = onClass(r, "ssri", "anticonvulsant").map((m) => m.ingredient);
      const falls = r.ask(fallsOften) === true ? "Falls on record. " : "";
      const review = drugs.length > 0 ? ` (${listed(drugs)} on the list)` : "";
      return { summary: `${falls}Fall prevention: vision and hearing checks, medication review${review}, home safety` };
    },
  }),
];
