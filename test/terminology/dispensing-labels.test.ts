import { expect, it } from "vitest";
import { dailyMg, readInstructions } from "../../src/terminology/dose-instructions";

/** Directions as British pharmacies print them. */
it.each([
  ["ONE TO BE TAKEN EACH WEEK", 70, 10],
  ["Take one tablet on the same day each week", 70, 10],
  ["Six To Be Taken Each Day", 5, 30],
  ["ONE TO BE TAKEN TWICE A DAY", 5, 10],
  ["Eight to be taken in the morning", 5, 40],
  ["Six daily", 5, 30],
])("%s of %s mg: %s mg a day", (words, mgPerUnit, mg) => {
  expect(dailyMg(readInstructions(words), { mgPerUnit, mgPerMl: null })).toBeCloseTo(mg, 9);
});

it.each([
  "One or two to be taken each day",
  "Six to be taken each day then reduce",
  "One to be taken when required",
])("%s: no daily dose", (words) => {
  expect(dailyMg(readInstructions(words), { mgPerUnit: 5, mgPerMl: null })).toBeNull();
});
