import { ANALYTES, analyteOf } from "../terminology/analytes";
import { canonical } from "../terminology/units";
import type { CaseFields } from "./case-fields";
import type { Analyte, Comparator, LabResult, ResultValue } from "./chart";

const FIELDS = ["key", "name", "loinc", "value", "unit", "date", "status", "comparator", "text", "flag"];
const COMPARATORS = ["<", "<=", ">", ">="] as const;

/** Keys of work-up rows that hold several tests, and the test meant when neither name nor code says. */
const ROW_KEYS: Readonly<Record<string, Analyte>> = {
  LFT: "ALT",
  CBC: "HGB",
  "SPEP/FLC": "SPEP",
  SEXHORM: "ESTRADIOL",
};

const isAnalyte = (key: string): key is Analyte => Object.hasOwn(ANALYTES, key);

/** 1,25-(OH)2 vitamin D is another test than 25-OH vitamin D (CLINICAL.md 3). */
const OTHER_VITAMIN_D = { name: /1[,.]\s*25/, loinc: ["62290-2", "1649-3"] };

/** The test a case entry means: its code and name when they are known, else its key; null when they contradict. */
function analyte(key: string, name: string, loinc: string | null): Analyte | null {
  const byKey = isAnalyte(key) ? key : ROW_KEYS[key];
  if (OTHER_VITAMIN_D.name.test(name) || OTHER_VITAMIN_D.loinc.includes(loinc ?? "")) return null;
  const byName = analyteOf(name, loinc) ?? (loinc === null ? null : analyteOf(name, null));
  if (byName === null || byKey === undefined) return byKey ?? byName;
  return ANALYTES[byName].workup === ANALYTES[byKey].workup ? byName : null;
}

const NUMBER = /^([<>]=?|≤|≥)?\s*(\d+(?:\.\d+)?)$/;

function resultOf(lab: CaseFields, code: Analyte): ResultValue | null {
  const value = lab.raw("value");
  const unit = lab.text("unit");
  const given = lab.choice("comparator", ...COMPARATORS);
  const made = (number: number, comparator: Comparator | null): ResultValue => ({
    kind: "number",
    comparator,
    value: number,
    unit,
    canonical: canonical(code, number, unit),
  });
  if (typeof value === "number") {
    const checked = lab.number("value", 0, 1e6);
    return checked === null ? null : made(checked, given);
  }
  if (value !== null && typeof value !== "string") {
    lab.reject("value", "neither a number nor text");
    return null;
  }
  const text = (value ?? lab.text("text") ?? "").trim();
  const match = NUMBER.exec(text);
  if (!match) return { kind: "text", text: text || "no value" };
  const sign = match[1]?.replace("≤", "<=").replace("≥", ">=");
  return made(Number(match[2]), COMPARATORS.find((c) => c === sign) ?? given);
}

export function caseLabs(input: CaseFields): LabResult[] {
  const seen = new Set<string>();
  return input.list("labs", FIELDS).flatMap((lab) => {
    const [key, name, loinc] = [lab.text("key") ?? "", lab.text("name") ?? "", lab.text("loinc")];
    const code = analyte(key, name, loinc);
    if (code === null) {
      lab.rejectAll(`"${name || key}" is not a test that the rules read, or its key, name and code contradict`);
      return [];
    }
    const wrongDate = lab.dateIsWrong("date");
    const date = lab.date("date");
    const result = resultOf(lab, code);
    if (wrongDate || result === null) return [];
    const same = JSON.stringify([code, result, date]);
    if (seen.has(same)) {
      lab.rejectAll("the same result is there twice");
      return [];
    }
    seen.add(same);
    const pending = result.kind === "text" && /pending|ordered|in process|collected/i.test(result.text);
    return [
      {
        analyte: code,
        label: name || ANALYTES[code].name,
        loinc,
        result,
        range: null,
        flag: lab.choice("flag", "low", "high", "abnormal"),
        status: lab.choice("status", "final", "pending", "cancelled", "corrected") ?? (pending ? "pending" : null),
        date,
        evidence: lab.evidence,
      },
    ];
  });
}
