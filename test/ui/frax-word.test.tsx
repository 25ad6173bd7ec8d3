// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from "vitest";
import english from "../../public/_locales/en/messages.json";
import { caseToChart } from "../../src/chart/case";
import { cdsHooksResponse, fhirBundle, noteText } from "../../src/export";
import { fraxInputs } from "../../src/risk/frax-inputs";
import { type Assessment, assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { ViewOfTab } from "../../src/sidebar/view-of-tab";
import { AssessmentView } from "../../src/ui/assessment-view";
import { TypedContext } from "../../src/ui/typed-context";
import { broken, fracture, frax, type Input, man, prednisone, scan, TODAY, woman } from "../cases/build";
import { chart, views } from "./fixtures";
import { speakEnglish } from "./locale";
import { draw } from "./page";
import { spoken } from "./spoken-fixtures";

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { sendMessage: async () => undefined, getManifest: () => ({ version: "0.1.0" }) },
    storage: {},
  },
}));

/** RISK.md 6: a number may carry the word FRAX only when it is from the chart, typed, or read back. */

/** Published limits and factors that are printed beside the word: they are no patient's figures. */
const PUBLISHED = [
  3,
  20, // source thresholds (S6, S9)
  30,
  4.5, // very high (T-VH7)
  8.4,
  9.3, // FRAX without BMD before a DXA (RISK.md 5)
  1.15,
  1.2,
  15,
  10,
  25,
  35, // steroid adjustment (S10, Kanis 2011)
  19.9,
  16, // ranges of other guidelines
];

const chartOf = (input: Input) => caseToChart(input).chart;
const assessed = (input: Input): Assessment => assess(chartOf(input), defaultPolicy, TODAY);
const viewOf = (input: Input) => ({ ...chart(assessed(input)), fraxInputs: fraxInputs(chartOf(input), TODAY) });

/** The smallest blocks of text of a page: a number and the word in one of them belong together for a reader. */
function blocks(root: Element): string[] {
  const block = "p, li, dd, dt, td, th, h1, h2, h3, summary, figcaption, section, div, article, details, label, button";
  const texts = new Map<Element, string>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const around = node.parentElement?.closest(block) ?? root;
    texts.set(around, `${texts.get(around) ?? ""}${node.textContent}`);
  }
  return [...texts.values()].map((text) => text.replace(/\s+/g, " ").trim());
}

/** Percentages that stand with the word FRAX and are neither published limits nor among `known`. */
function unfounded(texts: readonly string[], known: readonly (number | null | undefined)[]): string[] {
  const allowed = [...PUBLISHED, ...known.filter((value): value is number => typeof value === "number")];
  return texts.filter(
    (text) =>
      /frax/i.test(text) &&
      [...text.matchAll(/(\d+(?:\.\d+)?)\s*(?:%|percent)/g)].some(
        ([, number]) => !allowed.some((value) => value.toFixed(number?.split(".")[1]?.length ?? 0) === number),
      ),
  );
}

const MAKER = { version: "0.1.0", at: "2026-11-23T10:00:00+00:00" };

/** Everything that is shown or given out of one assessment. */
async function everything(input: Input): Promise<string[]> {
  const assessment = assessed(input);
  const sidebar = await draw(<ViewOfTab view={viewOf(input)} tabId={null} />);
  const shown = blocks(sidebar);
  const popup = await draw(
    <TypedContext.Provider value={true}>
      <AssessmentView assessment={assessment} />
    </TypedContext.Provider>,
  );
  const cards = assessment.findings.flatMap(({ card }) => [card.summary, card.detail ?? ""]);
  const cds = JSON.stringify(cdsHooksResponse(assessment)).split(/(?<=\W),|[{}]/);
  const fhir = JSON.stringify(fhirBundle(assessment, MAKER, () => "00000000-0000-4000-8000-000000000000")).split(
    /[{}]/,
  );
  return [...shown, ...blocks(popup), ...noteText(assessment, MAKER).split("\n"), ...cards, ...cds, ...fhir];
}

const scans = [-0.4, -1, -1.7, -2.4, -2.5, -3.2].map((t) => [scan("FN", t), scan("LS", t - 0.6)]);
const CASES: [string, Input][] = [
  ...scans.map((dxa): [string, Input] => [`woman, T ${dxa[0]?.t}`, woman({ dxa })]),
  ...scans.map((dxa): [string, Input] => [`man, T ${dxa[0]?.t}`, man({ dxa })]),
  ["on prednisone 10 mg", woman({ meds: [prednisone(10, { start: "2026-01-10" })] })],
  ["on prednisone 7.5 mg", woman({ meds: [prednisone(7.5, { start: "2026-01-10" })] })],
  ["on prednisone 2 mg", woman({ meds: [prednisone(2, { start: "2026-01-10" })] })],
  ["with a fracture", woman(broken(fracture("wrist", "2024-05-01")))],
  ["without a DXA", woman({ dxa: [] })],
  ["of 39", woman({ age: 39, menopause: "pre" })],
  ["of 93", woman({ age: 93 })],
];

beforeAll(() => speakEnglish());

describe("the word FRAX stands on no number of our own", () => {
  it.each(CASES)("no FRAX given: %s", async (_, input) => {
    expect(unfounded(await everything({ ...input, frax: null }), [])).toEqual([]);
  });

  it.each(CASES)("FRAX given: %s", async (_, input) => {
    const given = { ...input, frax: frax(17.3, 2.4, { gcTicked: true }) };
    const { used } = assessed(given).frax;
    const lumbar = [17.3, used?.mof ?? 0].flatMap((mof) => [0.9, 1.1, 1.2].map((factor) => mof * factor));
    expect(unfounded(await everything(given), [17.3, 2.4, used?.mof, used?.hip, ...lumbar])).toEqual([]);
  });

  it.each(Object.entries({ ...views, ...spoken }))("drawn state: %s", async (_, view) => {
    const root = await draw(<ViewOfTab view={view} tabId={null} />);
    const figures = view.state === "chart" ? [view.assessment.frax.raw, view.assessment.frax.used] : [];
    const known = figures.flatMap((one) => [one?.mof, one?.hip]);
    expect(unfounded(blocks(root), known)).toEqual([]);
  });

  it("in no text of the pages, the popup's own calculators among them", () => {
    expect(
      unfounded(
        Object.values(english).map(({ message }) => message),
        [],
      ),
    ).toEqual([]);
  });

  it("would be found", () => {
    expect(unfounded(["FRAX major fracture: 12.4 %"], [])).toHaveLength(1);
    expect(unfounded(["FRAX major fracture: 12.4 %"], [12.4])).toEqual([]);
    expect(unfounded(["Estimate 12.4 %"], [])).toEqual([]);
  });
});
