import { describe, expect, it } from "vitest";
import type { Identity } from "../../src/chart/chart";
import { known, unknown } from "../../src/chart/fact";
import { type AnswerGiven, cdsHooksResponse, fhirBundle, noteText } from "../../src/export";
import { datePattern } from "../../src/export/date-spellings";
import { withoutPatient } from "../../src/export/without-patient";
import type { Assessment } from "../../src/rules";
import { ada, finding, frax, high, onPage } from "../ui/fixtures";
import { maker, uuid } from "./support";

const LINE = "Patient: Marsh, Ada DOB 04/02/1958 MRN 00123";

/** Every text of an assessment that a page may have a hand in holds the line. */
function named(line: string, patient: Identity = ada): Assessment {
  const [missing] = high.missing;
  const [option] = high.suggest;
  const [avoided] = high.avoid;
  if (!missing || !option || !avoided || !high.decidingBmd) throw new Error("too little in the fixture");
  const told = finding("S22", "note", `Low weight: ${line}`, {
    detail: `The chart says ${line}`,
    evidence: [onPage(line)],
    gaps: [{ what: `date of ${line}`, why: "not-stated", assumed: `as in ${line}` }],
  });
  return {
    ...high,
    patient,
    headline: `High risk: ${line}`,
    frax: {
      ...high.frax,
      raw: frax(17.6, 2.5, { evidence: onPage(`${line} FRAX 17.6 %`) }),
      notes: [`Read in ${line}`],
    },
    decidingBmd: { ...high.decidingBmd, evidence: onPage(line) },
    missing: [
      {
        ...missing,
        label: `Calcium ${line}`,
        reason: line,
        last: { text: `9.3 ${line}`, date: null, evidence: onPage(line) },
      },
    ],
    suggest: [{ ...option, text: line, first: [line] }],
    avoid: [{ ...avoided, reason: `documented intolerance: ${line}`, finding: told.id }],
    findings: [told, finding("S43", "monitoring", `Next DXA: ${line}`), finding("T-H1", "tier", line)],
  };
}

const answered: AnswerGiven[] = [
  {
    id: "S22",
    text: `Low weight: ${LINE}`,
    reason: { code: "action-completed", display: "Done already" },
    at: maker.at,
  },
];
const all = (assessment: Assessment) => ({
  note: noteText(assessment, maker, answered),
  "CDS Hooks": JSON.stringify(cdsHooksResponse(assessment, answered)),
  FHIR: JSON.stringify(fhirBundle(assessment, maker, uuid, answered)),
});
const said = (text: string, patient: Identity = ada) =>
  withoutPatient({ ...high, patient, headline: text }).assessment.headline;
const quoted = (text: string, patient: Identity = ada) =>
  withoutPatient({ ...high, patient, frax: { ...high.frax, raw: frax(1, 1, { evidence: onPage(text) }) } }).assessment
    .frax.raw?.evidence.text;

describe("a line that names the patient goes along with no copy", () => {
  const copies = Object.entries(all(named(LINE)));
  it.each(copies)("%s", (_, text) => {
    expect(text).not.toMatch(/marsh|\bada\b|1958|04\/02|00123/i);
  });

  it("and everything else does", () => {
    const { note, FHIR } = all(named(LINE));
    expect(note).toContain("FRAX (chart, 2026-08-12): major fracture 17.6 %");
    expect(note).toContain("Not advised here: raloxifene (documented intolerance: Patient: […] DOB […] MRN […])");
    expect(FHIR).toContain("As given: [left out: it names the patient].");
    expect(JSON.stringify(fhirBundle(high, maker, uuid))).toContain("As given: 10-year probability: major 17.6 %");
  });
});

describe("of a name", () => {
  const obrien = { ...ada, name: known("Dr. O'Brien-Müller, Zoë K.") };
  it.each([
    ["prednisone for MARSH", "prednisone for […]"],
    ["ada marsh: 9.3", "[…]: 9.3"],
    ["Marsh's calcium", "[…]'s calcium"],
    ["Marshall protocol, Adams", "Marshall protocol, Adams"],
  ])("%s", (text, left) => {
    expect(said(text)).toBe(left);
  });

  it("every word counts, whatever its accents, and no title or single letter does", () => {
    expect(said("seen with OBRIEN", obrien)).toBe("seen with OBRIEN");
    expect(said("Zoe O'Brien Muller, vitamin K by Dr. Kay", obrien)).toBe("[…], vitamin K by Dr. Kay");
  });

  it("whose script puts no space between words is found within a longer one", () => {
    const hanako = { ...ada, name: known("田中 花子") };
    expect(said("患者田中花子様: DXA", hanako)).toBe("患者[…][…]様: DXA");
    expect(quoted("患者 田中花子様", hanako)).toBe("[left out: it names the patient]");
  });

  it("a word of the rules' own stays in their sentences, and not in a name or a quote", () => {
    const low = { ...ada, name: known("Low, Ann") };
    const rules = {
      ...high,
      patient: low,
      findings: [finding("T-L1", "tier", "x", { rationale: "low risk below 3 %" })],
    };
    const headline = (text: string) => withoutPatient({ ...rules, headline: text }).assessment.headline;
    expect(headline("Low risk: hip 1 %")).toBe("Low risk: hip 1 %");
    expect(headline("Intolerance: Low, Ann vomits")).toBe("Intolerance: […] vomits");
    expect(quoted("Vitamin D 12 Low", low)).toBe("[left out: it names the patient]");
  });
});

describe("of a birth date", () => {
  it.each([
    ...["1958-04-02", "04/02/1958", "4/2/1958", "02.04.1958", "2.4.58", "04/02/58", "19580402", "04021958"],
    ...["Apr 2, 1958", "April 2nd, 1958", "2 April 1958", "02-APR-1958", "02APR1958", "2. April 1958"],
    ...["2 avril 1958", "2 de abril de 1958", "1958年4月2日", "1958/4/2", "2 Apr '58"],
  ])("%s is one", (text) => {
    expect(said(`DOB ${text}.`)).not.toMatch(/58|Apr|04/i);
    expect(quoted(`DOB ${text}.`)).toBe("[left out: it names the patient]");
  });

  it.each([
    "04/12/1958",
    "2024-02-04",
    "1958",
    "April 1958",
    "14/02/1958",
    "104/02/1958",
    "04/02/19588",
    "-2.4, 58 kg",
  ])("%s is none", (text) => {
    expect(text.match(datePattern("1958-04-02") ?? /.*/)).toBeNull();
  });
});

describe("of a record number", () => {
  const of = (mrn: string) => ({ ...ada, mrn: known(mrn) });
  it("it is taken out with and without what separates its parts, and never within a longer number", () => {
    expect(said("MRN 00-12-3, 00123", of("00-12-3"))).toBe("MRN […], […]");
    expect(said("1001234, 00123.5", ada)).toBe("1001234, […].5");
    expect(said("calcium 100123", ada)).toBe("calcium 100123");
  });

  it("one short enough to be a value leaves our sentences alone, and no quote leaves with it", () => {
    expect(said("MOF 12 %", of("12"))).toBe("MOF 12 %");
    expect(quoted("FRAX, patient 12", of("12"))).toBe("[left out: it names the patient]");
  });
});

it("of two names that the chart gives, neither leaves", () => {
  const name = {
    state: "conflicting" as const,
    values: ["Marsh, Ada", "Quist, Bea"].map((value) => ({ value, evidence: [] })),
  };
  expect(said("Marsh; Bea Quist", { ...ada, name })).toBe("[…]; […]");
});

it("a birth date of which only the year is known stops no copy", () => {
  expect(said("born 1958", { ...ada, birthDate: known("1958") })).toBe("born 1958");
});

it("a calculator that knows no patient copies as it is", () => {
  const nobody: Identity = { name: unknown, birthDate: unknown, age: unknown, sex: unknown, mrn: unknown };
  expect(withoutPatient({ ...high, patient: nobody }).assessment).toEqual({ ...high, patient: nobody });
});
