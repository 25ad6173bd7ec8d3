import { analyteOf } from "../../../terminology/analytes";
import { onlyUnit } from "../../../terminology/lab-units";
import { cleanText } from "../../../terminology/plain-text";
import type { Analyte, ReferenceRange } from "../../chart";
import type { Page } from "../page";
import { readRange } from "./result";

/** A test's name with what vendors print behind it: code, unit, reference range. */
export interface LabLabel {
  analyte: Analyte;
  label: string;
  loinc: string | null;
  unit: string | null;
  range: ReferenceRange | null;
}

const LOINC = /\b(?:loinc(?: code)?|test code|code)\s*[:=#]?\s*(\d{1,5}-\d)\b/i;
/** "M 13-18 g/dl; F 12-16 g/dl": two ranges, neither of them the patient's for sure. */
const OF_EACH_SEX = /^[MF] ?\d[^;]*; ?[MF] ?\d[^;]*$/;
const BARE_LOINC = /^\d{1,5}-\d$/;

/** LOINC's own check digit (mod 10), so that a range "15-6" is not taken for a code. */
export function isLoinc(text: string): boolean {
  if (!BARE_LOINC.test(text)) return false;
  const [body, check] = text.split("-");
  const digits = [...(body ?? "")].reverse().map(Number);
  const sum = digits.reduce((total, digit, i) => {
    const n = i % 2 === 0 ? digit * 2 : digit;
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

/** The code a cell consists of: "1989-3", "LOINC: 1989-3", "[1989-3]". */
export function loincIn(text: string): string | null {
  const bare = cleanText(text).replace(/^[([]|[)\]]$/g, "");
  const code = bare.match(LOINC)?.[1] ?? /^loinc\D*(\d{1,5}-\d)$/i.exec(bare)?.[1] ?? bare;
  return isLoinc(code) ? code : null;
}

/** Reads the name cell of a result; null when it names no analyte of ours. `code` is the LOINC code of the row, if shown. */
export function readLabel(written: string, code: string | null, page: Page): LabLabel | null {
  let loinc = code;
  let unit: string | null = null;
  let range: ReferenceRange | null = null;
  const label = cleanText(written);
  let name = label.replace(/\[\s*LOINC[^\]]*\]|\(\s*(?:test )?code\s*=[^)]*\)/gi, (part) => {
    loinc = part.match(LOINC)?.[1] ?? loinc;
    return " ";
  });
  name = name.replace(/\(\s*\)/g, " ");
  for (;;) {
    const end = name.match(/^(.*\S)\s*[([]([^()[\]]*)[)\]]\s*:?$/);
    const [, before, inner] = end ?? [];
    if (before === undefined || inner === undefined) break;
    const printedRange = readRange(inner, page);
    if (isLoinc(inner.trim())) loinc = inner.trim();
    else if (onlyUnit(inner)) unit = onlyUnit(inner);
    else if (printedRange) {
      range = printedRange.range;
      unit ??= printedRange.unit;
    } else if (OF_EACH_SEX.test(inner)) unit ??= readRange(inner.slice(1).split(";")[0] ?? "", page)?.unit ?? null;
    else break;
    name = before;
  }
  for (const { index } of name.matchAll(/\s(?=[\d<>≤≥-])/g)) {
    const printedRange = readRange(name.slice(index), page);
    if (!printedRange) continue;
    range ??= printedRange.range;
    unit ??= printedRange.unit;
    name = name.slice(0, index);
    break;
  }
  const trailing = name.match(/^(.*?\S)[,\s]\s*(\S+\/\S+)$/);
  if (trailing?.[1] && trailing[2] && onlyUnit(trailing[2])) {
    unit ??= onlyUnit(trailing[2]);
    name = trailing[1];
  }
  const spelt = cleanText(name.replace(/[:*]+\s*$/, ""));
  const analyte = analyteOf(spelt, loinc);
  return analyte === null ? null : { analyte, label: spelt, loinc, unit, range };
}
