import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/chart/chart";
import { identityOf, mergeFrames, remember, samePatient } from "../../src/chart/merge";
import { toReading } from "../../src/chart/reading";
import { banner, facts, items, pairs, table } from "./support/page";

const TODAY = "2026-11-20";
const ruth = { banner: banner(["Calloway, Ruth", "DOB: 11/30/1954", "F", "MRN 4471"]) };
const peter = { banner: banner(["Osgood, Peter", "DOB: 01/17/1961", "M", "MRN 5120"]) };
const calcium = (value: string, date = "03/02/2026") => table(["Test", "Result", "Date"], [["Calcium", value, date]]);

function chartOf(...args: Parameters<typeof mergeFrames>): Chart {
  const merged = mergeFrames(...args);
  if (!("chart" in merged)) throw new Error("no chart");
  return merged.chart;
}

describe("who it is", () => {
  it("reads name, birth date, sex and record number, the given name first", () => {
    expect(chartOf([facts([], ruth)], [], TODAY).patient).toMatchObject({
      name: { value: "Ruth Calloway" },
      birthDate: { value: "1954-11-30" },
      age: { value: 71 },
      sex: { value: "female" },
      mrn: { value: "4471" },
    });
  });

  it.each([
    [
      ["Ada Marsh", "68 yrs", "08-Mar-1958", "Female"],
      { name: "Ada Marsh", birthDate: "1958-03-08", age: 68, sex: "female" },
    ],
    [["CALLOWAY Ruth", "née le 30/11/1954, F"], { name: "CALLOWAY Ruth", sex: "female" }],
    [
      ["Patient: Marsh, Ada", "Date of Birth: 1958-04-02", "Health #: 9876 543 210"],
      { name: "Ada Marsh", mrn: "9876 543 210" },
    ],
    [["Patient Summary", "Marsh, Ada", "DOB 04/02/1958 (68 y)"], { name: "Ada Marsh", age: 68 }],
  ])("%j", (pieces, expected) => {
    expect(facts([], { banner: banner(pieces) }).identities).toMatchObject([expected]);
  });

  it("takes nobody else for the patient", () => {
    expect(facts([], { banner: banner(["Welcome back", "Dr. Smith", "03/04/2026"]) }).identities).toEqual([]);
    expect(
      facts([], { banner: banner(["Marsh, Ada", "DOB 04/02/1958", ["PCP", "Abara, Nora"]]) }).identities,
    ).toMatchObject([{ name: "Ada Marsh" }]);
  });

  it("shows nothing of two patients", () => {
    const both = { banner: banner(["Calloway, Ruth", "DOB: 11/30/1954"], ["Osgood, Peter", "DOB: 01/17/1961"]) };
    expect(mergeFrames([facts([calcium("9.4 mg/dL")], both)], [], TODAY)).toEqual({
      conflict: "two-patients",
      names: ["Ruth Calloway", "Peter Osgood"],
    });
    expect(mergeFrames([facts([], ruth), facts([], peter, 1)], [], TODAY)).toMatchObject({ conflict: "two-patients" });
    const reading = toReading("x", [facts([calcium("9.4 mg/dL")], both)]);
    expect(reading).toMatchObject({ patientConflict: true, patient: null, labs: [], screens: [] });
  });

  it("tells one patient with a fuller banner from two of the same name", () => {
    const key = (pieces: string[]) => {
      const found = identityOf([facts([], { banner: banner(pieces) })]);
      return typeof found === "string" ? found : found.key;
    };
    const short = key(["Calloway, Ruth", "MRN 4471"]);
    expect(samePatient(short, key(["Ruth M Calloway", "DOB: 11/30/1954", "MRN 4471"]))).toBe(true);
    expect(samePatient(key(["Calloway, Ruth", "DOB: 11/30/1954"]), key(["Calloway, Ruth", "DOB: 11/30/1964"]))).toBe(
      false,
    );
    expect(samePatient(short, key(["Osgood, Peter", "MRN 5120"]))).toBe(false);
  });

  it("needs a banner somewhere", () => {
    expect(mergeFrames([facts([calcium("9.4 mg/dL")])], [], TODAY)).toEqual({ none: true });
    expect(chartOf([facts([], ruth), facts([calcium("9.4 mg/dL")], {}, 1)], [], TODAY).labs).toHaveLength(1);
  });
});

describe("merging", () => {
  it("adds earlier screens of the same patient only", () => {
    const earlier = [
      facts([items(["Evista 60 mg tablet"], { headings: ["Active medications"] })], ruth, 1),
      facts([calcium("11.9 mg/dL")], peter, 2),
    ];
    const chart = chartOf([facts([calcium("9.4 mg/dL")], ruth)], earlier, TODAY);
    expect(chart.medications).toHaveLength(1);
    expect(chart.labs.map(({ result }) => result)).toMatchObject([{ value: 9.4 }]);
  });

  it("lets what is shown now replace the same observation seen before, and keeps the others", () => {
    const before = facts(
      [
        table(
          ["Test", "Result", "Date"],
          [
            ["Calcium", "9.4 mg/dL", "03/02/2026"],
            ["Calcium", "9.1 mg/dL", "03/02/2025"],
          ],
        ),
      ],
      ruth,
      1,
    );
    const chart = chartOf([facts([calcium("9.6 mg/dL")], ruth)], [before], TODAY);
    expect(chart.labs.map(({ date, result }) => [date, result.kind === "number" && result.value])).toEqual([
      ["2026-03-02", 9.6],
      ["2025-03-02", 9.1],
    ]);
  });

  it("keeps two results of one day, and joins one shown twice", () => {
    const twice = chartOf(
      [facts([calcium("9.4 mg/dL"), calcium("2.3453 mmol/L"), calcium("9.4 mg/dL"), calcium("10.9 mg/dL")], ruth)],
      [],
      TODAY,
    );
    expect(twice.labs).toHaveLength(3);
  });

  it("takes the latest of dated measurements, and calls undated contradictions conflicting", () => {
    const vitals = (...rows: string[][]) =>
      chartOf([facts([table(["Date", "Weight (kg)"], rows)], ruth)], [], TODAY).weightKg;
    expect(vitals(["03/02/2026", "54.5"], ["03/02/2025", "57.2"])).toMatchObject({ state: "known", value: 54.5 });
    expect(vitals(["", "54.5"], ["", "57.2"])).toMatchObject({ state: "conflicting" });
    expect(
      chartOf([facts([pairs([["Weight", "54.5 kg"]]), pairs([["Weight", "120 lb"]])], ruth)], [], TODAY).weightKg,
    ).toMatchObject({ state: "known" });
    expect(chartOf([facts([pairs([["Weight", "54.5"]])], ruth)], [], TODAY).weightKg).toEqual({ state: "unknown" });
  });

  it("lets the screen decide over what was seen earlier, and is unknown where nothing was said", () => {
    const smoker = (words: string) =>
      facts([pairs([["Smoking status", words]], { headings: ["Social history"] })], ruth);
    expect(chartOf([smoker("Never smoker")], [smoker("Former smoker")], TODAY).smoking).toMatchObject({
      state: "known",
      value: "never",
    });
    expect(chartOf([facts([], ruth)], [smoker("Former smoker")], TODAY).smoking).toMatchObject({
      state: "known",
      value: "former",
    });
    expect(chartOf([facts([], ruth)], [], TODAY).smoking).toEqual({ state: "unknown" });
  });

  it("remembers a list read a thousand times once", () => {
    let memory = remember([], facts([calcium("9.4 mg/dL")], ruth));
    for (let i = 0; i < 20; i++) memory = remember(memory, facts([calcium("9.4 mg/dL")], ruth));
    memory = remember(memory, facts([calcium("9.1 mg/dL", "03/02/2025")], ruth));
    expect(memory).toHaveLength(1);
    expect(memory[0]?.labs).toHaveLength(2);
  });
});

describe("reading", () => {
  it("writes every unknown as null and counts frames in the order of the page", () => {
    const reading = toReading("chart.html", [
      facts([], ruth, 0),
      facts([table(["Test", "Result"], [["Calcium", "9.4"]])], {}, 17),
    ]);
    expect(reading.labs).toMatchObject([
      { analyte: "CA", value: 9.4, unit: null, canonical: null, text: null, date: null, source: { frame: 1 } },
    ]);
    expect(reading.lifestyle).toEqual({ smoking: null, alcoholDrinksPerDay: null });
  });
});
