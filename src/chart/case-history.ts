import { readConditions } from "../terminology/conditions";
import { findDates } from "../terminology/dates";
import { drugInText } from "../terminology/drugs";
import { ENGLISH_US } from "../terminology/numbers";
import { addDays, addMonths } from "./calendar";
import type { CaseFields } from "./case-fields";
import type { Allergy, Fracture, Problem } from "./chart";
import type { IsoDate, PartialDate } from "./evidence";

const AGO =
  /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(day|week|month|year)s?\s+ago\b/i;
const WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** "8 months ago" counted back from the day of the assessment. */
function relative(text: string, asOf: IsoDate): PartialDate | null {
  const match = AGO.exec(text);
  if (!match) return null;
  const word = (match[1] ?? "").toLowerCase();
  const count = /^an?$/.test(word) ? 1 : WORDS.includes(word) ? WORDS.indexOf(word) : Number(word);
  const unit = (match[2] ?? "").toLowerCase();
  if (unit === "day") return addDays(asOf, -count);
  if (unit === "week") return addDays(asOf, -7 * count);
  return unit === "month" ? addMonths(asOf, -count).slice(0, 7) : addMonths(asOf, -12 * count).slice(0, 4);
}

/** The date an entry of a problem list carries; null when it carries none. */
function dateIn(text: string, asOf: IsoDate): PartialDate | null {
  const found = findDates(text, ENGLISH_US, Number(asOf.slice(0, 4)))[0]?.date;
  return found ?? relative(text, asOf) ?? /\b(19|20)\d{2}\b/.exec(text)?.[0] ?? null;
}

/** Problem-list strings; one string may name several conditions. */
export function caseProblems(input: CaseFields, asOf: IsoDate): Problem[] {
  return input.items("problems").flatMap((item, i): Problem[] => {
    if (typeof item !== "string") {
      input.reject("problems", `entry ${i} is not text`);
      return [];
    }
    const evidence = { from: "case", path: `problems[${i}]`, text: item } as const;
    const common = { label: item, date: dateIn(item, asOf), evidence };
    const read = readConditions(item);
    if (read.length === 0) return [{ ...common, condition: null, status: null, negated: false }];
    return read.map(({ condition, negated, history }) => ({
      ...common,
      condition,
      status: history ? "inactive" : "active",
      negated,
    }));
  });
}

export function caseAllergies(input: CaseFields): Allergy[] {
  return input.items("allergies").flatMap((item, i): Allergy[] => {
    if (typeof item !== "string") {
      input.reject("allergies", `entry ${i} is not text`);
      return [];
    }
    const [, reaction] = item.split(/:\s*/);
    const evidence = { from: "case", path: `allergies[${i}]`, text: item } as const;
    return [{ label: item, ingredient: drugInText(item)?.ingredient ?? null, reaction: reaction ?? null, evidence }];
  });
}

const FRACTURE_FIELDS = ["site", "date", "trauma", "onTherapy", "onHarmDrug"];

export function caseFractures(input: CaseFields): Fracture[] {
  return input.list("fractures", FRACTURE_FIELDS).flatMap((one): Fracture[] => {
    const site = one.text("site");
    if (site === null) {
      one.rejectAll("no site");
      return [];
    }
    const wrongDate = one.dateIsWrong("date");
    const date = one.date("date");
    const trauma = one.choice("trauma", "low", "high");
    const [onTherapy, onHarmDrug] = [one.truth("onTherapy"), one.truth("onHarmDrug")];
    if (wrongDate) return [];
    return [{ site, date, trauma, onTherapy, onHarmDrug, label: `${site} fracture`, evidence: one.evidence }];
  });
}
