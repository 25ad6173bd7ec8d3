import type { BmdResult, Chart, FraxResult, LabResult, Medication } from "./chart";
import type { Evidence, PartialDate } from "./evidence";
import type { Fact } from "./fact";

/** A field of the case as it stood in the chart. */
export interface ReadField {
  /** What was on screen. */
  text: string;
  date: PartialDate | null;
}

/**
 * A chart in the words of a case (FORMATS.md), for the calculator to start from. `read` says of every field, by its
 * path, where it comes from; `leftOut` names what a case cannot say, or what conflicts: never guessed.
 */
export interface ChartCase {
  input: Record<string, unknown>;
  read: Record<string, ReadField>;
  leftOut: string[];
}

const textOf = (evidence: readonly Evidence[]) => evidence[0]?.text ?? "";

export function chartToCase(chart: Chart): ChartCase {
  const input: Record<string, unknown> = {};
  const read: Record<string, ReadField> = {};
  const leftOut: string[] = [];

  const fact = <T>(key: string, name: string, of: Fact<T>, say: (value: T) => unknown = (value) => value) => {
    if (of.state === "conflicting") leftOut.push(`${name}: conflicting values in the chart`);
    if (of.state !== "known") return;
    input[key] = say(of.value);
    read[key] = { text: textOf(of.evidence), date: null };
  };
  fact("age", "age", chart.patient.age);
  fact("sex", "sex", chart.patient.sex, (sex) => (sex === "female" ? "F" : "M"));
  fact("menopause", "menopause", chart.menopause);
  fact("weightKg", "weight", chart.weightKg);
  fact("heightCm", "height", chart.heightCm);
  fact("fractureHistory", "fracture history", chart.fractureHistory, (said) =>
    said === "none" ? "documented-none" : "documented",
  );
  fact("smoking", "smoking", chart.smoking);
  fact("alcoholDrinksPerDay", "alcohol", chart.alcoholDrinksPerDay);
  fact("plannedDrug", "planned bone drug", chart.plannedBoneDrug);
  fact("radiusIndicated", "radius indicated", chart.radiusIndicated);
  if (chart.lastDentalExam.state !== "known" || chart.lastDentalExam.value !== "none")
    fact("lastDentalExam", "dental exam", chart.lastDentalExam);

  const list = <T extends { evidence: Evidence; date?: PartialDate | null }>(
    key: string,
    items: readonly T[],
    say: (item: T) => unknown,
  ) => {
    const kept: unknown[] = [];
    for (const item of items) {
      const said = say(item);
      if (said === null) leftOut.push(item.evidence.text);
      else {
        read[`${key}[${kept.length}]`] = { text: item.evidence.text, date: item.date ?? null };
        kept.push(said);
      }
    }
    input[key] = kept;
  };
  list("dxa", chart.dxa, scan);
  list("labs", chart.labs, lab);
  list("meds", chart.medications, medication);
  list("fractures", chart.fractures, ({ site, date, trauma, onTherapy, onHarmDrug }) => ({
    site,
    date,
    trauma,
    ...(onTherapy === null ? {} : { onTherapy }),
    ...(onHarmDrug === null ? {} : { onHarmDrug }),
  }));
  list(
    "problems",
    chart.problems.filter(({ negated, condition }) => !negated && condition !== null),
    ({ label, status }) => (status === "resolved" || status === "inactive" ? null : label),
  );
  list("allergies", chart.allergies, ({ label }) => label);

  const [newest] = [...chart.frax].filter(usable).sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  for (const bounded of chart.frax.filter((one) => !usable(one))) leftOut.push(bounded.evidence.text);
  if (newest) {
    const { mof, hip, withBmd, country, date, glucocorticoidsTicked, glucocorticoidAdjusted, evidence } = newest;
    input.frax = {
      mof,
      hip,
      withBMD: withBmd,
      country,
      date,
      ...(glucocorticoidsTicked === null ? {} : { gcTicked: glucocorticoidsTicked }),
      ...(glucocorticoidAdjusted === null ? {} : { doseAdjusted: glucocorticoidAdjusted }),
    };
    read.frax = { text: evidence.text, date };
  }
  return { input, read, leftOut };
}

/** The calculator's form has no bounds for FRAX: "> 20 %" is not 20 %. */
function usable({ mofComparator, hipComparator }: FraxResult): boolean {
  return mofComparator === null && hipComparator === null;
}

function scan({ site, t, z, date }: BmdResult): unknown {
  return t === null && z === null ? null : { site, t, z, date };
}

function lab({ analyte, label, loinc, result, flag, status, date }: LabResult): unknown {
  const said = { key: analyte, name: label, loinc, date, ...(flag && { flag }), ...(status && { status }) };
  if (result.kind === "text") return { ...said, value: null, unit: null, text: result.text };
  const { value, unit, comparator } = result;
  return { ...said, value, unit, ...(comparator && { comparator }) };
}

/** Null where a case has no words for it: a status that is not said, stopped without a day, only planned. */
function medication(med: Medication): unknown {
  const { ingredient, label, status, dosePerDayMg, asNeeded, route, start, stop, replacement, lastGiven } = med;
  if (status === "unknown" || status === "planned" || (status === "stopped" && stop === null)) return null;
  return {
    text: asNeeded && !/needed|prn/i.test(label) ? `${label} as needed` : label,
    ingredient,
    doseMg: dosePerDayMg,
    ...(dosePerDayMg === null ? {} : { perDay: 1 }),
    route,
    start,
    ...(stop === null ? {} : { stop }),
    ...(replacement === null ? {} : { replacement }),
    ...(lastGiven === null ? {} : { lastGiven }),
  };
}
