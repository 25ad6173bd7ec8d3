import { earliest, latest } from "../../chart/calendar";
import type { Fracture, Medication } from "../../chart/chart";
import { boneDrug } from "../../terminology/bone-drugs";
import { hasClass } from "../../terminology/drugs";
import type { Question, Reader } from "../reader";
import { and, or, type Truth } from "../truth";
import { fractures, fragilityFracture } from "./fractures";
import { courses } from "./steroids";

/** The drug was surely being taken on the day of the fracture. */
function takenAt(m: Medication, fracture: Fracture): boolean {
  if (m.start === null || fracture.date === null || m.status === "planned") return false;
  const stop = m.stop === null ? (m.status === "stopped" ? null : "9999-12-31") : earliest(m.stop);
  return latest(m.start) < earliest(fracture.date) && stop !== null && stop > latest(fracture.date);
}

/** As the chart states it, else as the dates of drug and fracture show it. */
function during(r: Reader, stated: (f: Fracture) => boolean | null, drugs: Medication[]): Truth {
  const { fragility, unclear } = r.ask(fractures);
  const known = fragility.map((f): Truth => stated(f) ?? drugs.some((m) => takenAt(m, f)));
  const open = unclear.map((f): Truth => and("unknown", stated(f) ?? drugs.some((m) => takenAt(m, f))));
  if (fragility.length + unclear.length === 0) return and("unknown", r.ask(fragilityFracture), drugs.length > 0);
  return or(...known, ...open, false);
}

/** T-VH2 */
export const therapyAtFracture: Question<Truth> = (r) => {
  const drugs = r.list(
    (c) => c.medications,
    (m) => boneDrug(m.ingredient)?.treats === true,
  );
  return during(r, (f) => f.onTherapy, drugs);
};

/** T-VH4: long systemic glucocorticoid, aromatase inhibitor or androgen deprivation, or as the chart states. */
export const harmDrugAtFracture: Question<Truth> = (r) => {
  const hormone = r.list(
    (c) => c.medications,
    (m) => hasClass(m.ingredient, "aromatase-inhibitor", "adt"),
  );
  const steroids = r.ask(courses).filter((c) => c.long === true);
  return during(r, (f) => f.onHarmDrug, [...hormone, ...steroids.map((c) => c.drug)]);
};
