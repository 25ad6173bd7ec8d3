import type { Chart } from "../chart/chart";
import type { IsoDate } from "../chart/evidence";
import type { Fact } from "../chart/fact";
import {
  alcoholInput,
  glucocorticoidInput,
  parentHipInput,
  previousFractureInput,
  rheumatoidArthritisInput,
  secondaryOsteoporosisInput,
  smokingInput,
} from "./frax-history";
import { FRAX_FIELDS, type FraxField, type FraxInput, found, notFound, unsettled } from "./frax-input";
import { type Neck, neckOf } from "./frax-neck";
import { names } from "./frax-read-back";

export interface FraxInputs {
  inputs: Record<FraxField, FraxInput>;
  /** What the last row is filled with, and the T-score the calculator must then echo. */
  neck: Neck | null;
  /** Why the calculator is not filled in for this patient; empty when it may be. */
  blocked: string[];
}

/** The calculator computes for these ages; others are counted as the nearer end (RISK.md 1.1). */
const AGE = { low: 40, high: 90 } as const;
/** The calculator's own checks (RISK.md 1.1, rows 3 and 4). */
const WEIGHT_KG = { low: 25, high: 125 } as const;
const HEIGHT_CM = { low: 100, high: 220 } as const;

/** One decimal, as a person would type it. */
const plain = (value: number) => String(Math.round(value * 10) / 10);

function ageInput(age: Chart["patient"]["age"]): FraxInput {
  if (age.state !== "known") return unsettled(age, []);
  const text = `${age.value} years`;
  if (age.value < AGE.low || age.value > AGE.high)
    return {
      state: "unusable",
      text,
      why: `outside the FRAX range of ${AGE.low} to ${AGE.high} years`,
      evidence: age.evidence,
    };
  return found(String(age.value), text, age.evidence);
}

function sexInput(sex: Chart["patient"]["sex"]): FraxInput {
  return sex.state === "known" ? found(sex.value, sex.value, sex.evidence) : unsettled(sex, []);
}

function weightInput(weight: Fact<number>): FraxInput {
  if (weight.state !== "known") return unsettled(weight, ["vitals"]);
  const text = `${plain(weight.value)} kg`;
  if (weight.value < WEIGHT_KG.low)
    return {
      state: "unusable",
      text,
      why: `the calculator takes ${WEIGHT_KG.low} to ${WEIGHT_KG.high} kg`,
      evidence: weight.evidence,
    };
  if (weight.value <= WEIGHT_KG.high) return found(plain(weight.value), text, weight.evidence);
  const note = `the calculator takes at most ${WEIGHT_KG.high} kg: ${WEIGHT_KG.high} is entered`;
  return found(String(WEIGHT_KG.high), text, weight.evidence, [note]);
}

function heightInput(height: Fact<number>): FraxInput {
  if (height.state !== "known") return unsettled(height, ["vitals"]);
  const text = `${plain(height.value)} cm`;
  if (height.value < HEIGHT_CM.low || height.value > HEIGHT_CM.high)
    return {
      state: "unusable",
      text,
      why: `the calculator takes ${HEIGHT_CM.low} to ${HEIGHT_CM.high} cm`,
      evidence: height.evidence,
    };
  return found(plain(height.value), text, height.evidence);
}

function neckInput(chart: Chart): { input: FraxInput; neck: Neck | null } {
  const sex = chart.patient.sex.state === "known" ? chart.patient.sex.value : null;
  const read = neckOf(chart.dxa, sex);
  if (read.neck === null) {
    const { why, refused, scan } = read;
    const evidence = scan ? [scan.evidence] : [];
    const input: FraxInput =
      refused === null
        ? notFound(["dxa", "notes"], why, evidence)
        : { state: "unusable", text: refused, why, evidence };
    return { input, neck: null };
  }
  const { neck, notes } = read;
  const text =
    neck.as === "bmd" ? `${neck.maker}, ${neck.bmd} g/cm² (T-score ${neck.t.toFixed(2)})` : `T-score ${neck.t}`;
  return { input: found(String(neck.as === "bmd" ? neck.bmd : neck.t), text, [neck.scan.evidence], notes), neck };
}

/** The twelve inputs as the chart gives them on a day. */
export function fraxInputs(chart: Chart, today: IsoDate): FraxInputs {
  const { input: bmd, neck } = neckInput(chart);
  const inputs: FraxInputs["inputs"] = {
    age: ageInput(chart.patient.age),
    sex: sexInput(chart.patient.sex),
    weight: weightInput(chart.weightKg),
    height: heightInput(chart.heightCm),
    previousFracture: previousFractureInput(chart, today),
    parentHip: parentHipInput(chart),
    smoking: smokingInput(chart),
    glucocorticoids: glucocorticoidInput(chart, today),
    rheumatoidArthritis: rheumatoidArthritisInput(chart),
    secondaryOsteoporosis: secondaryOsteoporosisInput(chart, neck !== null),
    alcohol: alcoholInput(chart),
    bmd,
  };
  return { inputs, neck, blocked: blocked(inputs) };
}

function blocked(inputs: FraxInputs["inputs"]): string[] {
  const unread = (["age", "sex"] as const).filter((field) => inputs[field].state === "not-found");
  const refused = FRAX_FIELDS.flatMap((field) => {
    const input = inputs[field];
    return input.state === "unusable" ? [`${names([field])} ${input.text}: ${input.why}`] : [];
  });
  return [...unread.map((field) => `${field}: not read in the chart`), ...refused];
}
