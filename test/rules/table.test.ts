import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules";
import { ruleRows, ruleTable } from "../../src/rules/table";
import { ARTICLE_SENTENCES } from "../../src/sources";

const ARTICLE = join(import.meta.dirname, "../../../shared/reference/source-article.txt");

describe.skipIf(!existsSync(ARTICLE))("the source article beside the checkout (skipped where it is absent)", () => {
  const article = existsSync(ARTICLE) ? readFileSync(ARTICLE, "utf8").replace(/\s+/g, " ") : "";

  // S52 is the list of references, not a sentence.
  it.each(Object.entries(ARTICLE_SENTENCES).filter(([id]) => id !== "S52"))("has %s word for word", (_, sentence) => {
    expect(article).toContain(sentence);
  });
});

describe("table of rules", () => {
  const table = ruleTable();

  it("has a line for every statement of the source article, S54 as left out", () => {
    for (let n = 1; n <= 54; n++) {
      const id = n === 11 ? "S11[abcd]" : `S${n}`;
      expect(table, `S${n}`).toMatch(new RegExp(`^\\| ${id} \\|`, "m"));
    }
    expect(table).toContain("| S54 | left out |");
  });

  it("has every other id of the specification", () => {
    const ids = new Set(RULES.map(({ id }) => id));
    const specified = [
      "D1 D2 D3 D4 D5 D6 D6v D7 D7b D8 D9 D10 D11 D12 D13 D14 D15 D16 D17 D18 D19 D20 D21",
      "X1 X2 X3 X4 X5 X6 X7 X8 X9 X9b X10 X11 X12 X13 X14",
      "T-G1 T-G2 T-VH1 T-VH2 T-VH3 T-VH4 T-VH5 T-VH6 T-VH7 T-VH7g T-VH8 T-VH9a T-VH9b T-VH9c",
      "T-H1 T-H2 T-H2p T-H3 T-M1 T-M2 T-L1 T-L2 T-I1 T-I2 T-P1 T-R33",
      "W-VITD W-CA W-ALB W-PHOS W-ALP W-CREAT W-LFT W-CBC W-TSH W-TESTO W-DXA W-FRAX W-DENTAL",
      "W-PTH W-UCA24 W-SPEP/FLC W-TTG W-CORTISOL W-SEXHORM W-MG W-CKDMBD W-VFA W-BALP W-BTM",
      "M-RALOX M-ROMO GC-ROUTE GC-REPL GC-DUR IN-RANGE S11a S11b S11c S11d",
    ];
    expect(specified.flatMap((line) => line.split(" ")).filter((id) => !ids.has(id))).toEqual([]);
  });

  it("quotes for every statement of the article its own sentence", () => {
    const unquoted = Object.entries(ARTICLE_SENTENCES).filter(
      ([id, sentence]) =>
        !ruleRows().some((row) => row.id.replace(/[a-d]$/, "") === id && row.sources.join().includes(sentence)),
    );
    expect(unquoted).toEqual([]);
  });

  it("calls nothing approved", () => {
    expect(table).not.toMatch(/\bapproved\b/i);
  });
});
