import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dailyMg, readInstructions } from "../../src/terminology/dose-instructions";

const mg = (sig: string, mgPerUnit: number | null) => dailyMg(readInstructions(sig), { mgPerUnit, mgPerMl: null });

describe("dose instructions", () => {
  it.each<[string, number, number]>([
    ["1 tablet by mouth once weekly", 70, 10],
    ["1 tab PO qweek", 70, 10],
    ["1 tablet every other day", 15, 7.5],
    ["2 tabs twice daily", 5, 20],
    ["10 mg in the morning and 5 mg at night", 5, 15],
    ["1 tablet in the morning and half a tablet at 2 pm", 10, 15],
    ["take 1 tablet by mouth every 12 hours for 14 days", 5, 10],
    ["1 tablet Mon, Wed, Fri", 7, 3],
    ["1.5 tablets (7.5 mg total) by mouth daily", 5, 7.5],
    ["1 po qd", 5, 5],
    ["1 comprimé par jour", 10, 10],
    ["1 Tablette täglich", 5, 5],
    ["1-0-1", 5, 10],
    ["1 tablet once in the morning", 5, 5],
    ["1 tab qd #30 rf 2", 5, 5],
    ["2 tablets daily, 30 days", 5, 10],
    ["take 1 tablet daily with 8 oz of water 30 minutes before breakfast", 10, 10],
  ])("%s of %d mg is %d mg a day", (sig, strength, perDay) => {
    expect(mg(sig, strength)).toBeCloseTo(perDay, 9);
  });

  it.each([
    "1-2 tablets daily",
    "20 mg IV once",
    "1 tablet daily, 3 weeks on 1 week off",
    "1 tablet every third day",
    "1 tablet every 4-6 hours",
    "1 tablet daily as needed for pain",
    "Taper as directed over 6 days",
    "20 mg daily for 5 days, then 10 mg daily for 5 days",
    "Take 4 tablets daily for 3 days, 3 tablets daily for 3 days",
    "5 mg every other day, 10 mg on other days",
    "1 tablet daily Monday to Friday",
    "1 tablet once a month",
    "60 mg every 6 months",
    "use as directed",
    "take 1 tablet by mouth daily in the",
    "take 2 tablets",
    "",
  ])("%s settles no daily dose", (sig) => {
    expect(mg(sig, 5)).toBeNull();
  });

  it("asks the strength whether milligrams in brackets are of one tablet or of all", () => {
    expect(mg("take 2 tablets (10 mg) by mouth daily", 5)).toBe(10);
    expect(mg("take 2 tablets (5 mg) by mouth daily", 5)).toBeNull();
    expect(mg("take 2 tablets (10 mg total) by mouth daily", null)).toBe(10);
  });

  it("knows as needed", () => {
    expect(readInstructions("1 tablet q6h prn pain").asNeeded).toBe(true);
    expect(readInstructions("1 tablet q6h").asNeeded).toBe(false);
  });

  const verified = new URL("../../../shared/reference/dose-instructions/verified-instructions.tsv", import.meta.url);
  it.skipIf(!existsSync(verified))("agrees with the verified instructions, or is silent (skipped: list absent)", () => {
    const rows = readFileSync(verified, "utf8").trim().split("\n").slice(1);
    let settled = 0;
    for (const line of rows) {
      const [sig = "", parsable, most] = line.split("\t");
      if (/\d ?mg total/.test(sig)) continue;
      const perDay = mg(sig, 1);
      if (perDay === null) continue;
      settled++;
      if (parsable === "True") expect(perDay, sig).toBeCloseTo(Number(most), 1);
    }
    expect(settled).toBeGreaterThan(40);
  });
});
