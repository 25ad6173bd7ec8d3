import { addMonths, earliest } from "../../chart/calendar";
import { CAROC_FROM_AGE, type CarocCategory, carocCategory } from "../../risk/caroc";
import { bmdCategory, centralScans, contradictingSites } from "../facts/bmd";
import { fragilityFracture } from "../facts/fractures";
import { age, sex } from "../facts/population";
import { type Course, courses, longDose } from "../facts/steroids";
import { untreated } from "../facts/therapy";
import { atLeast } from "../range";
import type { Question, Reader } from "../reader";
import { noteRule } from "../rule";
import { fraxInputsRead } from "../tier/frax-inputs";
import { placement } from "../tier/placement";
import { and, or, type Truth } from "../truth";

/** CAROC counts systemic glucocorticoid of this dose for 3 months of the last year (RISK.md 4.1). mg/day prednisone equivalent. */
const STEROID = { mg: 7.5, months: 3 } as const;

/** A course that is over and reached 3 months within the last year. */
function stoppedLately(r: Reader, { drug, dose, since }: Course): Truth {
  if (since === null || drug.stop === null) return and("unknown", atLeast(dose, STEROID.mg));
  const yearAgo = addMonths(r.today, -12);
  const from = earliest(since) > yearAgo ? earliest(since) : yearAgo;
  return and(addMonths(from, STEROID.months) <= earliest(drug.stop), atLeast(dose, STEROID.mg));
}

const steroids: Question<Truth> = (r) =>
  or(
    atLeast(r.ask(longDose), STEROID.mg),
    ...r
      .ask(courses)
      .filter(({ current }) => !current)
      .map((course) => stoppedLately(r, course)),
  );

type Caroc = { category: CarocCategory } | { why: string };

/** The category, or which of its inputs is not certain: then there is none (RISK.md 6). */
const caroc: Question<Caroc> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  if (years === null || who === null) return { why: "age or sex is not known" };
  if (years < CAROC_FROM_AGE) return { why: `it is made for ages from ${CAROC_FROM_AGE}` };
  if (!r.ask(untreated)) return { why: "a bone drug is or was lately taken" };
  const { inputs, neck } = r.ask(fraxInputsRead);
  if (neck === null) {
    const why = inputs.bmd.state === "not-found" ? inputs.bmd.why : null;
    return { why: why ?? "the femoral neck cannot be used" };
  }
  if (r.ask(contradictingSites).length > 0) return { why: "one scan gives two different T-scores" };
  // FRAX is missing only where no fragility fracture is known; a fracture would have decided the tier.
  if (r.ask(fragilityFracture) !== false) return { why: "whether there was a fragility fracture is not certain" };
  const onSteroids = r.ask(steroids);
  if (onSteroids === "unknown") return { why: "glucocorticoid of the last year is not certain" };
  const others = r.ask(centralScans).flatMap(({ site, t }) => (site === "FN" || t === null ? [] : [t]));
  const category = carocCategory({
    age: years,
    sex: who,
    femoralNeckT: who === "female" ? (neck.scan.t ?? neck.t) : neck.t,
    otherLowestT: others.length > 0 ? Math.min(...others) : null,
    priorFracture: false,
    hipOrVertebralFracture: false,
    fragilityFractures: 0,
    steroids: onSteroids,
  });
  return category === null ? { why: "it gives none" } : { category };
};

/** FRAX is needed and missing, and the category is (or is not) certain. */
function whereFraxIsNeeded(r: Reader, certain: boolean): Truth {
  if (r.ask(placement).deciding.some((rule) => rule.id === "T-I1")) return "category" in r.ask(caroc) === certain;
  return r.ask(bmdCategory) === null ? "unknown" : false;
}

const note = { group: "note", level: "info", alert: false, unconfirmed: true, sources: ["CAROC 2010"] } as const;

/** The one line under "FRAX needed": a category, never a percentage, never FRAX, never a reason to treat (RISK.md 0, 6). */
export const CAROC_NOTES = [
  noteRule({
    ...note,
    id: "CAROC",
    title: "Provisional category (CAROC 2010)",
    when: "FRAX is needed and missing, from 50, untreated, with age, sex, femoral neck, fracture history and steroids certain",
    output: "the Canadian category, labelled as what it is",
    holds: (r) => whereFraxIsNeeded(r, true),
    says: (r) => {
      const found = r.ask(caroc);
      return {
        summary: `Provisional category (CAROC 2010): ${"category" in found ? found.category : found.why}`,
        detail:
          "Canadian major-fracture category from age, sex, femoral-neck T-score, prior fracture, steroids. Not FRAX. No hip-fracture estimate. Not a US treatment threshold.",
      };
    },
  }),
  noteRule({
    ...note,
    id: "CAROC",
    title: "No provisional category",
    when: "FRAX is needed and missing, and an input of CAROC is not certain",
    output: "which one",
    holds: (r) => whereFraxIsNeeded(r, false),
    says: (r) => {
      const found = r.ask(caroc);
      return { summary: `No provisional category (CAROC 2010): ${"why" in found ? found.why : found.category}` };
    },
  }),
];
