import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules";
import { ruleTable } from "../../src/rules/table";
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
    const safety = [
      "D1",
      "D2",
      "D3",
      "D4",
      "D5",
      "D6",
      "D6v",
      "D7",
      "D7b",
      "D8",
      "D9",
      ...[10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map((n) => `D${n}`),
    ];
    const disagreements = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => `X${n}`);
    const tiers = [
      "G1",
      "G2",
      "VH1",
      "VH2",
      "VH3",
      "VH4",
      "VH5",
      "VH6",
      "VH7",
      "VH7g",
      "VH8",
      "VH9a",
      "VH9b",
      "VH9c",
      "H1",
      "H2",
      "H2p",
      "H3",
      "M1",
      "M2",
      "L1",
      "L2",
      "I1",
      "I2",
      "P1",
      "R33",
    ].map((t) => `T-${t}`);
    const others = [
      "X9b",
      "M-RALOX",
      "M-ROMO",
      "GC-ROUTE",
      "GC-REPL",
      "GC-DUR",
      "IN-RANGE",
      "S11a",
      "S11b",
      "S11c",
      "S11d",
    ];
    const missing = [...safety, ...disagreements, ...tiers, ...others].filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
  });

  it("quotes the sentence of the article where a rule rests on one", () => {
    expect(table).toContain(ARTICLE_SENTENCES.S31);
    expect(table).not.toMatch(/\bapproved\b/i);
  });
});
