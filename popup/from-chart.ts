import type { ListKind } from "../src/chart/chart";
import type { ChartCase, ReadField } from "../src/chart/to-case";
import { FIGURES, type FigureName, LABS, type LabName } from "../src/ui/type-in/measures";
import { type ChoiceName, type DateName, type Entry, type ExtraList, emptyForm, type Form } from "./form";

const SITE_FIELDS: Record<string, FigureName> = { FN: "tFN", TH: "tTH", LS: "tLS", R33: "tR33" };
const newestFirst = (a: { entry: Entry }, b: { entry: Entry }) =>
  (b.entry.date ?? "").localeCompare(a.entry.date ?? "");

/** The form filled from the chart: the newest figure of each kind in its field, all else as entries beside it. */
export function formFromChart({ input, read, seen }: ChartCase & { seen: ListKind[] }, today: string): Form {
  const form = emptyForm(today);
  const entries = (list: ExtraList) =>
    ((input[list] ?? []) as unknown[]).map((entry, place) => {
      const { text, date } = read[`${list}[${place}]`] as ReadField;
      return { list, entry: entry as Entry, text, date, used: true };
    });
  const figure = (
    name: FigureName,
    value: unknown,
    field: ReadField | undefined,
    unit?: string,
    entry?: Entry,
  ): boolean => {
    if (typeof value !== "number" || field === undefined) return false;
    const known = unit ?? FIGURES[name].ranges[0].unit;
    form.figures[name] = String(value);
    form.units[name] = known;
    form.readings[name] = { ...field, value: String(value), unit: known, ...(entry && { entry }) };
    return true;
  };
  const choice = (name: ChoiceName, value: unknown, field: ReadField | undefined) => {
    if (value === undefined || field === undefined) return;
    const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
    form.choices = { ...form.choices, [name]: text };
    form.readings[name] = { value: text, ...field };
  };
  const date = (name: DateName, value: unknown, field: ReadField | undefined) => {
    if (typeof value !== "string" || field === undefined) return;
    form.dates[name] = value;
    form.readings[name] = { value, ...field };
  };

  figure("age", input.age, read.age);
  figure("weight", input.weightKg, read.weightKg, "kg");
  figure("height", input.heightCm, read.heightCm, "cm");
  figure("alcohol", input.alcoholDrinksPerDay, read.alcoholDrinksPerDay);
  choice("sex", input.sex, read.sex);
  choice("menopause", input.menopause, read.menopause);
  choice("fractureHistory", input.fractureHistory, read.fractureHistory);
  choice("smoking", input.smoking, read.smoking);
  if (input.plannedDrug === true) choice("drugPlanned", true, read.plannedDrug);
  date("dentalExam", input.lastDentalExam, read.lastDentalExam);
  const frax = input.frax as Entry | undefined;
  figure("fraxMof", frax?.mof, read.frax, undefined, frax);
  figure("fraxHip", frax?.hip, read.frax, undefined, frax);
  // Without a date in the chart it has none here: today would be a date of ours.
  if (frax !== undefined) form.dates.fraxDate = "";
  date("fraxDate", frax?.date, read.frax);
  choice("fraxSteroids", frax?.gcTicked, read.frax);
  choice("fraxAdjusted", frax?.doseAdjusted, read.frax);

  const scans = entries("dxa").sort(newestFirst);
  const results = entries("labs").sort(newestFirst);
  form.extras = [
    ...scans.filter(({ entry, text, date }) => {
      const name = SITE_FIELDS[String(entry.site)];
      return name === undefined || form.figures[name] !== "" || !figure(name, entry.t, { text, date }, "", entry);
    }),
    ...results.filter(({ entry, text, date }) => {
      const name = labField(entry);
      const unit = name && FIGURES[name].ranges.find((range) => range.unit === entry.unit)?.unit;
      return (
        name === undefined ||
        unit === undefined ||
        form.figures[name] !== "" ||
        !figure(name, entry.value, { text, date }, unit, entry)
      );
    }),
    ...(["fractures", "meds", "problems", "allergies"] as const).flatMap(entries),
  ];
  form.stated = seen;
  return form;
}

/** The field of a result: only a plain, final figure of that very test. */
function labField({ key, comparator, status }: Entry): LabName | undefined {
  if (comparator !== undefined || (status !== undefined && status !== "final")) return undefined;
  return (Object.keys(LABS) as LabName[]).find((name) => LABS[name].key === key);
}
