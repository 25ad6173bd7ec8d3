import { beforeEach, describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { applyTyped } from "../../src/chart/typed";
import { readTyped } from "../../src/chart/typed-input";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { KIND_OF_ITEM, kindGroups } from "../../src/ui/type-in/kinds";
import { firstWritten, readForm, type TypeForm, unitName } from "../../src/ui/type-in/type-form";
import { assessed } from "../cases/answer";
import { highWoman, type Input, lab, labs, med, scan, without, woman } from "../cases/build";
import { speakEnglish } from "./locale";

const TODAY = "2026-11-23";
beforeEach(() => speakEnglish());

const forms = () => kindGroups(TODAY).flatMap(({ kinds }) => kinds);
const formOf = (id: string): TypeForm => {
  const form = forms().find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};

/** What the form says once these are written in it. */
function typed(form: TypeForm, written: Record<string, string>) {
  const read = readForm(form, { ...firstWritten(form), date: TODAY, ...written }, TODAY);
  if ("refused" in read) throw new Error([...read.refused].join());
  if (read.says.kind !== "values") throw new Error("no values");
  return { about: read.about, ...readTyped(read.says.input, TODAY) };
}

describe("laboratory results that are typed", () => {
  it("are understood in every unit that is offered", () => {
    const cases = forms()
      .filter(({ id }) => id.startsWith("lab-"))
      .flatMap((form) =>
        form.fields.flatMap(({ name, of }) =>
          "figure" in of ? of.figure.ranges.map(({ unit, high }) => ({ form, name, unit, value: high })) : [],
        ),
      );
    expect(cases.length).toBeGreaterThan(30);
    for (const { form, name, unit, value } of cases) {
      const { chart, rejected } = typed(form, { [name]: String(value), [unitName(name)]: unit });
      expect(rejected, `${form.id} ${name} ${unit}`).toEqual([]);
      const [lab] = chart.labs;
      expect(lab?.result, `${form.id} ${name} ${unit}`).toMatchObject({ kind: "number", canonical: { unit: /./ } });
    }
  });

  it("have a form for every item that names one", () => {
    for (const id of Object.values(KIND_OF_ITEM)) expect(formOf(id).id).toBe(id);
  });

  const KIDNEYS = { problems: ["ESRD on hemodialysis"], meds: [med("denosumab")], labs: without("PHOS") };
  it.each<[string, Input, Record<string, string>]>([
    ["CORTISOL", { problems: ["Cushing syndrome"] }, { value: "21" }],
    ["SEXHORM", { problems: ["Chronic liver disease"] }, { prolactin: "12" }],
    ["SPEP/FLC", { labs: labs(lab("CBC", 9.8, "g/dL")) }, { SPEP: "normal" }],
    ["SPEP/FLC", { labs: labs(lab("CBC", 9.8, "g/dL")) }, { FLC: "abnormal" }],
    ["CKDMBD", KIDNEYS, { pth: "88", calcium: "9.3", vitaminD: "34", phosphate: "4.1" }],
  ])("settle the item they are offered at: %s", (code, patch, written) => {
    const input = highWoman(patch);
    const missing = (of: Input) => assessed(of).missing.map((item) => item.code);
    expect(missing(input)).toContain(code);
    const form = formOf(KIND_OF_ITEM[code] ?? "");
    const read = readForm(form, { ...firstWritten(form), date: TODAY, ...written }, TODAY);
    if ("refused" in read || read.says.kind !== "values") throw new Error("refused");
    const typedLabs = (read.says.input as { labs: Input[] }).labs;
    expect(missing({ ...input, labs: [...((input.labs as Input[]) ?? labs()), ...typedLabs] })).not.toContain(code);
  });

  it("of one day go into one form; what was not done is left empty, and something must be there", () => {
    const hormones = formOf("lab-sexHormones");
    const { chart, about } = typed(hormones, { fsh: "60", lh: "31" });
    expect(chart.labs.map(({ analyte, date }) => [analyte, date])).toEqual([
      ["FSH", TODAY],
      ["LH", TODAY],
    ]);
    expect(about).toContain("FSH 60 IU/L, LH 31 IU/L");
    expect(readForm(hormones, { ...firstWritten(hormones), date: TODAY }, TODAY)).toHaveProperty("refused");
  });
});

describe("the dental exam", () => {
  const written = (more: Record<string, string>) =>
    readForm(formOf("dental"), { ...firstWritten(formOf("dental")), ...more }, TODAY);

  it("is of a date, or none is known: then it is missing, and not only unseen", () => {
    expect(typed(formOf("dental"), { dental: "2026-05" }).chart.lastDentalExam).toMatchObject({ value: "2026-05" });
    const { about, chart: said, rejected } = typed(formOf("dental"), { exam: "none" });
    expect(rejected).toEqual([]);
    expect(about).toBe("Last dental exam: None known");
    expect(said.lastDentalExam).toMatchObject({ state: "known", value: "none" });
    const dental = (chart: Chart) => assess(chart, defaultPolicy, TODAY).missing.find(({ code }) => code === "DENTAL");
    const { chart: all } = caseToChart({ ...highWoman({ lastDentalExam: null }), asOf: TODAY });
    const chart = { ...all, seen: all.seen.filter(({ kind }) => kind !== "dental") };
    expect(dental(chart)?.why).toBe("not-seen");
    const read = written({ exam: "none" });
    if ("refused" in read) throw new Error("refused");
    const fact = { id: "1", typedAt: `${TODAY}T08:00:00Z`, ...read };
    expect(dental(applyTyped(chart, [fact], TODAY).chart)?.why).toBe("none-in-window");
  });

  it.each([
    ["a date that is left out", { exam: "on" }],
    ["a date of none", { exam: "none", dental: "2026-05" }],
  ])("refuses %s", (_, more) => {
    expect(written(more)).toHaveProperty("refused");
  });
});

it("a vertebral fracture found on spine imaging settles that imaging is called for", () => {
  const input = woman({ age: 74, dxa: [scan("FN", -1.6)] });
  const missing = (of: Input) => assessed(of).missing.map(({ code }) => code);
  expect(missing(input)).toContain("VFA");
  const form = formOf(KIND_OF_ITEM.VFA ?? "");
  expect(readForm(form, { found: "none", date: TODAY }, TODAY)).toHaveProperty("refused");
  const read = readForm(form, { found: "fracture", date: TODAY }, TODAY);
  if ("refused" in read || read.says.kind !== "values") throw new Error("refused");
  expect(missing({ ...input, ...read.says.input })).not.toContain("VFA");
});
