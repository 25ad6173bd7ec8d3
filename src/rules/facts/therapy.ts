import { addMonths, earliest, latest, monthsBetween } from "../../chart/calendar";
import type { Medication } from "../../chart/chart";
import type { PartialDate } from "../../chart/evidence";
import { type BoneDrug, boneDrug } from "../../terminology/bone-drugs";
import type { DrugClass } from "../../terminology/drug";
import { hasClass } from "../../terminology/drugs";
import type { Question, Reader } from "../reader";
import type { Truth } from "../truth";
import { onOrAfter } from "../when";
import { isCurrent } from "./steroids";

export interface Therapy {
  medication: Medication;
  drug: BoneDrug;
  /** The high-dose oncology product (Xgeva, Zometa and theirs). */
  oncology: boolean;
}

/** 120 mg denosumab and 4 mg zoledronic acid are the oncology products (CLINICAL.md 4.1). */
function isOncology(medication: Medication, drug: BoneDrug): boolean {
  const label = medication.label.toLowerCase();
  if (drug.oncologyBrands?.some((brand) => label.includes(brand.toLowerCase()))) return true;
  if (drug.brands.some((brand) => label.includes(brand.toLowerCase()))) return false;
  return (
    (drug.ingredient === "denosumab" && /\b120 ?mg/.test(label)) ||
    (drug.ingredient === "zoledronic acid" && /\b4 ?mg/.test(label))
  );
}

const taken = (r: Reader, keep: (m: Medication, drug: BoneDrug) => boolean): Therapy[] =>
  r
    .list(
      (c) => c.medications,
      (m) => {
        const drug = boneDrug(m.ingredient);
        return drug !== undefined && m.status !== "planned" && keep(m, drug);
      },
    )
    .flatMap((medication) => {
      const drug = boneDrug(medication.ingredient);
      return drug ? [{ medication, drug, oncology: isOncology(medication, drug) }] : [];
    });

/** Bone drugs the patient is on now, prevention-only drugs among them. */
export const currentBoneDrugs: Question<Therapy[]> = (r) => taken(r, isCurrent);

export const stoppedBoneDrugs: Question<Therapy[]> = (r) => taken(r, (m) => !isCurrent(m));

/** FRAX is made for patients off bone drugs for a year, off bisphosphonates for two (NOF/ISCD guide, RISK.md 1.3). Months. */
const WASHOUT = { bisphosphonate: 24, other: 12 } as const;

/** No bone drug now, nor in its washout; one that was stopped at an unknown date counts as recent. */
export const untreated: Question<boolean> = (r) => {
  if (r.ask(currentBoneDrugs).length > 0) return false;
  return r.ask(stoppedBoneDrugs).every(({ medication, drug }) => {
    const months = drug.classes.includes("bisphosphonate") ? WASHOUT.bisphosphonate : WASHOUT.other;
    const end = medication.lastGiven ?? medication.stop;
    return end !== null && latest(end) < addMonths(r.today, -months);
  });
};

/** Drugs that treat; estrogens and bazedoxifene, for prevention only, are not among them (4.1). */
export const currentTreatment: Question<Therapy[]> = (r) => r.ask(currentBoneDrugs).filter(({ drug }) => drug.treats);

export const plannedBoneDrugs: Question<Therapy[]> = (r) =>
  r
    .list(
      (c) => c.medications,
      (m) => m.status === "planned" && boneDrug(m.ingredient) !== undefined,
    )
    .flatMap((medication) => {
      const drug = boneDrug(medication.ingredient);
      return drug ? [{ medication, drug, oncology: isOncology(medication, drug) }] : [];
    });

export const boneDrugPlanned: Question<boolean> = (r) =>
  r.fact("bone drug planned", (c) => c.plannedBoneDrug) === true || r.ask(plannedBoneDrugs).length > 0;

/** Denosumab for osteoporosis that is being given: every 6 months (D14). */
export const denosumab: Question<Medication | null> = (r) =>
  r.ask(currentTreatment).find(({ drug, oncology }) => drug.ingredient === "denosumab" && !oncology)?.medication ??
  null;

/** An antiresorptive that is being taken, or was begun after this day. */
export function antiresorptiveAfter(r: Reader, day: string | null, not: Medication): boolean {
  return [...r.ask(currentBoneDrugs), ...r.ask(stoppedBoneDrugs)].some(
    ({ medication, drug }) =>
      medication !== not &&
      drug.antiresorptive &&
      drug.treats &&
      (isCurrent(medication) ||
        (day !== null && medication.start !== null && onOrAfter(medication.start, day) === true)),
  );
}

/** Denosumab that was stopped with nothing after it (D15). */
export const denosumabStopped: Question<Medication | null> = (r) => {
  const stopped = r.ask(stoppedBoneDrugs).filter(({ drug, oncology }) => drug.ingredient === "denosumab" && !oncology);
  const last = stopped.map(({ medication }) => medication).sort((a, b) => endOf(b).localeCompare(endOf(a)))[0];
  if (!last) return null;
  return antiresorptiveAfter(r, last.lastGiven ?? last.stop ?? last.start, last) ? null : last;
};

const endOf = (m: Medication): string => {
  const end = m.lastGiven ?? m.stop ?? m.start;
  return end === null ? "" : latest(end);
};

/** Longest course of each anabolic drug by its label (CLINICAL.md 4.1): after it an antiresorptive follows. */
export const ANABOLIC_MONTHS: Readonly<Record<string, number>> = {
  teriparatide: 24,
  abaloparatide: 24,
  romosozumab: 12,
};

export interface AnabolicEnd {
  medication: Medication;
  /** Stopped, or on the list beyond its longest course. */
  stopped: boolean;
}

/** Months of ended courses that count towards the same 2 years: PTH analogues together (CLINICAL.md 4.1). */
function monthsBefore(r: Reader, { drug }: Therapy, start: PartialDate): number {
  if (!drug.classes.includes("pth-analogue")) return 0;
  return r.ask(stoppedBoneDrugs).reduce((sum, ended) => {
    const { start: from, stop, lastGiven } = ended.medication;
    const to = stop ?? lastGiven;
    if (!ended.drug.classes.includes("pth-analogue") || from === null || to === null) return sum;
    const until = earliest(to) < earliest(start) ? earliest(to) : earliest(start);
    return sum + Math.max(0, monthsBetween(latest(from), until));
  }, 0);
}

/** An anabolic course that is over with nothing to follow (D16). */
export const anabolicFinished: Question<AnabolicEnd | null> = (r) => {
  const anabolic = ({ drug }: Therapy) => ANABOLIC_MONTHS[drug.ingredient] !== undefined;
  const running = r.ask(currentBoneDrugs).filter(anabolic);
  const over = running.filter((therapy) => {
    const months = ANABOLIC_MONTHS[therapy.drug.ingredient] ?? Number.POSITIVE_INFINITY;
    const { start } = therapy.medication;
    return start !== null && addMonths(latest(start), months - monthsBefore(r, therapy, start)) <= r.today;
  });
  const ended = running.length > 0 ? over : r.ask(stoppedBoneDrugs).filter(anabolic);
  const last = ended.sort((a, b) => endOf(b.medication).localeCompare(endOf(a.medication)))[0]?.medication;
  if (!last || antiresorptiveAfter(r, last.start, last)) return null;
  return { medication: last, stopped: !isCurrent(last) };
};

/** Whole months since a date; null when it is not stated to the month. */
export function monthsSince(r: Reader, date: string | null): number | null {
  return date === null || date.length < 7 ? null : monthsBetween(earliest(date), r.today);
}

/** Current drugs of these classes, bone drugs or not. */
export function onClass(r: Reader, ...classes: DrugClass[]): Medication[] {
  return r.list(
    (c) => c.medications,
    (m) => isCurrent(m) && hasClass(m.ingredient, ...classes),
  );
}

export const onAromataseInhibitor: Question<Truth> = (r) =>
  r.found(onClass(r, "aromatase-inhibitor").length > 0, "medications");
export const onCancerHormoneTherapy: Question<Truth> = (r) =>
  r.found(onClass(r, "aromatase-inhibitor", "adt").length > 0, "medications");
