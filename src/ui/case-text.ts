import { dateText, plain, prose, score } from "./figures";
import { siteName } from "./site-name";
import { type TextKey, t } from "./text";
import { FRACTURE_SITES } from "./type-in/choices";

type Fields = Readonly<Record<string, unknown>>;
/** Says one field of a case; null where another field says it. */
type Words = (value: unknown, all: Fields) => string | null;

const number = (value: unknown) => (typeof value === "number" ? plain(value) : String(value));
const isDate = (value: unknown): value is string => typeof value === "string" && /^\d{4}(-\d\d){0,2}$/.test(value);
const yesNo = (value: unknown) => (typeof value === "boolean" ? t(value ? "yes" : "no") : String(value));

const alone: Words = (value) => String(value);
const unsaid: Words = () => null;
/** "Weight 66 kg", "Last dose Feb 1, 2026", "Run with steroids ticked: yes". */
const labelled =
  (label: TextKey, unit = ""): Words =>
  (value) => {
    if (isDate(value)) return `${t(label)} ${dateText(value)}`;
    return typeof value === "number" ? `${t(label)} ${number(value)}${unit}` : `${t(label)}: ${yesNo(value)}`;
  };
const signed =
  (label: TextKey): Words =>
  (value) =>
    `${t(label)} ${typeof value === "number" ? score(value) : String(value)}`;
const chosen =
  (label: TextKey, options: Record<string, TextKey>): Words =>
  (value) => {
    const option = options[String(value)];
    return `${t(label)}: ${option === undefined ? String(value) : t(option)}`;
  };
const percentage =
  (label: TextKey, comparator: string): Words =>
  (value, all) =>
    `${t(label)} ${all[comparator] ?? ""}${number(value)}\u202f%`;
const unlessThere =
  (other: string, words: Words): Words =>
  (value, all) =>
    all[other] ? null : words(value, all);

/** The fields of a case (FORMATS.md) in the words of the calculator's labels. */
const FIELD: Readonly<Record<string, Words>> = {
  age: (value) => `${t("age")} ${number(value)} ${t("unitYears")}`,
  sex: chosen("sex", { F: "female", M: "male", female: "female", male: "male" }),
  menopause: chosen("menopause", { pre: "menopausePre", peri: "menopausePeri", post: "menopausePost" }),
  weightKg: labelled("weight", "\u202fkg"),
  heightCm: labelled("height", "\u202fcm"),
  smoking: chosen("smoking", { never: "smokingNever", former: "smokingFormer", current: "smokingCurrent" }),
  alcoholDrinksPerDay: (value) => `${t("alcohol")} ${number(value)} ${t("unitDrinks")}`,
  plannedDrug: labelled("drugPlanned"),
  lastDentalExam: labelled("dentalExam"),
  fractureHistory: chosen("fractureHistory", {
    documented: "fractureYes",
    "documented-none": "fractureNone",
    unknown: "notKnown",
  }),
  site: (value) => {
    const fracture = FRACTURE_SITES.find(([site]) => site === value)?.[1];
    return fracture === undefined ? siteName(String(value)) : t(fracture);
  },
  t: signed("tScore"),
  z: signed("zScore"),
  date: (value) => (isDate(value) ? dateText(value) : String(value)),
  trauma: chosen("fractureTrauma", { low: "traumaLow", high: "traumaHigh" }),
  onTherapy: labelled("fractureOnTherapy"),
  tool: alone,
  country: unlessThere("tool", alone),
  mof: percentage("fraxMof", "mofComparator"),
  hip: percentage("fraxHip", "hipComparator"),
  mofComparator: unsaid,
  hipComparator: unsaid,
  withBMD: (value) => t(value === true ? "fraxWithBmd" : "fraxWithoutBmd"),
  gcTicked: labelled("fraxSteroids"),
  doseAdjusted: labelled("fraxAdjustedAlready"),
  key: unlessThere("name", alone),
  name: alone,
  loinc: unsaid,
  value: (value, { comparator, unit }) => `${comparator ?? ""}${number(value)}${unit ? `\u202f${unit}` : ""}`,
  unit: unsaid,
  comparator: unsaid,
  status: alone,
  flag: alone,
  text: alone,
  ingredient: unlessThere("text", alone),
  doseMg: unlessThere("text", (value) => `${number(value)}\u202fmg`),
  perDay: unsaid,
  antiresorptive: unsaid,
  route: alone,
  start: labelled("since"),
  stop: labelled("stopped"),
  lastGiven: labelled("lastDose"),
  replacement: labelled("steroidReplacement"),
};

/** What an entry of a case holds: one object, one field with its name, or null where it is a text of its own. */
function fieldsOf(text: string): Fields | null {
  const named = /^(\w+): (.+)$/.exec(text);
  try {
    if (text.startsWith("{")) return JSON.parse(text) as Fields;
    return named === null ? null : { [named[1] as string]: JSON.parse(named[2] as string) as unknown };
  } catch {
    return null;
  }
}

/** A case's own notation in words: `{"site":"FN","t":-1.8,"z":null}` is "Femoral neck, T-score −1.8". */
export function caseText(text: string): string {
  const fields = fieldsOf(text);
  if (fields === null) return text;
  const said = Object.entries(fields)
    .flatMap(([name, value]) => {
      if (value === null || value === undefined || value === "") return [];
      const words =
        FIELD[name] ?? (() => `${name} ${typeof value === "object" ? JSON.stringify(value) : yesNo(value)}`);
      return words(value, fields) ?? [];
    })
    .join(", ");
  return prose(said);
}
