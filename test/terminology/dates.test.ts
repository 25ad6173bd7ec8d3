import { describe, expect, it } from "vitest";
import { findDates, onlyDate } from "../../src/terminology/dates";
import { localeOf, parseNumber } from "../../src/terminology/numbers";

const us = localeOf("en-US", []);
const gb = localeOf("en-GB", []);
const de = localeOf("de", []);
const fr = localeOf("fr-FR", []);

describe("dates", () => {
  it.each([
    ["2026-03-02", "2026-03-02"],
    ["2026-03-02 08:15:00", "2026-03-02"],
    ["20260302081500-0500", "2026-03-02"],
    ["03/02/2026", "2026-03-02"],
    ["8/3/26", "2026-08-03"],
    ["8/3/58", "1958-08-03"],
    ["Mar 3, 2026", "2026-03-03"],
    ["14-Sept-2026", "2026-09-14"],
    ["14 — Sept — 2026", "2026-09-14"],
    ["12-Oct-2026, 12:05 PM", "2026-10-12"],
    ["June 22nd, 2015", "2015-06-22"],
    ["2026 / Oct 12 / 12:05 PM", "2026-10-12"],
    ["14 Sep 26", "2026-09-14"],
    ["05/2026", "2026-05"],
    ["1/22/2013 8:59 AM", "2013-01-22"],
  ])("%s is %s", (written, date) => {
    expect(onlyDate(written, us, 2026)).toBe(date);
  });

  it("takes the order of day and month from the language, or from a date that settles it", () => {
    expect(onlyDate("03/04/2026", us, 2026)).toBe("2026-03-04");
    expect(onlyDate("03/04/2026", gb, 2026)).toBe("2026-04-03");
    expect(onlyDate("05/03/2026", fr, 2026)).toBe("2026-03-05");
    expect(onlyDate("12.05.2026", de, 2026)).toBe("2026-05-12");
    expect(onlyDate("03/04/2026", localeOf("en", ["seen 25/12/2025"]), 2026)).toBe("2026-04-03");
    expect(onlyDate("13/02/2026", us, 2026)).toBe("2026-02-13");
  });

  it.each([
    "17.4",
    "1.021",
    "30-100",
    "02/30/2026",
    "13/13/2026",
    "120/80",
    "12:05",
    "14 Sep 26 mg",
    "seen 2026-03-02 and 2026-03-05",
  ])("%s is no date", (written) => {
    expect(onlyDate(written, us, 2026)).toBeNull();
  });

  it("finds dates in a sentence with their places", () => {
    expect(findDates("from 01/02/2026 to 02/03/2026", us, 2026).map(({ date }) => date)).toEqual([
      "2026-01-02",
      "2026-02-03",
    ]);
  });
});

describe("an hour without a colon", () => {
  it.each([
    ["05/02/26 0900", "2026-05-02"],
    ["05/02/2026 2359", "2026-05-02"],
    ["2026-05-02 0000", "2026-05-02"],
  ])("%s: behind a full day it is no more than that", (written, date) =>
    expect(onlyDate(written, us, 2026)).toBe(date));
  it.each([
    "05/02/26 2400",
    "05/02/26 0960",
    "05/02/26 900",
    "05/02/26 09001",
    "0900 05/02/26",
    "May 2026 0900",
  ])("%s is not", (written) => expect(onlyDate(written, us, 2026)).toBeNull());
});

describe("numbers", () => {
  it("reads the decimal mark of the page's language, and nothing that could be read in two ways", () => {
    expect(parseNumber("17.4", us)).toBe(17.4);
    expect(parseNumber("1,250", us)).toBe(1250);
    expect(parseNumber("2,42", us)).toBeNull();
    expect(parseNumber("2,42", de)).toBe(2.42);
    expect(parseNumber("1.250", de)).toBeNull();
    expect(parseNumber("0,285", de)).toBe(0.285);
    expect(parseNumber("2.42", de)).toBe(2.42);
    expect(parseNumber("1 250,5", fr)).toBe(1250.5);
    expect(parseNumber("12/3", us)).toBeNull();
  });
});
