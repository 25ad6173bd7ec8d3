import type { ListKind } from "../src/chart/chart";
import { t } from "../src/ui/text";
import { FIGURES, type FigureName, LABS, type LabName } from "../src/ui/type-in/measures";
import { BONE_DRUGS } from "../src/ui/type-in/typed-drugs";
import { type Typed, typedDate, typedFigure } from "../src/ui/type-in/typed-value";
import type { Entry, ExtraList } from "./form";
import { type ChoiceName, type Choices, DATES, type DateName, type Form, readingOf } from "./form";

export type FieldName = FigureName | DateName | ChoiceName;

/** A case as `assess` takes it, without `asOf` (CLINICAL.md section 0). What was not typed is null or left out. */
export interface TypedCase {
  age: number | null;
  sex: "F" | "M" | null;
  menopause: "pre" | "peri" | "post" | null;
  weightKg: number | null;
  heightCm: number | null;
  dxa: Entry[];
  fractureHistory: "documented" | "documented-none" | "unknown";
  fractures: Entry[];
  frax: Entry | null;
  labs: Entry[];
  meds: (Entry | TypedMedication)[];
  problems: string[];
  allergies: string[];
  lastDentalExam: string | null;
  smoking?: string;
  alcoholDrinksPerDay?: number;
  plannedDrug?: true;
}

export interface TypedMedication {
  text: string;
  ingredient: string;
  doseMg: number | null;
  route: string;
  start: string | null;
  stop?: string;
  lastGiven?: string;
  replacement?: true;
  antiresorptive?: true;
}

/** The form read as a whole: a case, or what is refused and why, per field. */
export function typedCase(form: Form, today: string): { case: TypedCase; refused: Map<FieldName, string> } {
  const refused = new Map<FieldName, string>();
  const take = <T>(name: FieldName, typed: Typed<T>): T | null => {
    if (typed.state === "refused") refused.set(name, typed.reason);
    return typed.state === "value" ? typed.value : null;
  };
  const figures = Object.fromEntries(
    (Object.keys(FIGURES) as FigureName[]).map((name) => [
      name,
      take(name, typedFigure(form.figures[name], FIGURES[name], form.units[name])),
    ]),
  ) as Record<FigureName, number | null>;
  const dates = Object.fromEntries(
    (Object.keys(DATES) as DateName[]).map((name) => [name, take(name, typedDate(form.dates[name], today))]),
  ) as Record<DateName, string | null>;

  const { fraxMof, fraxHip } = figures;
  // The major-fracture figure counts hip fractures too.
  if (fraxMof !== null && fraxHip !== null && fraxHip > fraxMof) refused.set("fraxHip", t("hipAboveMof"));
  if (form.choices.steroid !== "" && figures.steroidDose === null && !refused.has("steroidDose")) {
    refused.set("steroidDose", t("doseNeeded"));
  }
  const fromChart = form.extras.some(({ list, used }) => list === "fractures" && used);
  if (form.choices.fractureHistory === "documented" && form.choices.fractureSite1 === "" && !fromChart) {
    refused.set("fractureSite1", t("siteNeeded"));
  }
  before(dates, "drugSince", "drugLast", refused);
  before(dates, "drugSince", "drugStopped", refused);
  return { case: assemble(form, figures, dates), refused };
}

function before(
  dates: Record<DateName, string | null>,
  first: DateName,
  then: DateName,
  refused: Map<FieldName, string>,
) {
  const [a, b] = [dates[first], dates[then]];
  if (a === null || b === null) return;
  const precision = Math.min(a.length, b.length);
  if (b.slice(0, precision) < a.slice(0, precision)) refused.set(then, t("beforeStart"));
}

/** The lists that the case states in full: what was typed into speaks for itself, a list only where it is said. */
export function statedLists(
  form: Form,
  { dxa, lastDentalExam, weightKg, heightCm, smoking, ...more }: TypedCase,
): ListKind[] {
  const spoken: [ListKind, boolean][] = [
    ["dxa", dxa.length > 0],
    ["dental", lastDentalExam !== null],
    ["vitals", weightKg !== null || heightCm !== null],
    ["social", smoking !== undefined || more.alcoholDrinksPerDay !== undefined],
  ];
  return [...new Set([...form.stated, ...spoken.flatMap(([list, said]) => (said ? [list] : []))])];
}

function assemble(
  form: Form,
  figures: Record<FigureName, number | null>,
  dates: Record<DateName, string | null>,
): TypedCase {
  const { choices, units, conditions } = form;
  const sites = { FN: "tFN", TH: "tTH", LS: "tLS", R33: "tR33" } as const;
  const { fraxMof: mof, fraxHip: hip } = figures;
  // What the chart says of a figure beyond the figure itself holds as long as the figure does.
  const read = (name: FigureName) => readingOf(form, name)?.entry;
  const extras = <T>(list: ExtraList) =>
    form.extras.flatMap((extra) => (extra.list === list && extra.used ? [extra.entry as T] : []));
  return {
    age: figures.age,
    sex: choices.sex || null,
    menopause: choices.sex === "F" ? choices.menopause || null : null,
    weightKg: metric(figures.weight, units.weight === "lb" ? 0.45359237 : 1),
    heightCm: metric(figures.height, units.height === "in" ? 2.54 : 1),
    dxa: [
      ...Object.entries(sites).flatMap(([site, name]) => {
        const score = figures[name];
        return score === null ? [] : [read(name) ?? { site, t: score, z: null, date: dates.dxaDate }];
      }),
      ...extras<Entry>("dxa"),
    ],
    fractureHistory: choices.fractureHistory || "unknown",
    fractures: [...fractures(choices, dates), ...extras<Entry>("fractures")],
    frax:
      mof === null && hip === null
        ? null
        : {
            withBMD: null,
            country: null,
            ...(read("fraxMof") ?? read("fraxHip")),
            mof,
            hip,
            date: dates.fraxDate,
            ...(choices.fraxSteroids === "" ? {} : { gcTicked: choices.fraxSteroids === "yes" }),
            ...(choices.fraxAdjusted === "" ? {} : { doseAdjusted: choices.fraxAdjusted === "yes" }),
          },
    labs: [
      ...(Object.keys(LABS) as LabName[]).flatMap((name): Entry[] => {
        const value = figures[name];
        const { key, name: shown } = LABS[name];
        const typed = { key, name: shown, loinc: null, value, unit: units[name], date: dates.labDate };
        return value === null ? [] : [read(name) ?? typed];
      }),
      ...extras<Entry>("labs"),
    ],
    meds: [...steroid(choices, figures.steroidDose, dates), ...boneDrug(choices, dates), ...extras<Entry>("meds")],
    problems: [...conditions, ...extras<string>("problems")],
    allergies: extras<string>("allergies"),
    lastDentalExam: dates.dentalExam,
    ...(choices.smoking === "" ? {} : { smoking: choices.smoking }),
    ...(figures.alcohol === null ? {} : { alcoholDrinksPerDay: figures.alcohol }),
    ...(choices.drugPlanned === "yes" ? { plannedDrug: true as const } : {}),
  };
}

function metric(value: number | null, factor: number): number | null {
  return value === null ? null : Math.round(value * factor * 10) / 10;
}

function fractures(choices: Choices, dates: Record<DateName, string | null>): TypedCase["fractures"] {
  if (choices.fractureHistory !== "documented") return [];
  return ([1, 2] as const).flatMap((place) => {
    const site = choices[`fractureSite${place}`];
    const onTherapy = choices[`fractureOnTherapy${place}`];
    if (site === "") return [];
    return [
      {
        site,
        date: dates[`fractureDate${place}`],
        trauma: choices[`fractureTrauma${place}`] || null,
        ...(onTherapy === "" ? {} : { onTherapy: onTherapy === "yes" }),
      },
    ];
  });
}

function steroid(choices: Choices, dose: number | null, dates: Record<DateName, string | null>): TypedMedication[] {
  if (choices.steroid === "" || dose === null) return [];
  return [
    {
      text: `${choices.steroid} ${dose} mg daily`,
      ingredient: choices.steroid,
      doseMg: dose,
      route: "oral",
      start: dates.steroidSince,
      ...(choices.steroidReplacement === "yes" ? { replacement: true as const } : {}),
    },
  ];
}

function boneDrug({ drug }: Choices, dates: Record<DateName, string | null>): TypedMedication[] {
  const known = BONE_DRUGS[drug];
  if (known === undefined) return [];
  return [
    {
      text: known.text,
      ingredient: drug,
      doseMg: known.doseMg,
      route: known.route,
      start: dates.drugSince,
      ...(dates.drugStopped === null ? {} : { stop: dates.drugStopped }),
      ...(dates.drugLast === null ? {} : { lastGiven: dates.drugLast }),
      ...(known.antiresorptive ? { antiresorptive: true as const } : {}),
    },
  ];
}
