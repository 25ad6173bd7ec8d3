import {
  courses,
  highDoseSteroid,
  localSteroids,
  longSteroid,
  replacementSteroids,
  shortCourses,
  veryHighDoseSteroid,
} from "../facts/steroids";
import { currentTreatment } from "../facts/therapy";
import type { Reader } from "../reader";
import { noteRule } from "../rule";
import { placement } from "../tier/placement";
import { and, not, or } from "../truth";
import { listed } from "../words";

const note = { group: "note", level: "info", alert: true } as const;
const longOrVeryHigh = (r: Reader) => or(r.ask(longSteroid), r.ask(veryHighDoseSteroid));

/** What counts as a glucocorticoid, and what follows for its users (S11d, S35–S37, X3, X10). */
export const STEROID_NOTES = [
  noteRule({
    ...note,
    id: "GC-ROUTE",
    title: "Steroid without systemic effect",
    when: "a corticosteroid by inhalation, nose, skin, eye, joint or rectum, oral budesonide or fludrocortisone",
    output: "not counted towards 7.5 mg; high-dose inhaled steroid may be an underestimate",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => r.found(r.ask(localSteroids).length > 0, "medications"),
    says: (r) => ({
      summary: `Not counted towards the 7.5 mg rule: ${listed(r.ask(localSteroids).map((m) => `${m.ingredient}${m.route ? ` ${m.route}` : ""}`))}`,
    }),
  }),
  noteRule({
    ...note,
    id: "GC-REPL",
    title: "Adrenal replacement",
    when: "a glucocorticoid given as adrenal replacement",
    output: "not counted",
    unconfirmed: true,
    sources: ["S10", "Product"],
    holds: (r) => r.found(r.ask(replacementSteroids).length > 0, "medications"),
    says: (r) => ({
      summary: `Adrenal replacement, not counted: ${listed(r.ask(replacementSteroids).map((m) => m.ingredient))}`,
    }),
  }),
  noteRule({
    ...note,
    id: "GC-DUR",
    title: "Short course",
    when: "a systemic glucocorticoid for less than 3 months",
    output: "not counted for S10",
    sources: ["S10", "FRAX"],
    holds: (r) => {
      const all = r.ask(courses);
      return all.length === 0
        ? r.found(false, "medications")
        : or(r.ask(shortCourses).length > 0, ...all.map((c) => not(c.long)));
    },
    says: (r) => ({
      summary: `Less than 3 months, not counted: ${listed(r.ask(shortCourses).map((c) => c.drug.ingredient))}`,
    }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "S11d",
    title: "Glucocorticoid exposure",
    when: "long glucocorticoid",
    output: "secondary cause present",
    sources: ["S11"],
    holds: (r) => r.ask(longSteroid),
    says: () => ({ summary: "Secondary cause present: glucocorticoid exposure; review dose and need" }),
  }),
  noteRule({
    ...note,
    id: "S35",
    title: "Bone drug for steroid users",
    when: "long glucocorticoid, particularly above 7.5 mg/day, or a very high dose",
    output: "consider a bone-modifying agent",
    sources: ["S35"],
    holds: longOrVeryHigh,
    says: (r) => ({
      summary: `Long-term glucocorticoid${r.ask(highDoseSteroid) === true ? " above 7.5 mg/day" : ""}: consider a bone-modifying agent`,
    }),
  }),
  noteRule({
    ...note,
    id: "X3",
    title: "Steroid user below 20/3",
    when: "long glucocorticoid, moderate risk by ACR 2022",
    output: "ACR 2022 offers therapy, beyond the source threshold",
    group: "disagreement",
    sources: ["S24", "ACR 2022"],
    holds: (r) => {
      const fired = r.ask(placement).deciding.some((rule) => rule.id === "T-M2");
      return r.ask(longSteroid) === "unknown" ? "unknown" : fired;
    },
    says: () => ({
      summary: "Source 2025 says no drug below 20/3 | ACR 2022 says offer therapy at moderate risk on glucocorticoid",
    }),
  }),
  noteRule({
    ...note,
    group: "monitoring",
    alert: true,
    id: "S36",
    title: "Yearly reassessment",
    when: "long glucocorticoid",
    output: "reassess clinical fracture risk every 12 months",
    sources: ["S36"],
    holds: (r) => r.ask(longSteroid),
    says: () => ({ summary: "Glucocorticoid user: reassess clinical fracture risk every 12 months" }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S37",
    title: "Care gap",
    when: "long glucocorticoid and no bone drug",
    output: "only 5-62 % of such patients get preventive therapy",
    sources: ["S37"],
    holds: (r) => and(r.ask(longSteroid), r.ask(currentTreatment).length === 0),
    says: () => ({ summary: "Care gap: by the source only 5-62 % of glucocorticoid users get preventive therapy" }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "X10",
    title: "Provenance of 5-62 %",
    when: "long glucocorticoid and no bone drug",
    output: "a gap in prescribing, not adherence",
    group: "disagreement",
    sources: ["S37", "Yood"],
    holds: (r) => and(r.ask(longSteroid), r.ask(currentTreatment).length === 0),
    says: () => ({
      summary:
        "Source 2025 says 5-62 %, as adherence | studies found: 62 % had any intervention in one; it is prescribing",
    }),
  }),
];
