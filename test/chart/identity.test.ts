import { describe, expect, it } from "vitest";
import { personName } from "../../src/chart/qualify/identity";
import type { BannerPiece } from "../../src/chart/snapshot";
import { banner, facts } from "./support/page";

type Piece = string | [label: string, text: string];
/** A piece of a banner whose class words say what it is. */
const hinted = (text: string, hints: string): BannerPiece => ({ ref: 1, block: 0, hints, label: null, text });
const read = (...pieces: Piece[]) => facts([], { banner: banner(pieces) }).identities;
/** The patient of a banner that is one in any case: it shows a record number. */
const patient = (...pieces: Piece[]) => read(...pieces, "MRN 4471")[0];

describe("a person's name", () => {
  it.each<[string, string]>([
    ["Ruth Calloway", "Ruth Calloway"],
    ["Calloway, Ruth", "Ruth Calloway"],
    ["CALLOWAY, RUTH ANNE", "RUTH ANNE CALLOWAY"],
    ["Calloway-Reed, Ruth", "Ruth Calloway-Reed"],
    ["Van Dyke Smith, Ruth", "Ruth Van Dyke Smith"],
    ["Ruth A. Calloway", "Ruth A. Calloway"],
    ["Ruth O'Neill", "Ruth O'Neill"],
    ["Ruth O’Neill", "Ruth O’Neill"],
    ["José Ñandú", "José Ñandú"],
    ["Anna von der Heide", "Anna von der Heide"],
    ["Maria de la Cruz", "Maria de la Cruz"],
    ["Mrs. Ruth Calloway", "Ruth Calloway"],
    ["MRS Ruth Calloway", "Ruth Calloway"],
    ["Frau Ruth Calloway", "Ruth Calloway"],
    ["Calloway, Mrs Ruth", "Ruth Calloway"],
    ["Patient: Calloway, Ruth", "Ruth Calloway"],
    ["Patient name: Ruth Calloway", "Ruth Calloway"],
    ["Name: Ruth Calloway", "Ruth Calloway"],
    ["Pt: Ruth Calloway", "Ruth Calloway"],
    ["Nombre: Ruth Calloway", "Ruth Calloway"],
    ["Calloway, Ruth (she/her)", "Ruth Calloway"],
    ["Calloway, Ruth,", "Ruth Calloway"],
    ["Calloway, Ruth;", "Ruth Calloway"],
    ["  Ruth   Calloway ", "Ruth Calloway"],
  ])("%s", (text, name) => {
    expect(personName(text)).toBe(name);
  });

  it.each([
    "Ruth",
    "ruth calloway",
    "Ruth Calloway 4471",
    "Patient Summary",
    "General Hospital",
    "Active Problems",
    "Doctor Smith",
    "Ruth, ",
    "Ruth Calloway, 71 years",
    "Never Smoker",
    "Lab Results",
    "Alexandria Bartholomew Calloway Featherstonehaugh Montgomery-Smythe",
    "One Two Three Four Five Six",
    "",
  ])("%j is none", (text) => {
    expect(personName(text)).toBeNull();
  });
});

describe("birth date", () => {
  it.each<[Piece]>([
    ["DOB 11/30/1954"],
    ["DOB: 11/30/1954"],
    ["D.O.B. 11/30/1954"],
    ["Date of birth: 11/30/1954"],
    ["Birth date: 11/30/1954"],
    ["Birthdate 11/30/1954"],
    ["Born 11/30/1954"],
    ["Born on 11/30/1954"],
    ["Geb. 30.11.1954"],
    ["Geboren am 30.11.1954"],
    ["Geburtsdatum: 30.11.1954"],
    ["née le 30/11/1954"],
    ["Date de naissance 30/11/1954"],
    ["Fecha de nacimiento 30/11/1954"],
    ["Data di nascita 30/11/1954"],
    ["Geboortedatum 30-11-1954"],
    ["nata il 30/11/1954"],
    ["Nato a Roma il 30/11/1954"],
    ["nascida em 30/11/1954"],
    [["DOB", "11/30/1954"]],
    [["Date of birth", "11/30/1954 (71 y)"]],
    ["*11/30/1954"],
    ["(*11/30/1954)"],
    ["71 y.o. female, 11/30/1954"],
  ])("%j", (piece) => {
    expect(patient("Calloway, Ruth", piece)?.birthDate).toBe("1954-11-30");
  });

  it.each<[string, Piece[]]>([
    ["another date", ["Seen 11/30/1954"]],
    ["of an examination", [["Exam date", "11/30/1954"]]],
    ["sex at birth", ["Birth sex: F 11/30/1954"]],
    ["only a year", ["DOB 1954"]],
    ["of a visit behind the place of birth", ["nata a Roma, visita del 30/11/1954"]],
    ["of a day behind a name", ["Nata 30/11/1954"]],
    ["two of them", ["DOB 11/30/1954", "Born 11/29/1954"]],
    ["after today", ["DOB 11/30/2027"]],
    ["of somebody born later in the line", [`Born ${"far ".repeat(10)}11/30/1954`]],
    ["alone, and no age", ["11/30/1954"]],
    ["alone, and another age", ["11/30/1954", "65 y"]],
    ["alone, and two of them", ["11/30/1954", "10/29/1954", "71 y"]],
    ["alone under another label", [["Registered", "11/30/1954"], "71 y"]],
  ])("none: %s", (_, pieces) => {
    expect(patient("Calloway, Ruth", ...pieces)?.birthDate).toBeNull();
  });

  it("alone beside the age it gives, before and after the birthday", () => {
    expect(patient("Calloway, Ruth", "11/30/1954", "71 y")?.birthDate).toBe("1954-11-30");
    expect(patient("Calloway, Ruth", "01/30/1954", "72 y")?.birthDate).toBe("1954-01-30");
    expect(patient("Calloway, Ruth", "01/30/1954", "73 y")?.birthDate).toBeNull();
  });

  it("is none when the age beside it is another's", () => {
    expect(patient("Calloway, Ruth", "DOB: 2/2/26", "76 yo")?.birthDate).toBeNull();
    expect(patient("Calloway, Ruth", "DOB: 2/2/1950", "76 yo")?.birthDate).toBe("1950-02-02");
    // the age in the banner may be that of the last visit
    expect(patient("Calloway, Ruth", "DOB: 2/2/1950", "75 yo")?.birthDate).toBe("1950-02-02");
    expect(patient("Calloway, Ruth", "01/30/1954", "70 y")?.birthDate).toBeNull();
  });

  it("by the class of its element", () => {
    const by = (hints: string) =>
      facts([], { banner: [hinted("Calloway, Ruth", "patient-name"), hinted("11/30/1954", hints)] }).identities[0]
        ?.birthDate ?? null;
    expect(["dob", "patient-dob", "birthDate", "date-of-birth"].map(by)).toEqual(Array(4).fill("1954-11-30"));
    expect(["date", "visit", "birth sex"].map(by)).toEqual(Array(3).fill(null));
  });

  it("of the label, though another date stands beside it", () => {
    expect(patient("DOB 11/30/1954", "Last visit 03/04/2026")?.birthDate).toBe("1954-11-30");
  });
});

describe("age", () => {
  it.each<[Piece, number | null]>([
    ["71 y", 71],
    ["71 yo", 71],
    ["71 y/o", 71],
    ["71yo", 71],
    ["71-year-old", 71],
    ["71 yrs", 71],
    ["71 yr", 71],
    ["71 years", 71],
    ["71 Jahre", 71],
    ["71 ans", 71],
    ["71 años", 71],
    ["71 anni", 71],
    ["71 jaar", 71],
    ["Age: 71", 71],
    ["Age 71", 71],
    ["Alter: 71", 71],
    ["Edad 71", 71],
    [["Age", "71"], 71],
    [["Alter", "71"], 71],
    ["101 y", 101],
    ["1 y", 1],
    ["124 y", 124],
    ["125 y", null],
    ["0 y", null],
    ["71", null],
    [["Room", "71"], null],
    [["Age", "71 kg"], null],
    ["12/71 y", null],
    ["3.71 y", null],
    ["Age group 71", null],
    ["71 yards", null],
  ])("%j: %s", (piece, age) => {
    expect(patient("Calloway, Ruth", piece)?.age).toBe(age);
  });
});

describe("sex", () => {
  it.each<[Piece, "female" | "male" | null]>([
    ["F", "female"],
    ["Female", "female"],
    ["woman", "female"],
    ["W", "female"],
    ["weiblich", "female"],
    ["Frau", "female"],
    ["féminin", "female"],
    ["femenino", "female"],
    ["donna", "female"],
    ["vrouw", "female"],
    ["M", "male"],
    ["Male", "male"],
    ["männlich", "male"],
    ["Herr", "male"],
    ["masculin", "male"],
    ["hombre", "male"],
    ["uomo", "male"],
    ["Sex: F", "female"],
    ["Gender: Male", "male"],
    ["Geschlecht: weiblich", "female"],
    ["Sexe: Homme", "male"],
    ["Sexo: mujer", "female"],
    [["Sex", "F"], "female"],
    [["Gender", "Male"], "male"],
    [["Legal sex", "Female"], "female"],
    ["71 y · F", "female"],
    ["71 y, F", "female"],
    ["71 y | M", "male"],
    ["71 y / M", "male"],
    ["71 y (F)", "female"],
    ["71 y.o. female, 11/30/1954", "female"],
    ["DOB 11/30/1954 - F", "female"],
    ["F/M", null],
    ["Sex: unknown", null],
    ["Sex assigned: X", null],
    ["Ward F, second floor", null],
    ["Allergic to F and more", null],
    ["fe male", null],
    ["wo man", null],
  ])("%j: %s", (piece, sex) => {
    expect(patient("Calloway, Ruth", piece)?.sex).toBe(sex);
  });

  it("two that differ are none; a name is none", () => {
    expect(patient("Calloway, Ruth", "F", "Male")?.sex).toBeNull();
    for (const both of ["Sex: F → M", "Sex: F/M", "Sex: F -> M", "Sex: M, Gender: F"])
      expect(patient("Calloway, Ruth", both)?.sex).toBeNull();
    expect(patient("Calloway, Ruth", "F", "Female")?.sex).toBe("female");
    expect(patient("Herr Frau")?.sex).toBeNull();
  });

  it("by the class of its element", () => {
    const by = (hints: string) =>
      facts([], {
        banner: [hinted("Calloway, Ruth", "patient-name"), hinted("Female at the front desk", hints)],
      }).identities[0]?.sex ?? null;
    expect([by("patient-sex"), by("gender"), by("desk")]).toEqual(["female", "female", null]);
  });
});

describe("record number", () => {
  it.each<[Piece, string]>([
    ["MRN 4471", "4471"],
    ["MRN: 4471", "4471"],
    ["NHS No.: 943 476 5919", "943 476 5919"],
    ["Hospital No. 4471", "4471"],
    ["Hospital number: 4471", "4471"],
    ["Patiëntnr: 4471", "4471"],
    ["Patientnummer 4471", "4471"],
    ["MRN# 4471", "4471"],
    ["MRN #: 4471", "4471"],
    ["Medical record no. 4471", "4471"],
    ["Medical Record Number: 4471", "4471"],
    ["Med rec # 4471", "4471"],
    ["Chart # 4471", "4471"],
    ["Chart no 4471", "4471"],
    ["Patient ID: A-4471", "A-4471"],
    ["PID 4471", "4471"],
    ["Account number 4471", "4471"],
    ["OpenMRS ID 100GEJ", "100GEJ"],
    ["Fallnummer 4471", "4471"],
    ["Patienten-Nr. 4471", "4471"],
    ["Pat.-Nr.: 4471", "4471"],
    ["Pat.Nr. 4471", "4471"],
    ["Pat.-ID 4471", "4471"],
    ["IPP 4471", "4471"],
    ["Health #: 9876 543 210", "9876 543 210"],
    [["MRN", "4471"], "4471"],
    [["Record number", "X 4471"], "X 4471"],
    ["MRN 4471, ward 3", "4471"],
    ["MRN 4471 | ward 3", "4471"],
    ["MRN 4471 (active)", "4471"],
    ["MRN 4471 Ward three", "4471"],
  ])("%j", (piece, mrn) => {
    expect(read("Calloway, Ruth", piece)[0]?.mrn).toBe(mrn);
  });

  it.each<[Piece]>([
    ["MRN pending"],
    ["MRN"],
    ["MRN 4"],
    [["MRN", "unknown"]],
    [["MRN", "4471 / 5120"]],
    [["Phone", "4471"]],
    ["Room 4471"],
    ["MRN 123456789012345678901"],
  ])("%j is none", (piece) => {
    expect(read("Calloway, Ruth", "DOB 11/30/1954", piece)[0]?.mrn).toBeNull();
  });
});

describe("which piece is the name", () => {
  it.each<[string, Piece[], string | null]>([
    ["with what stands behind it", ["Calloway, Ruth (71 y)"], "Ruth Calloway"],
    ["before a dot", ["Ruth Calloway · 11/30/1954"], "Ruth Calloway"],
    ["before a dash", ["Ruth Calloway — 71 y"], "Ruth Calloway"],
    ["before a bar", ["Ruth Calloway | F"], "Ruth Calloway"],
    ["before a birth date", ["Ruth Calloway DOB 11/30/1954"], "Ruth Calloway"],
    ["before a record number", ["Ruth Calloway MRN 4471"], "Ruth Calloway"],
    ["before an age", ["Ruth Calloway 71 y"], "Ruth Calloway"],
    ["the labelled one of two", ["Peter Osgood", ["Patient", "Ruth Calloway"]], "Ruth Calloway"],
    ["labelled by its own words", ["Peter Osgood", "Patient: Ruth Calloway"], "Ruth Calloway"],
    ["neither of two alike", ["Ruth Calloway", "Peter Osgood"], null],
    ["the first, when the other comes later", ["Ruth Calloway", "71 y", "Peter Osgood"], "Ruth Calloway"],
    ["nobody's physician", [["Provider", "Peter Osgood"]], null],
    ["nobody's kin", [["Next of kin", "Peter Osgood"]], null],
    ["no signature", [["Signed by", "Peter Osgood"]], null],
    ["the patient before the physician", [["Attending", "Peter Osgood"], "Ruth Calloway"], "Ruth Calloway"],
  ])("%s", (_, pieces, name) => {
    expect(patient(...pieces)?.name ?? null).toBe(name);
  });

  it("by the class of its element: the patient's before any other", () => {
    const of = (...pieces: BannerPiece[]) => facts([], { banner: pieces }).identities[0]?.name ?? null;
    const mrn = hinted("MRN 4471", "");
    expect(of(hinted("Peter Osgood", "name"), hinted("Ruth Calloway", "patient-name"), mrn)).toBe("Ruth Calloway");
    expect(of(hinted("Peter Osgood", ""), hinted("Ruth Calloway", "name"), mrn)).toBe("Ruth Calloway");
    expect(of(hinted("Peter Osgood", "provider-name"), hinted("Ruth Calloway", ""), mrn)).toBe("Ruth Calloway");
    expect(of(hinted("Peter Osgood", "userName"), mrn)).toBeNull();
  });
});

describe("what makes a patient of a banner", () => {
  it.each<[string, Piece[]]>([
    ["a birth date", ["Ruth Calloway", "DOB 11/30/1954"]],
    ["a record number", ["Ruth Calloway", "MRN 4471"]],
    ["age and sex", ["Ruth Calloway", "71 y", "F"]],
    ["a name that is called the patient's", [["Patient", "Ruth Calloway"]]],
    ["a birth date without a name", ["DOB 11/30/1954"]],
    ["a record number without a name", ["MRN 4471"]],
  ])("%s", (_, pieces) => {
    expect(read(...pieces)).toHaveLength(1);
  });

  it.each<[string, Piece[]]>([
    ["a name", ["Ruth Calloway"]],
    ["a name that is called one", [["Name", "Ruth Calloway"]]],
    ["an age", ["Ruth Calloway", "71 y"]],
    ["a sex", ["Ruth Calloway", "F"]],
    ["age and sex of nobody", ["71 y", "F"]],
    ["nothing", []],
  ])("not %s alone", (_, pieces) => {
    expect(read(...pieces)).toEqual([]);
  });

  it("each block names its own, and shows its words", () => {
    const two = facts([], {
      banner: banner(["Ruth Calloway", "MRN 4471"], ["Peter Osgood", "MRN 5120"], ["Welcome"]),
    }).identities;
    expect(two).toMatchObject([
      { name: "Ruth Calloway", mrn: "4471", evidence: { text: "Ruth Calloway MRN 4471" } },
      { name: "Peter Osgood", mrn: "5120", evidence: { text: "Peter Osgood MRN 5120" } },
    ]);
  });
});

it.each([
  "nata il 03/04/1954",
  "nato a Roma il 03/04/1954",
  "nascido a 03/04/1954",
])("%s puts the day first, whatever the page does", (piece) =>
  expect(patient("Calloway, Ruth", piece)?.birthDate).toBe("1954-04-03"));
