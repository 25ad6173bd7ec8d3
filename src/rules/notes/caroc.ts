import { CAROC_FROM_AGE, type CarocCategory, carocCategory } from "../../risk/caroc";
import { bmdCategory, centralScans } from "../facts/bmd";
import { fractures, isVertebral } from "../facts/fractures";
import { age, sex } from "../facts/population";
import { longDose } from "../facts/steroids";
import { atLeast } from "../range";
import type { Question } from "../reader";
import { noteRule } from "../rule";
import { placement } from "../tier/placement";

/** CAROC counts systemic glucocorticoid from this dose (RISK.md 4.1). mg/day prednisone equivalent. */
const STEROID_MG = 7.5;

/**
 * Only for women: a man's printed femoral-neck T-score has a reference of its own, and without density and maker it may
 * not be used (RISK.md 1.2, 6).
 */
const category: Question<CarocCategory | null> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  const scans = r.ask(centralScans);
  const neck = scans.find((scan) => scan.site === "FN")?.t ?? null;
  if (years === null || years < CAROC_FROM_AGE || who !== "female" || neck === null) return null;
  const others = scans.filter((scan) => scan.site !== "FN").flatMap(({ t }) => t ?? []);
  const { fragility } = r.ask(fractures);
  return carocCategory({
    age: years,
    sex: who,
    femoralNeckT: neck,
    otherLowestT: others.length > 0 ? Math.min(...others) : null,
    priorFracture: fragility.length > 0,
    hipOrVertebralFracture: fragility.some((f) => isVertebral(f) || /hip|femoral neck/i.test(f.site)),
    fragilityFractures: fragility.length,
    steroids: atLeast(r.ask(longDose), STEROID_MG) === true,
  });
};

/** The one line under "FRAX needed": a category, never a percentage, never FRAX, never a reason to treat (RISK.md 0, 6). */
export const CAROC_NOTES = [
  noteRule({
    id: "CAROC",
    title: "Provisional category (CAROC 2010)",
    when: "FRAX is needed and missing, woman from 50 with a femoral-neck T-score",
    output: "the Canadian category, labelled as what it is",
    group: "note",
    level: "info",
    alert: false,
    unconfirmed: true,
    sources: ["CAROC 2010"],
    holds: (r) => {
      const needed = r.ask(placement).deciding.some((rule) => rule.id === "T-I1");
      if (!needed) return r.ask(bmdCategory) === null ? "unknown" : false;
      return r.ask(category) !== null;
    },
    says: (r) => ({
      summary: `Provisional category (CAROC 2010): ${r.ask(category)}`,
      detail:
        "Canadian major-fracture category from age, sex, femoral-neck T-score, prior fracture, steroids. Not FRAX. No hip-fracture estimate. Not a US treatment threshold.",
    }),
  }),
];
