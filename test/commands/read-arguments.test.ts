import { expect, test } from "vitest";
import { parseReadArguments } from "../../src/commands/read-arguments";

test("targets, clicks in order, settle", () => {
  expect(
    parseReadArguments(["a.html", "--click", "#one", "--settle", "900", "http://x/", "--click=#two", "--all-frames"]),
  ).toEqual({
    targets: ["a.html", "http://x/"],
    clicks: ["#one", "#two"],
    settle: 900,
  });
});

test("settle is 300 unless said otherwise", () => {
  expect(parseReadArguments(["a.html"])?.settle).toBe(300);
});

test.each([
  [[]],
  [["--all-frames"]],
  [["a.html", "--click"]],
  [["a.html", "--click="]],
  [["a.html", "--settle", "soon"]],
  [["a.html", "--settle", "-1"]],
  [["a.html", "--frames"]],
  [["a.html", "-x"]],
])("cannot be used: %j", (argv) => {
  expect(parseReadArguments(argv)).toBeNull();
});
