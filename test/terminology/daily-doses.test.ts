import { describe, expect, it } from "vitest";
import { dailyMg, readInstructions, type Strength } from "../../src/terminology/dose-instructions";

const daily = (sig: string, strength: Strength) => dailyMg(readInstructions(sig), strength);
const tablets = (sig: string, mgPerUnit: number | null = 10) => daily(sig, { mgPerUnit, mgPerMl: null });
const liquid = (sig: string, mgPerMl: number | null = 2) => daily(sig, { mgPerUnit: null, mgPerMl });

describe("tablets of 10 mg", () => {
  it.each<[string, number]>([
    // How many.
    ["1 tablet daily", 10],
    ["1/2 tablet daily", 5],
    ["10/20 tablet daily", 5],
    ["1 1/2 tablets daily", 15],
    ["10 1/2 tablets daily", 105],
    ["1 and 1/2 tablets daily", 15],
    ["one and a half tablets daily", 15],
    ["1 and one half tablets daily", 15],
    ["one and half tablets daily", 15],
    ["half a tablet daily", 5],
    ["half of a tablet daily", 5],
    ["half tab daily", 5],
    ["two tablets daily", 20],
    ["two (2) tablets daily", 20],
    ["two (2.0) tablets daily", 20],
    ["twelve (12) tablets weekly", 120 / 7],
    ["2 (two) tablets daily", 20],
    ["2.5 (half) tablets daily", 25],
    ["one 1 tablet daily", 10],
    // How often.
    ["1 tablet twice daily", 20],
    ["1 tablet bid", 20],
    ["1 tablet t.i.d.", 30],
    ["1 tablet qid", 40],
    ["1 tablet 3 times a day", 30],
    ["1 tablet every 8 hours", 30],
    ["1 tablet q12h", 20],
    ["1 tablet every 3 days", 10 / 3],
    ["1 tablet every other day", 5],
    ["1 tablet qod", 5],
    ["1 tablet every 7 (seven) days", 10 / 7],
    ["1 tablet every 12 (twelve) hours", 20],
    ["1 tablet weekly, 30 (thirty) minutes before the first food", 10 / 7],
    ["1 tab 6 days per week", 60 / 7],
    ["1 tab five days a week", 50 / 7],
    ["1 tab weekly for 5 years", 10 / 7],
    ["ii tabs po qam", 20],
    ["iii caps daily", 30],
    ["30 mg (3 tablets) daily", 30],
    ["30 mg = 3 tablets daily", 30],
    ["10 mg AM, 5 mg midday, 2.5 mg at 5pm", 17.5],
    ["currently 20 mg daily", 20],
    ["1 tab 30 minutes before breakfast and dinner", 20],
    ["1 tablet weekly. Do not lie down for the next 30 min.", 10 / 7],
    ["1 - 0 - 1", 20],
    ["1/2-0-1/2", 10],
    ["0,5-0-0,5-0", 10],
    ["1-0-½", 15],
    ["2-1-1", 40],
    ["1 cp 12/12h", 20],
    ["1 comprimido de 8/8 h", 30],
    ["1 cp dia sim dia não", 5],
    ["1 tablet per dag", 10],
    ["10 mg/day", 10],
    ["1 tablet weekly", 10 / 7],
    ["1 tablet twice weekly", 20 / 7],
    ["1 tablet every 2 weeks", 10 / 14],
    ["1 tablet q4w", 10 / 28],
    ["1 tablet fortnightly", 10 / 14],
    ["1 tablet every other week", 10 / 14],
    ["1 tablet on monday", 10 / 7],
    ["1 tablet Mon, Wed and Fri", 30 / 7],
    ["1 tablet weekly on Sunday", 10 / 7],
    ["1 tablet in the morning", 10],
    ["1 tablet every night at bedtime", 10],
    ["1 tablet morning and night", 20],
    ["1 tablet morning, noon and night", 30],
    ["1 tablet morning and afternoon", 20],
    ["1 tablet with breakfast in the morning", 10],
    ["1 tablet with lunch", 10],
    ["1 tablet at 8 am and 8 pm", 20],
    ["1 tablet daily in the morning", 10],
    ["1 tablet einmal taglich", 10],
    ["1 tablette zweimal taglich", 20],
    ["1 tablet once daily", 10],
    ["1 tablet once in the evening", 10],
    ["1-0-1", 20],
    ["1-1-1-1", 40],
    ["1-0-0", 10],
    // What goes beside it.
    ["take 1 tablet by mouth daily", 10],
    ["1 tablet daily for 10 days", 10],
    ["1 tablet daily x 3 months", 10],
    ["1 tablet daily, dispense 30", 10],
    ["1 tablet daily, 3 refills", 10],
    ["1 tablet daily 30 minutes before food", 10],
    ["1 tablet daily with 8 oz of water", 10],
    ["1 tablet daily for bones.", 10],
    ["1 tablet weekly. Remain upright for 30 minutes.", 10 / 7],
    ["1 tablet weekly, do not lie down for at least 30 min", 10 / 7],
    ["1 tablet weekly, stay upright 30 minutes", 10 / 7],
    ["once a day | 1 d take 1 tablet once a day", 10],
    // Milligrams.
    ["10 mg daily", 10],
    ["20 mg daily", 20],
    ["5000 mcg daily", 5],
    ["0.005 g daily", 5],
    ["1 tablet (10 mg) daily", 10],
    ["2 tablets (20 mg) daily", 20],
    ["2 tablets (20 mg total) daily", 20],
    ["2 tablets (5 mg total dose) daily", 5],
    ["20 mg in the morning and 10 mg in the evening", 30],
    ["1 tablet in the morning and 2 tablets at night", 30],
    ["daily", 10],
  ])("%s", (sig, mg) => {
    expect(tablets(sig)).toBeCloseTo(mg, 9);
  });

  it.each([
    "1 to 2 tablets daily",
    "1 tablet every 4 to 6 hours",
    "1 tablet once or twice daily",
    "1 tablet monthly",
    "1 tablet every 3 months",
    "1 tablet per hour",
    "1 tablet q hour",
    "1 tablet Monday through Friday",
    "1 tablet daily on Monday",
    "1 tablet every other day and weekly",
    "1 tablet daily in the morning and at night",
    "1 tablet 3 times a fortnite",
    "1 tablet once",
    "2 tablets (10 mg) daily",
    "10 mg/day, change weekly",
    "2 tablets daily, 1 tablet weekly",
    "1 tablet daily and 2 tablets at night",
    "2 tablets in the morning and 1 tablet",
    "7 water tablets",
    "2 tablets",
    "0 tablets daily",
    "1 tablet daily prn",
    "1 tablet daily if needed",
    "1 tablet daily bei bedarf",
    "taper over 6 days",
    "1 tablet, then 2 tablets daily",
    // packs, and courses of two doses
    "28 tablets, two daily",
    "3 tablets, two daily",
    "16 tablets daily",
    "weekly, 4 tablets",
    "every 6 hours x 4 doses",
    "daily (was 20 mg)",
    "daily (20 mg before)",
    "daily x 1 week, 5 mg daily x 1 week",
    "2 daily x 3 days, 1 daily x 3 days",
    "10 mg daily for 1 week followed by 5 mg daily",
    "10/5 mg daily",
    // parts of a dose, several products, a rhythm that is read in two ways
    "2x10 mg daily",
    "1 g IV daily, 3 doses",
    "quarter of a tablet daily",
    "1 tab bi-weekly",
    "1 tab semi-weekly",
    "1 tab T/Th/Sat",
    "1 tab M/W/F",
    "1 tab second daily",
    "10 mg PO ACHS",
    "15 mg divided BID",
    "15 mg/day divided BID",
    "15 mg/day BID",
    "1 tab before breakfast or at bedtime",
    "2 AM 1 HS",
    "taking differently, 1 tablet daily",
    "calcium 1200 mg daily (diet and supplements)",
    // only at times
    "1 tab daily if symptoms",
    "1 tab daily when sick",
    "1 tab daily with flare",
    "1 tab daily in case of pain",
    "1 tab daily before dental work",
    "1 tab premedication daily",
    "1 tab daily in winter",
    // other languages
    "lt. Plan 1-0-0",
    "1-0-0 ab 15.03. 2-0-0",
    "1-0-0, 1/2-0-0",
    "1-0-0 bis 12.3.",
    "om de dag 1 tablet",
    // from day to day less
    "3-2-1",
    "4-3-2-1",
    "5 tablets the day before chemotherapy every 3 weeks",
    "",
    " ",
  ])("%j settles nothing", (sig) => {
    expect(tablets(sig)).toBeNull();
  });

  /** Halves, and commas that may be decimal or part two numbers. */
  it.each<[string, number | null]>([
    ["½ tablet daily", 5],
    [".5 tablet daily", 5],
    ["(.5 mg) daily", 0.5],
    ["15 tablets weekly", 150 / 7],
    ["1½ tablets daily", 15],
    ["1 ½ tablets daily", 15],
    ["take 1 tablet, 2 times a day", 20],
    ["1,5 Tabletten täglich", 15],
    ["0,5 tablets daily", 5],
    ["2,5 mg daily", 2.5],
    ["7,5 mg once daily", 7.5],
    ["5,10 mg daily", null],
    ["1,2 tablets daily", null],
    ["1 tablet 2,3 times daily", null],
    ["1 tablet 2,5 times daily", null],
    ["1 2 tablets daily", null],
  ])("%s", (sig, mg) => {
    expect(tablets(sig)).toBe(mg);
  });

  it("without a strength only what is said in milligrams counts", () => {
    expect(tablets("1 tablet daily", null)).toBeNull();
    expect(tablets("daily", null)).toBeNull();
    expect(tablets("5 mg daily", null)).toBe(5);
    expect(tablets("1 tablet (5 mg) daily", null)).toBe(5);
    expect(tablets("2 tablets (5 mg) daily", null)).toBeNull();
    expect(tablets("2 tablets (5 mg total) daily", null)).toBe(5);
  });
});

describe("liquids of 2 mg/mL", () => {
  it.each<[string, number | null]>([
    ["5 ml daily", 10],
    ["2.5 ml twice daily", 10],
    ["5 ml in the morning and 2.5 ml at night", 15],
    ["5 ml (10 mg) daily", 10],
    ["1 dose (5 ml) daily", null],
    ["1 tablet daily", null],
    ["daily", null],
    ["5 ml every 4 to 6 hours", null],
  ])("%s", (sig, mg) => {
    expect(liquid(sig)).toBe(mg);
  });

  it("without its strength are not known", () => {
    expect(liquid("5 ml daily", null)).toBeNull();
    expect(daily("5 ml daily", { mgPerUnit: 10, mgPerMl: null })).toBeNull();
    expect(daily("1 tablet daily", { mgPerUnit: null, mgPerMl: 2 })).toBeNull();
  });
});

describe("an amount in brackets that sums the directions up", () => {
  it.each<[string, number, number | null]>([
    ["3 tablets daily (15 mg)", 5, 15],
    ["1 tablet BID (10 mg)", 5, 10],
    ["2 tablets BID (10 mg)", 5, 20],
    ["5 mg TID (15 mg/day)", 5, 15],
    ["5 mg TID (15 mg per day)", 5, 15],
    ["1 tablet every other day (5 mg)", 5, 2.5],
    ["1 tablet every other day (2.5 mg/day)", 5, 2.5],
    // it may be that of a tablet of another strength, of a dose that has changed, or of another day
    ["3 tablets daily (20 mg)", 5, null],
    ["2 tablets daily (5 mg)", 5, null],
    ["5 mg daily (10 mg)", 5, null],
    ["10 mg daily (5 mg)", 5, null],
    ["10 mg TID (20 mg/day)", 10, null],
    ["1 tablet BID (10 mg/day)", 10, null],
    ["1 tablet daily (max 15 mg/day)", 5, null],
    ["1 tablet daily (was 5 mg)", 5, null],
  ])("%s of %d mg: %s", (sig, strength, mg) => expect(tablets(sig, strength)).toBe(mg));

  it("settles nothing where the strength is not known", () => {
    expect(tablets("3 tablets daily (15 mg)", null)).toBeNull();
  });
});

describe("hours of a ward, and tablets and a half in brackets", () => {
  it.each<[string, number | null]>([
    ["1 tablet daily (0900)", 5],
    ["1 tablet BID (0900, 2100)", 10],
    ["2 tablets (10 mg) daily at 0800", 10],
    ["1 tablet (0900, 2100)", 10],
    ["1 tablet daily (0900, 2100)", null],
    ["1 tablet daily (2024)", null],
    ["1 tablet daily (4500)", null],
    ["7.5 mg (1 and 1/2 tabs) daily", 7.5],
    ["7.5 mg (1 1/2 tablets) daily", 7.5],
    ["take 1 and 1/2 tabs daily", 7.5],
  ])("%s of 5 mg: %s", (sig, mg) => expect(tablets(sig, 5)).toBe(mg));
});

it.each([
  "12/24h",
  "2/d",
  "1 tablet daily (emergency kit)",
  "2 tablets daily, comfort kit",
])("no daily dose: %s", (sig) => expect(tablets(sig, 5)).toBeNull());
it("a patch a day, a dose a day", () => {
  expect(tablets("10 mg/24h", 10)).toBe(10);
  expect(tablets("2 tablets/day", 5)).toBe(10);
});
