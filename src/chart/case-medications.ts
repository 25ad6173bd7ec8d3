import { boneDrug } from "../terminology/bone-drugs";
import { drugByIngredient, drugInText } from "../terminology/drugs";
import { isSystemicGlucocorticoid, prednisoneEquivalentMg } from "../terminology/glucocorticoids";
import { earliest } from "./calendar";
import type { CaseFields } from "./case-fields";
import type { Medication, MedicationStatus, Route } from "./chart";

const FIELDS = [
  "text",
  "ingredient",
  "doseMg",
  "perDay",
  "route",
  "start",
  "stop",
  "replacement",
  "antiresorptive",
  "lastGiven",
];

const ROUTES: readonly Route[] = [
  "oral",
  "iv",
  "im",
  "sc",
  "inhaled",
  "nasal",
  "topical",
  "ophthalmic",
  "intra-articular",
  "rectal",
  "transdermal",
];

const AS_NEEDED = /\b(prn|as needed|when needed|if needed)\b/i;
/**
 * The dose a case states counts (FORMATS.md), also of a taper: steps are never summed, and short ones are kept out by
 * their length (CLINICAL.md 4.4). Only whether a taper without an end stays at a very high dose (T-VH9b, 30 mg of
 * prednisone) cannot be told from its first step.
 */
const TAPER = /\btaper\w*/i;
const WITH_AN_END = /\bdose ?pac?k\b|\b\d+[- ](?:day|week)s?\b/i;
const VERY_HIGH_MG = 30;

/** mg a day; doses of bone drugs count only with their schedule, since 70 mg is a week's dose. */
function dosePerDay(med: CaseFields, text: string, ingredient: string, open: boolean): number | null {
  const dose = med.number("doseMg", 0, 1e5);
  const perDay = med.number("perDay", 0, 24);
  if (dose === null) return null;
  const prednisone = prednisoneEquivalentMg(ingredient, dose * (perDay ?? 1)) ?? 0;
  if (open && TAPER.test(text) && !WITH_AN_END.test(text) && prednisone >= VERY_HIGH_MG) return null;
  if (perDay === null && boneDrug(ingredient)) return null;
  return dose * (perDay ?? 1);
}

export function caseMedications(input: CaseFields): Medication[] {
  const seen = new Set<string>();
  return input.list("meds", FIELDS).flatMap((med) => {
    const label = med.text("text") ?? "";
    const named = med.text("ingredient");
    const drug =
      (named === null ? undefined : drugByIngredient(named)) ?? (named === null ? drugInText(label) : undefined);
    const ingredient = drug?.ingredient ?? named?.trim().toLowerCase();
    if (!ingredient) {
      med.rejectAll("no drug is named");
      return [];
    }
    const planned = med.dateIsWrong("start");
    const start = med.date("start");
    let stop = med.date("stop");
    if (start !== null && stop !== null && earliest(stop) < earliest(start)) {
      med.reject("stop", `${stop} lies before the start ${start}`);
      stop = null;
    }
    const status: MedicationStatus = planned ? "planned" : stop === null ? "active" : "stopped";
    const route = med.choice("route", ...ROUTES);
    const dosePerDayMg = dosePerDay(med, label, ingredient, stop === null);
    const asNeeded = AS_NEEDED.test(label);
    const systemic = isSystemicGlucocorticoid(ingredient, route) !== false && !asNeeded;
    med.truth("antiresorptive");
    const made: Medication = {
      ingredient,
      label: label || ingredient,
      rxnorm: null,
      status,
      route,
      dosePerDayMg,
      prednisoneMgPerDay: systemic && dosePerDayMg !== null ? prednisoneEquivalentMg(ingredient, dosePerDayMg) : null,
      asNeeded,
      replacement: med.truth("replacement"),
      start,
      stop,
      lastGiven: med.date("lastGiven"),
      evidence: med.evidence,
    };
    const same = JSON.stringify({ ...made, evidence: null });
    if (seen.has(same)) {
      med.rejectAll("the same entry is there twice");
      return [];
    }
    seen.add(same);
    return [made];
  });
}
