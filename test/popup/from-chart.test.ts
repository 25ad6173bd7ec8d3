import { expect, it, vi } from "vitest";
import { formFromChart } from "../../popup/from-chart";
import { typedCase } from "../../popup/typed-case";
import { speakEnglish } from "../ui/locale";

vi.mock("webextension-polyfill", () => ({ default: {} }));

const TODAY = "2026-11-23";
const formOf = (frax: Record<string, unknown> | undefined) =>
  formFromChart(
    {
      input: { ...(frax && { frax }) },
      read: frax ? { frax: { text: "FRAX: MOF 12 %, hip 2 %", date: null } } : {},
      seen: [],
      leftOut: [],
    } as never,
    TODAY,
  );
const dateOf = (frax: Record<string, unknown>) => {
  speakEnglish();
  return typedCase(formOf(frax), TODAY).case.frax?.date;
};

it.each([
  ["its own date", "2025-03-02", "2025-03-02"],
  ["none, and not today's", null, null],
])("FRAX of the chart keeps %s", (_, given, date) => {
  expect(dateOf({ mof: 12, hip: 2, date: given })).toBe(date);
});

it("what is typed where the chart holds no FRAX is of today, as the field says", () => {
  expect(formOf(undefined).dates.fraxDate).toBe(TODAY);
});
