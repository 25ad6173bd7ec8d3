import { describe, expect, it } from "vitest";
import { facts, lines, region, row, table } from "./support/page";

const scores = (texts: string[]) => facts([lines(texts, { headings: ["DXA"] })]).dxa.map(({ t }) => t);
const SCORE = "Total hip T-score -1.2";
const OLD = "Total hip T-score -0.8";

describe("a title over figures of another examination, or of nobody", () => {
  it.each([
    "Prior exam 2022",
    "Prior exam 05/10/2022",
    "Prior study: 2022",
    "Previous DXA (05/10/2022)",
    "Previous results",
    "Bone density, prior study",
    "Vorbefund 2022",
    "Voruntersuchung vom 10.05.2022",
    "Examen antérieur (10/05/2022)",
    "Estudio previo 10/05/2022",
    "Vorige meting 10-05-2022",
    "Reference values",
    "Normal ranges",
    "WHO classification",
    "Example report",
  ])("%s", (title) => {
    expect(scores([title, OLD])).toEqual([]);
    expect(scores([SCORE, title, OLD])).toEqual([-1.2]);
  });

  it.each([
    "Results",
    "DXA 02/11/2026",
    "Comparison: 05/10/2022",
    "Compared to scan of 05/10/2022",
    "Prior fracture: wrist",
    "Previous exam was done elsewhere.",
    "No prior exam",
  ])("%s is none", (line) => expect(scores([line, SCORE])).toEqual([-1.2]));

  it("behind the day of the examination it only says when the other was", () => {
    expect(scores(["Exam date: 02/11/2026", "Prior exam: 05/10/2022", SCORE])).toEqual([-1.2]);
    expect(scores(["Exam date: 02/11/2026", SCORE, "Prior exam: 05/10/2022", OLD])).toEqual([-1.2]);
  });

  it("ends where the examination of today begins", () =>
    expect(scores(["Prior exam 05/10/2022", OLD, "Current exam 02/11/2026", SCORE])).toEqual([-1.2]));

  const under = (headings: string[], says: string[] = []) =>
    facts([table(["Region", "T-score"], [["Total hip", "-1.2"]], { headings, says })]).dxa.map(({ t, date }) => [
      t,
      date,
    ]);
  it("over a table", () => {
    expect(under(["DXA", "Prior DXA (05/10/2022)"])).toEqual([]);
    expect(under(["Imaging", "Previous"])).toEqual([]);
    expect(under(["DXA"], ["Prior exam: 05/10/2022"])).toEqual([]);
    expect(under(["DXA"], ["Exam date: 02/11/2026", "Prior exam: 05/10/2022"])).toEqual([[-1.2, "2026-02-11"]]);
    expect(under(["Imaging", "DXA 05/10/2022"])).toEqual([[-1.2, "2022-05-10"]]);
    expect(under(["DXA", "2022"])).toEqual([[-1.2, "2022"]]);
  });

  it("over rows of a list", () => {
    const rows = [row([SCORE], "Current"), row(["Total hip T-score -0.8"], "Prior study 2022")];
    expect(facts([region("prose", [], rows, { headings: ["DXA"] })]).dxa.map(({ t }) => t)).toEqual([-1.2]);
  });

  it("of two scores without a day it is not told which is of today", () => {
    const note = (text: string, heading: string) => lines([text], { headings: ["Notes", heading] });
    const both = (first: string, second: string) =>
      facts([note(first, "02/15/2026 Office Visit"), note(second, "05/20/2022 Office Visit")]).dxa.map(({ t }) => t);
    expect(both(SCORE, OLD)).toEqual([]);
    expect(both(SCORE, SCORE)).toEqual([-1.2, -1.2]);
    expect(both(SCORE, "Lumbar spine T-score -0.8")).toEqual([-1.2, -0.8]);
  });

  it("her twin is another", () => expect(scores(["Patient's twin: spine T-score -3.0"])).toEqual([]));
});
