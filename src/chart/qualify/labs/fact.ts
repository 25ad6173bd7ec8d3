import { plainWords } from "../../../terminology/plain-text";
import { canonical, unitFit } from "../../../terminology/units";
import type { LabResult, ResultValue } from "../../chart";
import type { PartialDate } from "../../evidence";
import { evidenceOf, type Page } from "../page";
import type { LabLabel } from "./label";
import type { PrintedResult } from "./result";
import type { Around } from "./row";

const MAY_BE_NIL: ReadonlySet<LabLabel["analyte"]> = new Set(["SPEP", "FLC", "TSH", "ESR", "CRP", "BILI", "TTG"]);

function resultValue(label: LabLabel, printed: PrintedResult, shown: string | null): ResultValue | null {
  if (printed.value === null) return printed.text === null ? null : { kind: "text", text: printed.text };
  const fit = shown === null ? "known" : unitFit(label.analyte, shown);
  if (fit === "other") return null;
  const unit = fit === "foreign" ? null : shown;
  const { comparator, value } = printed;
  // an empty field printed as 0 is no result; only what can be absent from blood may be nil
  if (value === 0 && comparator === null && !MAY_BE_NIL.has(label.analyte)) return null;
  // "CPT 83036": a long number on its own is a code
  if (unit === null && comparator === null && value >= 10_000) return null;
  return { kind: "number", comparator, value, unit, canonical: canonical(label.analyte, value, unit) };
}

/** Bare "Vitamin D" and other short names are a test only where the unit is one of that test. */
const NEEDS_UNIT = /^(?:vit(?:amin[ea]?|amina)? d(?: total)?|mg|ca|e2|p|hb|lh)$/;

/** The result of one printed value; null where the unit or the status rule it out. */
export function makeResult(
  label: LabLabel,
  printed: PrintedResult,
  beside: Around,
  date: PartialDate | null,
  page: Page,
  ref: number,
  text: string,
): LabResult | null {
  const unit = printed.unit ?? beside.unit;
  const result = resultValue(label, printed, unit);
  if (result === null) return null;
  if (
    NEEDS_UNIT.test(plainWords(label.label)) &&
    result.kind === "number" &&
    result.canonical === null &&
    label.loinc === null
  )
    return null;
  const status = printed.status ?? beside.status;
  if (status === "cancelled" && result.kind === "number") return null;
  return {
    analyte: label.analyte,
    label: label.label,
    loinc: label.loinc,
    result:
      status === "pending" && result.kind === "number" && beside.status === "pending"
        ? { kind: "text", text: "pending" }
        : result,
    range: printed.range ?? beside.range,
    flag: printed.flag ?? beside.flag,
    status,
    date,
    evidence: evidenceOf(page, ref, text),
  };
}
