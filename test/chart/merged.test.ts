import { describe, expect, it } from "vitest";
import { bodyMeasure } from "../../src/chart/body-measures";
import type { Chart, ListSeen } from "../../src/chart/chart";
import { emptyFacts, type FrameFacts, type Statement, type Vital } from "../../src/chart/frame-facts";
import { identityOf, mergeFrames, remember } from "../../src/chart/merge";
import { toReading } from "../../src/chart/reading";
import { banner, facts, items, lines, SEEN_AT, table } from "./support/page";

const TODAY = "2026-11-20";
const evidence = { from: "page", place: { frame: 0, ref: 1 }, text: "", seenAt: SEEN_AT } as const;
const RUTH = facts([], { banner: banner(["Calloway, Ruth", "DOB: 11/30/1954", "F", "MRN 4471"]) });
const frame = (more: Partial<FrameFacts> = {}, number = 0): FrameFacts => ({
  ...emptyFacts(number, "https://ehr.example/chart", true, SEEN_AT),
  identities: RUTH.identities,
  ...more,
});
const say = <T>(value: T, date: string | null = null): Statement<T> => ({ value, date, evidence });
const merged = (now: FrameFacts[], earlier: FrameFacts[] = [], today = TODAY): Chart => {
  const of = mergeFrames(now, earlier, today);
  if (!("chart" in of)) throw new Error("no chart");
  return of.chart;
};
const falls = (...all: Statement<number>[]) => frame({ fallsLastYear: all });

describe("single facts", () => {
  it.each<[string, Statement<number>[], object]>([
    ["nothing", [], { state: "unknown" }],
    ["one", [say(2)], { state: "known", value: 2 }],
    ["twice the same", [say(2), say(2)], { state: "known", value: 2, evidence: [evidence, evidence] }],
    ["two that differ", [say(2), say(3)], { state: "conflicting" }],
    ["the later", [say(2, "2025-01-01"), say(3, "2026-01-01")], { state: "known", value: 3 }],
    ["the later, told first", [say(3, "2026-01-01"), say(2, "2025-01-01")], { state: "known", value: 3 }],
    ["dated before undated", [say(2), say(3, "2026-01-01")], { state: "known", value: 3 }],
    ["two of the latest day", [say(2, "2026-01-01"), say(3, "2026-01-01")], { state: "conflicting" }],
  ])("%s", (_, statements, expected) => {
    expect(merged([falls(...statements)]).fallsLastYear).toMatchObject(expected);
  });

  it.each<[string, Statement<number>[], Statement<number>[], object]>([
    ["what the screen says counts", [say(2)], [say(3)], { value: 2 }],
    ["an undated screen beats dated memory", [say(2)], [say(3, "2026-01-01")], { value: 2 }],
    ["a later day of memory beats a dated screen", [say(2, "2025-01-01")], [say(3, "2026-01-01")], { value: 3 }],
    ["an undated memory does not", [say(2, "2025-01-01")], [say(3)], { value: 2 }],
    ["memory where the screen is silent", [], [say(3)], { value: 3 }],
    ["dated memory where the screen is silent", [], [say(3), say(2, "2026-01-01")], { value: 2 }],
  ])("%s", (_, now, before, expected) => {
    expect(merged([falls(...now)], [falls(...before)]).fallsLastYear).toMatchObject({ state: "known", ...expected });
  });
});

describe("weights and heights", () => {
  const vital = (kind: Vital["kind"], value: number, unit: string | null, date: string | null = null): Vital => ({
    kind,
    value,
    unit,
    date,
    evidence,
  });

  it.each<[Vital["kind"], number, string | null, number | null]>([
    ["weight", 61, "kg", 61],
    ["weight", 61000, "g", 61],
    ["weight", 100, "lb", 45.359237],
    ["weight", 100, "lb_av", 45.359237],
    ["weight", 61, null, null],
    ["weight", 61, "stone", null],
    ["weight", 163, "cm", null],
    ["weight", 20, "kg", 20],
    ["weight", 19.9, "kg", null],
    ["weight", 350, "kg", 350],
    ["weight", 351, "kg", null],
    ["height", 163, "cm", 163],
    ["height", 1.63, "m", 163],
    ["height", 1630, "mm", 163],
    ["height", 64, "in", 162.56],
    ["height", 64, "in_us", 162.56],
    ["height", 163, null, null],
    ["height", 61, "kg", null],
    ["height", 90, "cm", 90],
    ["height", 89, "cm", null],
    ["height", 230, "cm", 230],
    ["height", 231, "cm", null],
    ["bmi", 23.4, null, 23.4],
    ["bmi", 23.4, "kg/m2", 23.4],
    ["bmi", 8, null, 8],
    ["bmi", 7.9, null, null],
    ["bmi", 90, null, 90],
    ["bmi", 91, null, null],
  ])("%s %s %s: %s", (kind, value, unit, expected) => {
    const measured = bodyMeasure({ kind, value, unit });
    if (expected === null) expect(measured).toBeNull();
    else expect(measured).toBeCloseTo(expected, 10);
  });

  it("two printings of one weight are one, two weights are a conflict", () => {
    const weight = (...values: number[]) =>
      merged([frame({ vitals: values.map((value) => vital("weight", value, "kg")) })]).weightKg.state;
    expect(weight(100, 100.4)).toBe("known");
    expect(weight(100, 100.6)).toBe("conflicting");
    expect(merged([frame({ vitals: [vital("height", 163, "cm")] })])).toMatchObject({
      heightCm: { value: 163 },
      weightKg: { state: "unknown" },
      bmi: { state: "unknown" },
    });
  });
});

describe("who it is", () => {
  it.each([
    ["2026-11-29", 71],
    ["2026-11-30", 72],
    ["2026-12-01", 72],
  ])("on %s is %s", (today, age) => {
    expect(merged([frame()], [], today).patient.age).toMatchObject({ value: age });
  });

  it("without a birth date has the age that is shown, or none", () => {
    const [shown] = facts([], { banner: banner(["Calloway, Ruth", "71 y", "F", "MRN 4471"]) }).identities;
    const [silent] = facts([], { banner: banner(["Calloway, Ruth", "MRN 4471"]) }).identities;
    if (!shown || !silent) throw new Error("nobody");
    expect(merged([frame({ identities: [shown] })]).patient).toMatchObject({ age: { value: 71 } });
    expect(merged([frame({ identities: [silent] })]).patient).toMatchObject({
      age: { state: "unknown" },
      sex: { state: "unknown" },
    });
  });

  it("names of two patients, and who has none", () => {
    const two = facts([], {
      banner: banner(["Ruth Calloway", "MRN 4471"], ["Peter Osgood", "MRN 5120"], ["DOB 01/02/1940", "MRN 1"]),
    });
    expect(mergeFrames([two], [], TODAY)).toEqual({
      conflict: "two-patients",
      names: ["Ruth Calloway", "Peter Osgood"],
    });
    expect(identityOf([two])).toBe("conflict");
    expect(identityOf([frame({ identities: [] })])).toBe("none");
  });

  it("frames without a banner are of the patient of the others; one of another patient is left out", () => {
    const other = facts([], { banner: banner(["Peter Osgood", "DOB 01/02/1940"]) });
    const nobody = frame({ identities: [], fallsLastYear: [say(2)] }, 1);
    expect(merged([frame(), nobody]).fallsLastYear).toMatchObject({ value: 2 });
    expect(
      merged([frame()], [{ ...nobody, identities: [...RUTH.identities, ...other.identities] }]).fallsLastYear,
    ).toEqual({ state: "unknown" });
  });

  it("has from earlier screens what this one does not say of the patient", () => {
    const [name] = facts([], { banner: banner(["Ruth Calloway", "71 y", "F"]) }).identities;
    if (!name) throw new Error("nobody");
    expect(merged([frame({ identities: [name] })], [frame()]).patient.mrn).toMatchObject({ value: "4471" });
  });
});

describe("lists that were seen", () => {
  const seen = (complete: boolean | null, number = 0): ListSeen => ({
    kind: "labs",
    complete,
    place: { frame: number, ref: number },
  });
  it.each<[(boolean | null)[], boolean | null]>([
    [[true, false], true],
    [[false, true], true],
    [[null, true], true],
    [[true, null], true],
    [[null, false], null],
    [[false, null], null],
    [[false], false],
  ])("%j: %s", (parts, complete) => {
    const frames = parts.map((one, i) => frame({ seen: [seen(one, i)] }, i));
    expect(merged(frames).seen).toMatchObject([{ kind: "labs", complete }]);
    expect(merged(frames.slice(0, 1), frames.slice(1)).seen).toMatchObject([{ complete }]);
  });

  it("of two alike the first is shown", () => {
    expect(merged([frame({ seen: [seen(null, 4), seen(null, 5)] })]).seen).toMatchObject([{ place: { frame: 4 } }]);
  });

  it("what was refused on the screen is kept", () => {
    const rejected = [{ path: "dxa[0].t", reason: "14 is none" }];
    expect(merged([frame({ rejected })], [frame({ rejected })]).rejected).toEqual(rejected);
  });
});

describe("memory", () => {
  const smoker = (value: "never" | "former", number: number) => frame({ smoking: [say(value)] }, number);
  it("has one entry a frame", () => {
    const two = remember(remember([], smoker("never", 1)), smoker("former", 2));
    expect(two.map(({ frame: number, smoking }) => [number, smoking[0]?.value])).toEqual([
      [1, "never"],
      [2, "former"],
    ]);
    expect(remember(two, smoker("former", 1)).map(({ frame: number, smoking }) => [number, smoking[0]?.value])).toEqual(
      [
        [2, "former"],
        [1, "former"],
      ],
    );
  });

  it("keeps what the frame does not say again: facts, banner, lists", () => {
    const list: ListSeen = { kind: "labs", complete: true, place: null };
    const before = remember([], frame({ smoking: [say("never")], seen: [list] }, 1));
    const [after] = remember(before, frame({ identities: [], seen: [{ ...list, complete: false }] }, 1));
    expect(after).toMatchObject({
      smoking: [{ value: "never" }],
      identities: RUTH.identities,
      seen: [{ complete: true }],
    });
    const [other] = remember(before, frame({ identities: RUTH.identities.slice(0, 1), smoking: [say("former")] }, 1));
    expect(other?.smoking).toMatchObject([{ value: "former" }]);
  });

  it("of a frame never seen before holds what it says and nothing else", () => {
    expect(remember([], frame({}, 3))).toEqual([frame({}, 3)]);
  });
});

describe("the reading format", () => {
  const HEAD = { banner: banner(["Calloway, Ruth", "DOB: 11/30/1954", "F", "MRN 4471"]) };
  const read = () =>
    toReading("chart.html", [
      facts(
        [
          table(["Test", "Result", "Flag", "Status", "Date"], [["Calcium", "<8.1 mg/dL", "L", "Final", "03/02/2026"]], {
            headings: ["Results"],
            says: ["1-1 of 1"],
          }),
          table(["Test", "Result"], [["PTH", "Pending"]], { headings: ["Results"] }),
          items(["Evista 60 mg tablet"], { headings: ["Active medications"] }),
          lines(["Total hip T-score -1.2. FRAX: MOF 14%, hip 2.9%."], { headings: ["DXA"] }),
          items(["Celiac disease", "Hip fracture 2019"], { headings: ["Problem list"] }),
          table([], [["Weight", "61 kg"]]),
          lines(["Never smoker. Denies alcohol."], { headings: ["Social history"] }),
          lines(["Last dental exam 05/12/2026"], { headings: ["Health maintenance"] }),
        ],
        HEAD,
        5,
      ),
    ]);

  it("says everything that was read, each with its place", () => {
    const reading = read();
    expect(reading).toMatchObject({
      target: "chart.html",
      patient: { name: "Ruth Calloway", birthDate: "1954-11-30", age: null, sex: "female", mrn: "4471" },
      patientConflict: false,
      labs: [
        {
          analyte: "CA",
          comparator: "<",
          value: 8.1,
          unit: "mg/dL",
          canonical: { value: 8.1, unit: "mg/dL" },
          text: null,
          flag: "low",
          status: "final",
          date: "2026-03-02",
          source: { frame: 0, text: "Calcium <8.1 mg/dL L Final 03/02/2026" },
        },
        { analyte: "PTH", comparator: null, value: null, unit: null, canonical: null, text: "Pending" },
      ],
      medications: [{ ingredient: "raloxifene", status: "active", source: { frame: 0, text: "Evista 60 mg tablet" } }],
      dxa: [{ site: "TH", t: -1.2, source: { frame: 0 } }],
      frax: [{ mof: 14, hip: 2.9, withBmd: null, model: null, glucocorticoidAdjusted: null, date: null }],
      problems: [{ condition: "malabsorption" }, { label: "Hip fracture 2019" }],
      fractures: [{ site: "hip", date: "2019", trauma: null, label: "Hip fracture 2019" }],
      vitals: [{ kind: "weight", value: 61, unit: "kg" }],
      lifestyle: { smoking: "never", alcoholDrinksPerDay: 0 },
      dental: { lastExam: "2026-05-12" },
    });
    expect(reading.screens).toContainEqual({ kind: "medications", frame: 0, complete: null });
    for (const list of [reading.medications, reading.dxa, reading.frax, reading.problems, reading.vitals])
      for (const one of list) expect(one).not.toHaveProperty("evidence");
    expect(reading.medications[0]).not.toHaveProperty("replacement");
  });

  it("says nothing of two patients, and no single fact that contradicts itself", () => {
    const peter = facts([lines(["Never smoker"], { headings: ["Social history"] })], {
      banner: banner(["Peter Osgood", "MRN 5120"]),
    });
    expect(toReading("x", [facts([], HEAD), peter])).toMatchObject({
      patient: null,
      patientConflict: true,
      lifestyle: { smoking: null },
      screens: [],
    });
    const both = facts([lines(["Never smoker", "Former smoker"], { headings: ["Social history"] })], HEAD);
    expect(toReading("x", [both]).lifestyle.smoking).toBeNull();
    expect(toReading("x", [facts([])]).patient).toBeNull();
  });
});
