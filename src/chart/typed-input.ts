import { caseToChart } from "./case";
import { CaseFields } from "./case-fields";
import type { Chart, Rejection } from "./chart";
import type { IsoDate } from "./evidence";
import { type Fact, known, unknown } from "./fact";
import type { TypedInput } from "./typed-fact";

/** Facts that a clinician can type and a case has no field for. */
const BEYOND_A_CASE = ["parentHipFracture", "fallsLastYear", "heightLossCm", "noDentalExam"] as const;
type BeyondACase = (typeof BEYOND_A_CASE)[number];

/** What can be: figures outside are slips of the keyboard. Product limits, not clinical ones. */
const MOST_FALLS = 365;
const MOST_HEIGHT_LOSS_CM = 50;

/** Typed values as a chart that holds nothing else. Impossible values and unknown fields are among the rejected. */
export function readTyped(input: TypedInput, today: IsoDate): { chart: Chart; rejected: Rejection[] } {
  const isBeyond = (key: string) => (BEYOND_A_CASE as readonly string[]).includes(key);
  const entries = Object.entries(input);
  const inCase = Object.fromEntries(entries.filter(([key]) => !isBeyond(key)));
  const beyond = Object.fromEntries(entries.filter(([key]) => isBeyond(key)));
  const { chart, rejected } = caseToChart({ ...inCase, asOf: today });
  const fields = CaseFields.root(beyond, today, rejected, BEYOND_A_CASE);
  const fact = <T>(key: BeyondACase, value: T | null): Fact<T> =>
    value === null ? unknown : known(value, fields.evidenceOf(key));
  return {
    chart: {
      ...chart,
      parentHipFracture: fact("parentHipFracture", fields.truth("parentHipFracture")),
      fallsLastYear: fact("fallsLastYear", fields.number("fallsLastYear", 0, MOST_FALLS)),
      heightLossCm: fact("heightLossCm", fields.number("heightLossCm", 0, MOST_HEIGHT_LOSS_CM)),
      ...(fields.truth("noDentalExam") === true && { lastDentalExam: fact("noDentalExam", "none" as const) }),
    },
    rejected,
  };
}
