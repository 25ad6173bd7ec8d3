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
/** A pack or taper without an end: its dose on this day is not known, and steps are never summed. */
const TAPER = /\b(taper\w*|dose ?pa(c)?k)\b/i;

/** mg a day; doses of bone drugs count only with their schedule, since 70 mg is a week's dose. */
function dosePerDay(med: CaseFields, text: string, ingredient: string, open: boolean): number | null {
  const dose = med.number("doseMg", 0, 1e5);
  const perDay = med.number("perDay", 0, 24);
  if (dose === null || (TAPER.test(text) && open)) return null;
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
