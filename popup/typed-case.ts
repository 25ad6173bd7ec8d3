import { t } from "../src/ui/text";
import { FIGURES, type FigureName, LABS, type LabName } from "../src/ui/type-in/measures";
import { BONE_DRUGS } from "../src/ui/type-in/typed-drugs";
import { type Typed, typedDate, typedFigure } from "../src/ui/type-in/typed-value";
import { type ChoiceName, type Choices, DATES, type DateName, type Form } from "./form";

export type FieldName = FigureName | DateName | ChoiceName;

/** A case as `assess` takes it, without `asOf` (CLINICAL.md section 0). What was not typed is null or left out. */
export interface TypedCase {
  age: number | null;
  sex: "F" | "M" | null;
  menopause: "pre" | "peri" | "post" | null;
  weightKg: number | null;
  heightCm: number | null;
  dxa: { site: string; t: number; z: null; date: string | null }[];
  fractureHistory: "documented" | "documented-none" | "unknown";
  fractures: { site: string; date: string | null; trauma: "low" | "high" | null; onTherapy?: boolean }[];
  frax: {
    mof: number | null;
    hip: number | null;
    withBMD: null;
    date: string | null;
    country: null;
    gcTicked?: boolean;
    doseAdjusted?: boolean;
  } | null;
  labs: { key: string; name: string; loinc: null; value: number; unit: string; date: string | null }[];
  meds: TypedMedication[];
  problems: string[];
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
  if (form.choices.fractureHistory === "documented" && form.choices.fractureSite1 === "") {
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

function assemble(
  { choices, units, conditions }: Form,
  figures: Record<FigureName, number | null>,
  dates: Record<DateName, string | null>,
): TypedCase {
  const sites = [
    ["FN", figures.tFN],
    ["TH", figures.tTH],
    ["LS", figures.tLS],
    ["R33", figures.tR33],
  ] as const;
  const { fraxMof: mof, fraxHip: hip } = figures;
  return {
    age: figures.age,
    sex: choices.sex || null,
    menopause: choices.sex === "F" ? choices.menopause || null : null,
    weightKg: metric(figures.weight, units.weight === "lb" ? 0.45359237 : 1),
    heightCm: metric(figures.height, units.height === "in" ? 2.54 : 1),
    dxa: sites.flatMap(([site, score]) => (score === null ? [] : [{ site, t: score, z: null, date: dates.dxaDate }])),
    fractureHistory: choices.fractureHistory || "unknown",
    fractures: fractures(choices, dates),
    frax:
      mof === null && hip === null
        ? null
        : {
            mof,
            hip,
            withBMD: null,
            date: dates.fraxDate,
            country: null,
            ...(choices.fraxSteroids === "" ? {} : { gcTicked: choices.fraxSteroids === "yes" }),
            ...(choices.fraxAdjusted === "" ? {} : { doseAdjusted: choices.fraxAdjusted === "yes" }),
          },
    labs: (Object.keys(LABS) as LabName[]).flatMap((name) => {
      const value = figures[name];
      const { key, name: shown } = LABS[name];
      return value === null ? [] : [{ key, name: shown, loinc: null, value, unit: units[name], date: dates.labDate }];
    }),
    meds: [...steroid(choices, figures.steroidDose, dates), ...boneDrug(choices, dates)],
    problems: conditions,
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
