import type { ListKind } from "../src/chart/chart";
import type { TextKey } from "../src/ui/text";
import { FIGURES, type FigureName } from "../src/ui/type-in/measures";

/** Every date of the calculator, with its label. */
export const DATES = {
  dxaDate: "dxaDate",
  fraxDate: "fraxDate",
  steroidSince: "steroidSince",
  drugSince: "drugSince",
  drugLast: "lastDose",
  drugStopped: "stopped",
  labDate: "labDate",
  dentalExam: "dentalExam",
  fractureDate1: "fractureDate",
  fractureDate2: "fractureDate",
} satisfies Record<string, TextKey>;

export type DateName = keyof typeof DATES;

/** What is chosen from a list; the empty text is "not known" everywhere. */
export interface Choices {
  sex: "" | "F" | "M";
  menopause: "" | "pre" | "peri" | "post";
  fractureHistory: "" | "documented" | "documented-none";
  fractureSite1: string;
  fractureTrauma1: "" | "low" | "high";
  fractureOnTherapy1: "" | "yes" | "no";
  fractureSite2: string;
  fractureTrauma2: "" | "low" | "high";
  fractureOnTherapy2: "" | "yes" | "no";
  fraxSteroids: "" | "yes" | "no";
  fraxAdjusted: "" | "yes" | "no";
  steroid: string;
  steroidReplacement: "" | "yes";
  drug: string;
  drugPlanned: "" | "yes";
  smoking: "" | "current" | "former" | "never";
}

export type ChoiceName = keyof Choices;

/** A field of the form as the chart filled it: as long as its text stands, it is the chart's and of the chart's date. */
export interface Reading {
  value: string;
  /** The day of the value itself, where the field is a figure. */
  date: string | null;
  text: string;
  /** The unit of a figure. */
  unit?: string;
  /** The entry of the chart's case that the figure stands for, with what the field does not show. */
  entry?: Entry;
}

/** An entry of the chart that no field holds: shown, and used unless the user takes it out. */
export interface Extra {
  list: ExtraList;
  entry: Entry | string;
  text: string;
  date: string | null;
  used: boolean;
}

export type ExtraList = "dxa" | "labs" | "meds" | "fractures" | "problems" | "allergies";

export type Entry = Record<string, unknown> & { date?: string | null };

/** The calculator as typed: nothing is read into it before `typedCase`. */
export interface Form {
  figures: Record<FigureName, string>;
  units: Record<FigureName, string>;
  dates: Record<DateName, string>;
  choices: Choices;
  conditions: string[];
  /** What the chart filled in, by field; empty where the form was typed. */
  readings: Partial<Record<FigureName | DateName | ChoiceName, Reading>>;
  /** Entries of the chart that no field holds. */
  extras: Extra[];
  /** Lists that are complete as they stand: read in full, or said to be. A blank in another one is not "none". */
  stated: ListKind[];
}

/** What the chart says of this field, while its text still stands there. */
export function readingOf(form: Form, name: FigureName | DateName | ChoiceName): Reading | undefined {
  const { figures, units, dates, choices, readings } = form;
  const now =
    name in figures
      ? figures[name as FigureName]
      : name in dates
        ? dates[name as DateName]
        : choices[name as ChoiceName];
  const reading = readings[name];
  const stands = reading?.value === now && (reading?.unit === undefined || reading.unit === units[name as FigureName]);
  return stands ? reading : undefined;
}

/** An empty form. Dates of results stand at today, where they can be seen and changed. */
export function emptyForm(today: string): Form {
  const names = Object.keys(FIGURES) as FigureName[];
  const each = <T>(value: (name: FigureName) => T) =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<FigureName, T>;
  const dates = Object.fromEntries(Object.keys(DATES).map((name) => [name, ""])) as Record<DateName, string>;
  return {
    figures: each(() => ""),
    units: each((name) => FIGURES[name].ranges[0].unit),
    dates: { ...dates, dxaDate: today, fraxDate: today, labDate: today },
    choices: {
      sex: "",
      menopause: "",
      fractureHistory: "",
      fractureSite1: "",
      fractureTrauma1: "",
      fractureOnTherapy1: "",
      fractureSite2: "",
      fractureTrauma2: "",
      fractureOnTherapy2: "",
      fraxSteroids: "",
      fraxAdjusted: "",
      steroid: "",
      steroidReplacement: "",
      drug: "",
      drugPlanned: "",
      smoking: "",
    },
    conditions: [],
    readings: {},
    extras: [],
    stated: [],
  };
}
