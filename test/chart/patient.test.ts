import { describe, expect, it } from "vitest";
import { emptyFacts, type PatientIdentity } from "../../src/chart/frame-facts";
import { identityOf, joinIdentities, sameName, samePatient, samePerson } from "../../src/chart/patient";

const who = (more: Partial<PatientIdentity> = {}): PatientIdentity => ({
  name: null,
  birthDate: null,
  age: null,
  sex: null,
  mrn: null,
  recordNumber: null,
  evidence: { from: "case", path: "", text: "" },
  ...more,
});

describe("one name or two", () => {
  it.each<[string, string, boolean]>([
    ["Ruth Calloway", "Ruth Calloway", true],
    ["Ruth Calloway", "RUTH CALLOWAY", true],
    ["Ruth Calloway", "Calloway Ruth", true],
    ["Ruth Calloway", "Ruth Anne Calloway", true],
    ["Ruth Anne Calloway", "Ruth Calloway", true],
    ["Ruth A. Calloway", "Ruth Anne Calloway", true],
    ["Ruth Anne Calloway", "Ruth A Calloway", true],
    ["R Calloway", "Ruth Calloway", true],
    ["Mrs Ruth Calloway", "Ruth Calloway", true],
    ["Ruth Calloway Jr", "Ruth Calloway", true],
    ["Ruth B. Calloway", "Ruth Anne Calloway", false],
    ["Ruth Calloway", "Ruth Osgood", false],
    ["Ruth Calloway", "Peter Calloway", false],
    ["Ru Calloway", "Ruth Calloway", false],
    ["Ruth Calloway", "Ru Calloway", false],
    ["H Calloway", "Ruth Calloway", false],
    ["Ruth Calloway", "H Calloway", false],
    ["Mrs", "Ruth Calloway", false],
    ["", "Ruth Calloway", false],
    ["Mr", "Mrs", false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });
});

describe("two medical record numbers beside one name and birth date", () => {
  const marsh = (recordNumber: string | null) => who({ name: "Ada Marsh", birthDate: "1958-04-02", recordNumber });
  it.each<[string | null, string | null, boolean]>([
    ["4471", "9999", false],
    ["4471", "447", false],
    ["4471", "4471", true],
    ["4471", null, true],
    [null, null, true],
  ])("%s and %s: one patient %s", (a, b, same) => {
    expect(samePerson(marsh(a), marsh(b))).toBe(same);
    expect(samePatient(JSON.stringify(marsh(a)), JSON.stringify(marsh(b)))).toBe(same);
  });
  it("is kept by what joins two banners of one patient, and by its key", () => {
    expect(joinIdentities([who({ mrn: "E4471" }), marsh("4471")])).toMatchObject({ recordNumber: "4471" });
    const key = (number: string) => identityOf([{ ...emptyFacts(0, "", true, ""), identities: [marsh(number)] }]);
    expect(key("4471")).not.toEqual(key("9999"));
    const two = { ...emptyFacts(0, "", true, ""), identities: [marsh("4471"), marsh("9999")] };
    expect(identityOf([two])).toBe("conflict");
  });
});

describe("one person or two", () => {
  const ruth = who({ name: "Ruth Calloway", birthDate: "1954-11-30", sex: "female", mrn: "4471" });
  it.each<[string, Partial<PatientIdentity>, boolean | null]>([
    ["the same", ruth, true],
    ["another birth date", { ...ruth, birthDate: "1954-11-29" }, false],
    ["another name", { ...ruth, name: "Ada Marsh" }, false],
    ["another sex", { ...ruth, sex: "male" }, false],
    ["another number of the same name and birth date", { ...ruth, mrn: "9999" }, true],
    ["the name alone", { name: "Ruth Calloway" }, true],
    ["another name alone", { name: "Ada Marsh" }, false],
    ["the birth date alone", { birthDate: "1954-11-30" }, true],
    ["the number alone", { mrn: "4471" }, true],
    ["the number, printed otherwise", { mrn: " 4471 " }, true],
    ["another number alone", { mrn: "9999" }, false],
    ["the birth date, another number", { birthDate: "1954-11-30", mrn: "9999" }, true],
    ["the sex alone", { sex: "female" }, null],
    ["nothing", {}, null],
  ])("%s", (_, other, same) => {
    expect(samePerson(ruth, who(other))).toBe(same);
    expect(samePerson(who(other), ruth)).toBe(same);
  });

  it("keys are compared by what they say", () => {
    const key = (of: Partial<PatientIdentity>) =>
      JSON.stringify({ name: null, birthDate: null, sex: null, mrn: null, ...of });
    expect(samePatient(key({ mrn: "4471" }), key({ mrn: "4471" }))).toBe(true);
    expect(samePatient(key({ sex: "female" }), key({ sex: "female" }))).toBe(true);
    expect(samePatient(key({ name: "Ruth Calloway" }), key({ name: "Ruth A. Calloway" }))).toBe(true);
    expect(samePatient(key({ name: "Ruth Calloway" }), key({ name: "Ada Marsh" }))).toBe(false);
    expect(samePatient(key({ name: "Ruth Calloway" }), key({ mrn: "4471" }))).toBeNull();
  });

  it("has the fullest name and the first of every other field", () => {
    expect(
      joinIdentities([
        who({ name: "Ruth Calloway", mrn: "4471" }),
        who({ name: "Mrs Ruth Anne Calloway", birthDate: "1954-11-30", mrn: "9999" }),
        who({ name: "R. Anne Calloway", sex: "female", age: 71 }),
      ]),
    ).toMatchObject({ name: "Mrs Ruth Anne Calloway", birthDate: "1954-11-30", mrn: "4471", sex: "female", age: 71 });
    expect(joinIdentities([who({ mrn: "4471" })])).toMatchObject({ name: null, mrn: "4471" });
    expect(joinIdentities([])).toBeNull();
  });
});
