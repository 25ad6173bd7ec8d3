// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type FraxFillState, fraxFillKey } from "../../src/messages/frax";
import { fakeBrowser } from "./browser";
import { blockedInputs, fill, fraxInputs, readFigures } from "./frax-fixtures";
import { speakEnglish } from "./locale";
import { button, click, draw, settled, textOf, type } from "./page";

const page = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock("webextension-polyfill", () => ({
  default: new Proxy({}, { get: (_, name) => page.browser[name as keyof typeof page.browser] }),
}));

const { FraxCalculator, FraxOfTabContext } = await import("../../src/ui/frax-calculator");
const { valuesText } = await import("../../src/ui/frax-field-text");

const VISIT = "2026-06-01T09:00:00.000Z";

beforeAll(() => speakEnglish());
beforeEach(() => {
  page.browser = fakeBrowser();
});

async function drawn(inputs = fraxInputs, visit = VISIT): Promise<HTMLElement> {
  const root = await draw(
    <FraxOfTabContext.Provider value={{ tabId: 7, visit, inputs }}>
      <FraxCalculator needed={true} />
    </FraxOfTabContext.Provider>,
  );
  await settled();
  return root;
}

const row = (root: Element, name: string) =>
  textOf([...root.querySelectorAll(".frax-inputs > div")].find((one) => textOf(one).startsWith(name)));

describe("the twelve inputs", () => {
  it("stand in the order of the calculator's page, each with what the chart says", async () => {
    const root = await drawn();
    const names = [...root.querySelectorAll("dt")].map(textOf);
    expect(names).toHaveLength(12);
    expect([names[0], names[4], names[11]]).toEqual(["Age", "Previous fracture", "Femoral neck density"]);
    expect(row(root, "Age")).toContain("68 years");
    expect(row(root, "Weight")).toMatch(/131 kg.*125 is entered/);
    expect(row(root, "Current smoking")).toMatch(/No.*Former smoker/);
    expect(textOf(root)).toContain("9 of 12 found");
  });

  it("never call not found a no, and say where one could look", async () => {
    const root = await drawn();
    expect(row(root, "Parent fractured hip")).toMatch(/not found.*Could be in/);
    expect(row(root, "Previous fracture")).toMatch(/not found.*whether this counts is not certain/i);
    expect(row(root, "Parent fractured hip")).not.toMatch(/\bNo\b/);
  });

  it("are copied without anything that names the patient", () => {
    expect(valuesText(fraxInputs).split("\n")).toHaveLength(12);
    expect(valuesText(fraxInputs)).toMatch(/^Age: 68\nSex: female\nWeight, kg: 125\n/);
    expect(valuesText(fraxInputs)).toContain("Parent fractured hip: not found");
  });
});

describe("filling in", () => {
  it("needs the clinician's choice of a country model, which nothing suggests", async () => {
    const root = await drawn();
    expect(button(root, "Fill in")?.disabled).toBe(true);
    await type(root, "select", "8");
    expect(button(root, "Fill in")?.disabled).toBe(false);
  });

  it("asks for the site on the click itself, then the worker", async () => {
    const root = await drawn();
    await type(root, "select", "9");
    await click(button(root, "Fill in"));
    expect(page.browser.permissions.request).toHaveBeenCalledWith({
      origins: ["https://www.fraxplus.org/*", "https://fraxplus.org/*"],
    });
    expect(page.browser.runtime.sendMessage).toHaveBeenCalledWith({
      kind: "frax-fill",
      tabId: 7,
      visit: VISIT,
      calculator: "fraxplus",
      model: 9,
    });
  });

  it("does nothing where the site is not allowed, and nothing for a click that no user made", async () => {
    page.browser.permissions.request.mockResolvedValue(false);
    const root = await drawn();
    await type(root, "select", "9");
    await click(button(root, "Fill in"), false);
    expect(page.browser.permissions.request).not.toHaveBeenCalled();
    await click(button(root, "Fill in"));
    expect(page.browser.runtime.sendMessage).not.toHaveBeenCalled();
    expect(textOf(root)).toContain("was not allowed");
  });

  it("copies what the calculator does not take as what it is, and never as not found", () => {
    expect(valuesText(blockedInputs)).toMatch(/^Height, cm: 98 cm \(the calculator takes 100 to 220 cm\)$/m);
  });

  it("is not offered for values that the calculator does not take", async () => {
    const root = await drawn(blockedInputs);
    await type(root, "select", "9");
    expect(button(root, "Fill in")?.disabled).toBe(true);
    expect(textOf(root)).toMatch(/Not filled in: height 98 cm/);
  });
});

describe("what became of it", () => {
  const read: FraxFillState = { is: "read", figures: readFigures };

  async function withState(state: FraxFillState, visit = VISIT): Promise<HTMLElement> {
    const root = await drawn(fraxInputs, visit);
    page.browser.store(fraxFillKey(7), fill(state));
    await settled(20);
    return root;
  }

  it("shows figures for confirmation, with everything they rest on", async () => {
    const root = await withState(read);
    const shown = textOf(root.querySelector(".frax-read"));
    expect(shown).toMatch(/Major fracture.*13.*%.*Hip fracture.*2\.7.*%.*US \(Caucasian\).*yes: Glucocorticoids/);
    expect(shown).toContain("T-score there: \u22122.05.");
    expect(shown).toMatch(/Entered on the page and not from the chart: Parent fractured hip/);
    expect(shown).toMatch(/counted as no: Previous fracture/);
    page.browser.runtime.sendMessage.mockResolvedValue({ done: true });
    await click(button(root, "Use for this patient"));
    expect(page.browser.runtime.sendMessage).toHaveBeenCalledWith({
      kind: "frax-confirm",
      tabId: 7,
      visit: VISIT,
      id: "fill-1",
    });
  });

  it("shows a figure below the least one printed as a bound", async () => {
    const figures = { ...readFigures, hip: 0.1, hipComparator: "<" as const };
    const root = await withState({ is: "read", figures });
    expect([...root.querySelectorAll(".frax-read dd")].map(textOf)).toEqual(["13 %", "<0.1 %"]);
  });

  it("says that the country was not read from a page that does not show it", async () => {
    expect(textOf(await withState(read))).toContain("Model: US (Caucasian).");
    const unread: FraxFillState = { is: "read", figures: { ...readFigures, modelOnPage: false } };
    expect(textOf(await withState(unread))).toContain("country was not read: check it there");
  });

  it("says why they were not taken over", async () => {
    const root = await withState(read);
    page.browser.runtime.sendMessage.mockResolvedValue({ refused: "The patient on screen has changed." });
    await click(button(root, "Use for this patient"));
    expect(textOf(root)).toContain("The patient on screen has changed.");
  });

  it("shows nothing of what was read for another patient", async () => {
    const root = await withState(read, "2026-06-01T10:30:00.000Z");
    expect(root.querySelector(".frax-read")).toBeNull();
    expect(textOf(root)).not.toContain("2.7");
  });

  it.each<[FraxFillState, RegExp]>([
    [{ is: "open" }, /opening/],
    [
      { is: "filled", filled: ["age"], left: ["parentHip", "continent"] },
      /Left to you on the page: Parent fractured hip\. A blank counts as no/,
    ],
    [{ is: "filled", filled: ["age"], left: [] }, /press Calculate/],
    [{ is: "not-filled", words: "The page is not in English." }, /not in English/],
    [{ is: "refused", words: "Other figures." }, /Other figures/],
    [{ is: "stored" }, /taken over/],
    [{ is: "ended", words: "The calculator's tab was closed." }, /closed/],
  ])("says where it stands: %j", async (state, words) => {
    expect(textOf(await withState(state))).toMatch(words);
  });
});
