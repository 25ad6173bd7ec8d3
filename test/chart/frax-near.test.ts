import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

const all = (...texts: string[]) => facts([lines(texts, { headings: ["Imaging"] })]).frax;
const read = (...texts: string[]) => all(...texts).map(({ mof, hip }) => [mof, hip]);
const FAR = "and so on ";

describe("what stands near a figure says something of it, what stands far does not", () => {
  it("a bound beside a word of treatment is a threshold", () => {
    expect(read("FRAX: treat, MOF < 5%")).toEqual([]);
    expect(read("Treat if T-score -2.5 or FRAX hip 3%")).toEqual([]);
    expect(read("FRAX hip 3.1%, MOF 14%. Treat if T-score -2.5")).toEqual([[14, 3.1]]);
    expect(read("FRAX: MOF < 5%, treat")).toEqual([]);
    expect(read(`Treat. ${FAR.repeat(12)} FRAX: MOF < 5%. ${FAR.repeat(12)} Treat.`)).toEqual([[5, null]]);
  });

  it("FRAX is named near its figures", () => {
    expect(read(`FRAX. ${FAR.repeat(30)} MOF 14%, hip 2.9%`)).toEqual([[14, 2.9]]);
    expect(read(`FRAX. ${FAR.repeat(60)} MOF 14%, hip 2.9%`)).toEqual([]);
    expect(read("MOF 14%, hip 2.9% (FRAX)")).toEqual([[14, 2.9]]);
  });

  it("glucocorticoids are", () => {
    const ticked = (text: string) => all(text)[0]?.glucocorticoidsTicked;
    expect(ticked("FRAX: MOF 14%, hip 2.9%. Glucocorticoids: yes")).toBe(true);
    expect(ticked(`FRAX: MOF 14%, hip 2.9%. ${FAR.repeat(30)} Glucocorticoids: yes`)).toBeNull();
    expect(ticked("Glucocorticoids: yes. FRAX: MOF 14%, hip 2.9%.")).toBe(true);
    expect(ticked(`Glucocorticoids: yes. ${FAR.repeat(20)} FRAX: MOF 14%, hip 2.9%.`)).toBeNull();
  });

  it.each<[string, boolean | null]>([
    ["glucocorticoid: no", false],
    ["steroid: no", false],
    ["steroids no", false],
    ["steroids:no", false],
    ["glucocorticoids = yes", true],
    ["steroid:yes", true],
    ["glucocorticoids note", null],
    ["steroid injection", null],
  ])("%s: %s", (words, ticked) => {
    expect(all(`FRAX: MOF 14%, hip 2.9%. ${words}`)[0]?.glucocorticoidsTicked).toBe(ticked);
  });

  it.each<[string, boolean | null]>([
    ["not been adjusted for dose", false],
    ["not-adjusted for steroid", false],
    ["uncorrected for the dose", false],
    ["no correction made for glucocorticoid", false],
    ["dose: not adjusted", false],
    ["steroid use was not considered", false],
    ["not adjusted for weight. Steroid cream", null],
    ["adjusted figure for the gc", true],
    ["adjusted for glucocorticoid", true],
    ["glucocorticoid adjusted", true],
    ["steroid-dose-adjusted", true],
    ["adjusted for race", null],
  ])("%s: %s", (words, adjusted) => {
    expect(all(`FRAX: MOF 14%, hip 2.9%. ${words}`)[0]?.glucocorticoidAdjusted).toBe(adjusted);
  });
});

describe("figures at their limits", () => {
  it.each<[string, unknown[]]>([
    ["FRAX: MOF 3%, hip 3%", [[3, 3]]],
    ["FRAX MOF/hip 3/3", []],
    ["FRAX: MOF 14%, hip 2.9", [[14, 2.9]]],
    ["FRAX: MOF 99.9%", [[99.9, null]]],
    ["FRAX MOF/hip 14/2.9", [[14, 2.9]]],
    [`Treat at 20/3. ${FAR.repeat(10)} FRAX MOF/hip 14/2.9`, [[14, 2.9]]],
    ["Treat. FRAX MOF/hip 14/2.9", []],
    ["FRAX: 14% hip", [[null, 14]]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("the line shown is the one with the figure", () => {
    const [one] = all(...Array<string>(12).fill("a"), "FRAX: MOF 14%, hip 2.9%", "b", "b", "b");
    expect(one?.evidence).toMatchObject({ text: "FRAX: MOF 14%, hip 2.9%" });
    const [first] = all("FRAX: MOF 14%, hip 2.9%", "b");
    expect(first?.evidence).toMatchObject({ text: "FRAX: MOF 14%, hip 2.9%" });
  });

  it.each<[string, string, unknown[]]>([
    ["14.25", "2.95", [[14.25, 2.95]]],
    [" 14 ", " 2.9 ", [[14, 2.9]]],
    ["<5", "0.4", [[5, 0.4]]],
  ])("cells %j and %j", (mof, hip, expected) => {
    const cells = facts([table(["Date", "MOF (%)", "Hip (%)"], [["", mof, hip]], { headings: ["FRAX"] })]).frax;
    expect(cells.map((one) => [one.mof, one.hip])).toEqual(expected);
  });

  it("a day that is not said is that of the report, of two none", () => {
    const day = (...texts: string[]) => all("FRAX: MOF 14%, hip 2.9%", ...texts)[0]?.date;
    expect(day("Exam date: 03/02/2026")).toBe("2026-03-02");
    expect(day("Read 03/02/2026", "Signed 04/02/2026")).toBeNull();
    expect(day()).toBeNull();
  });
});
