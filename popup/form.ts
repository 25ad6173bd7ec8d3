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

/** The calculator as typed: nothing is read into it before `typedCase`. */
export interface Form {
  figures: Record<FigureName, string>;
  units: Record<FigureName, string>;
  dates: Record<DateName, string>;
  choices: Choices;
  conditions: string[];
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
  };
}
