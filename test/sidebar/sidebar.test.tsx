// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { known } from "../../src/chart/fact";
import { storedView, type TabView } from "../../src/messages/view";
import { Sidebar, SidebarPage } from "../../src/sidebar/sidebar";
import { fakeBrowser } from "../ui/browser";
import { ada, chart, conflicting, empty, high, low, views } from "../ui/fixtures";
import { speakEnglish } from "../ui/locale";
import { button, click, draw, settled, textOf, type } from "../ui/page";
import { spoken } from "../ui/spoken-fixtures";

const { browser } = vi.hoisted(() => ({ browser: { current: undefined as unknown } }));
vi.mock("webextension-polyfill", () => ({
  default: new Proxy({}, { get: (_, name) => (browser.current as Record<string | symbol, unknown>)[name] }),
}));

let fake: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  speakEnglish();
  fake = fakeBrowser();
  browser.current = fake;
});

async function open(nonce = "secret"): Promise<HTMLElement> {
  const root = await draw(<Sidebar nonce={nonce} />);
  await act(() => settled());
  return root;
}

describe("in the browser's own panel", () => {
  let allowed: boolean;
  let active: number;
  const answered = () => act(() => settled(5));
  const title = (root: Element) => textOf(root.querySelector(".plate h2"));

  beforeEach(() => {
    [allowed, active] = [false, 7];
    fake.runtime.sendMessage.mockImplementation(async (message) => {
      const { kind, tabId } = message as { kind: string; tabId?: number };
      if (kind === "panel-hello") return { tabId: active };
      return kind === "tab-status" && tabId === active ? { origin: null, allowed, chart: false } : undefined;
    });
  });

  it("says of a site that is not allowed that it is not, and what to do", async () => {
    const root = await open("");
    await answered();
    expect(title(root)).toBe("Site not allowed yet");
    expect(textOf(root.querySelector(".plate p"))).toMatch(/button in the toolbar, then “Allow on this site”/);
    expect(textOf(root.querySelector("[aria-live]"))).toBe("Site not allowed yet");
  });

  it("says of an allowed one that it holds no chart", async () => {
    allowed = true;
    const root = await open("");
    await answered();
    expect(title(root)).toBe("No chart here");
  });

  it("says no chart where the worker cannot tell", async () => {
    fake.runtime.sendMessage.mockImplementation(async (message) => {
      if ((message as { kind: string }).kind === "panel-hello") return { tabId: 7 };
      throw new Error("gone");
    });
    const root = await open("");
    await answered();
    expect(title(root)).toBe("No chart here");
  });

  it("asks again when a site is allowed, and when the tab goes on to another page", async () => {
    const root = await open("");
    await answered();
    allowed = true;
    await act(() => fake.permissions.onAdded.fire({}));
    await answered();
    expect(title(root)).toBe("No chart here");
    allowed = false;
    await act(() => fake.tabs.onUpdated.fire(8, { status: "complete" }));
    await answered();
    expect(title(root)).toBe("No chart here");
    await act(() => fake.tabs.onUpdated.fire(7, { status: "complete" }));
    await answered();
    expect(title(root)).toBe("Site not allowed yet");
  });

  it("keeps nothing of a patient on the page while it asks, and an answer that comes late changes nothing", async () => {
    fake.store("view:7", chart(high));
    const root = await open("");
    await answered();
    expect(textOf(root)).toContain("Marsh");
    let answer: (status: unknown) => void = () => {};
    fake.runtime.sendMessage.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    await act(() => fake.store("view:7", { state: "no-chart" }));
    expect(textOf(root)).not.toContain("Marsh");
    await act(() => fake.store("view:7", chart(low)));
    await act(async () => {
      answer({ origin: null, allowed: false, chart: false });
      await settled();
    });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("Low risk");
  });

  it("leaves a chart that is shown as it is when a site is allowed elsewhere", async () => {
    fake.store("view:7", chart(high));
    await open("");
    await answered();
    const asked = fake.runtime.sendMessage.mock.calls.length;
    await act(() => fake.permissions.onAdded.fire({}));
    expect(fake.runtime.sendMessage).toHaveBeenCalledTimes(asked);
  });
});

describe("its tab", () => {
  it("introduces itself with the nonce of its address and shows that tab's view", async () => {
    fake.store("view:7", chart(low));
    fake.store("view:8", chart(high));
    fake.runtime.sendMessage.mockResolvedValue({ tabId: 7 });
    const root = await open("n0nce");
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: "sidebar-hello", nonce: "n0nce" });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("Low risk");
  });

  it.each([
    ["is refused", async () => ({ refused: true })],
    ["gets no answer", async () => undefined],
    ["cannot reach the worker", async () => Promise.reject(new Error("gone"))],
  ])("shows one plain line and no patient when it %s", async (_, answer) => {
    fake.store("view:7", chart(high));
    fake.runtime.sendMessage.mockImplementation(answer);
    const root = await open();
    expect(textOf(root.querySelector(".plain-line"))).toContain("belongs to no chart");
    expect(textOf(root)).not.toContain("Marsh");
  });

  it("follows what the worker stores, and only for its own tab", async () => {
    fake.runtime.sendMessage.mockResolvedValue({ tabId: 7 });
    const root = await open();
    expect(textOf(root.querySelector(".plate h2"))).toBe("Reading the chart…");
    await act(() => fake.store("view:8", chart(low)));
    expect(textOf(root.querySelector(".plate h2"))).toBe("Reading the chart…");
    await act(() => fake.store("view:7", chart(high)));
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
    await act(() => fake.store("view:7", undefined));
    expect(textOf(root.querySelector(".plate h2"))).toBe("No chart here");
  });

  it("does not let a slow first reading overwrite a newer view", async () => {
    fake.runtime.sendMessage.mockResolvedValue({ tabId: 7 });
    let answer: (stored: Record<string, unknown>) => void = () => {};
    fake.storage.session.get.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const root = await open();
    await act(() => fake.store("view:7", chart(high)));
    await act(async () => {
      answer({ "view:7": storedView(chart(low)) });
      await settled();
    });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
  });

  it("asks for the place of a value in its own tab", async () => {
    fake.store("view:7", chart(high));
    fake.runtime.sendMessage.mockResolvedValue({ tabId: 7 });
    const root = await open();
    fake.runtime.sendMessage.mockResolvedValue({ found: "same" });
    await click(root.querySelector(".last button"));
    expect(fake.runtime.sendMessage).toHaveBeenLastCalledWith({
      kind: "reveal",
      tabId: 7,
      place: { frame: 0, ref: 11 },
      text: "Vitamin D, 25-OH 34 ng/mL 30 – 100",
    });
  });
});

function show(view: TabView, into?: Element) {
  return draw(<SidebarPage connection={{ state: "connected", tabId: 7, view }} />, into);
}

describe("one patient at a time", () => {
  it.each([
    "no-chart",
    "reading",
    "two-patients",
    "no-patient",
    "error",
  ])("nothing of the patient stays in %s", async (state) => {
    const root = await show(chart(high));
    expect(textOf(root)).toContain("Marsh, Ada");
    await show(views[state] as TabView, root);
    expect(textOf(root)).not.toMatch(/Marsh|00123|risk|Vitamin/);
  });

  it("closes for the next patient what was opened for the last", async () => {
    const tom = chart({ ...high, patient: { ...ada, name: known("Reed, Tom"), mrn: known("00456") } });
    const atFirst = (await show(tom)).querySelectorAll("details[open]:not(.beside-chart)").length;
    const root = await show(chart(high));
    for (const details of root.querySelectorAll("details")) details.open = true;
    await show(tom, root);
    expect(textOf(root.querySelector(".patient-name"))).toBe("Reed, Tom");
    expect(root.querySelectorAll("details[open]:not(.beside-chart)").length).toBe(atFirst);
  });

  it("shows every value of a conflicting banner, and says what it has not seen", async () => {
    const root = await show(chart(conflicting));
    const patient = textOf(root.querySelector(".patient"));
    expect(patient).toContain("conflicting: 68 y or 86 y");
    expect(patient).toContain("record number not seen");
  });
});

describe("states in words", () => {
  it.each([
    ["no-chart", "No chart here"],
    ["reading", "Reading the chart…"],
    ["two-patients", "Two patients are on screen"],
    ["no-patient", "Whose chart is this?"],
    ["error", "Something failed"],
  ])("%s", async (state, title) => {
    const root = await show(views[state] as TabView);
    expect(textOf(root.querySelector(".plate h2"))).toBe(title);
  });

  it("names the lists that stand there without a patient", async () => {
    const root = await show(views["no-patient"] as TabView);
    expect(textOf(root)).toContain("On screen: Results, Medications.");
  });

  it("says that no list has been read yet", async () => {
    const root = await show(chart(empty));
    expect(textOf(root.querySelector(".hint"))).toContain("No list has been read yet");
  });

  it("keeps the assessment when a part of the page failed, and says so", async () => {
    const root = await show(views.partial as TabView);
    expect(textOf(root.querySelector(".trouble"))).toBe("A part of this page could not be read and is left out.");
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
  });
});

describe("what the clinician says", () => {
  const sent = () => fake.runtime.sendMessage.mock.lastCall?.[0];

  it("an answer is sent at once, with the visit it was given in", async () => {
    const root = await show(spoken.asked);
    await click(button(root, "None"));
    expect(sent()).toEqual({
      kind: "type-fact",
      tabId: 7,
      visit: spoken.asked.visit,
      about: "Any fragility fracture as an adult? None",
      says: { kind: "values", input: { fractureHistory: "documented-none" } },
    });
  });

  it("nothing is sent that no user did", async () => {
    const root = await show(spoken.asked);
    fake.runtime.sendMessage.mockClear();
    await click(button(root, "None"), false);
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
  });

  it("an answer that needs figures asks for them, and refuses what cannot be, in words, at its field", async () => {
    const root = await show(spoken.asked);
    fake.runtime.sendMessage.mockClear();
    await click(button(root, "MOF 20 %"));
    await type(root, "form [name=mof]", "120");
    await submit(root);
    expect(textOf(root.querySelector(".reason"))).toContain("0 to 100");
    expect(root.querySelector("form [name=mof]")?.getAttribute("aria-invalid")).toBe("true");
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
    await type(root, "form [name=mof]", "22");
    await type(root, "form [name=hip]", "3.1");
    await submit(root);
    expect(sent()).toMatchObject({
      about: "FRAX: Major fracture 22 %, Hip fracture 3.1 %, Nov 23, 2026",
      says: { kind: "values", input: { frax: { mof: 22, hip: 3.1, date: "2026-11-23" } } },
    });
  });

  it("says why the worker did not take it over", async () => {
    fake.runtime.sendMessage.mockResolvedValue({ refused: "The patient on screen has changed." });
    const root = await show(spoken.asked);
    await click(button(root, "None"));
    expect(textOf(root.querySelector(".question .reason")) || textOf(root)).toContain(
      "The patient on screen has changed.",
    );
  });

  it("lists what was typed with what the chart says instead, struck through, and undoes it", async () => {
    const root = await show(spoken.typed);
    const lines = [...root.querySelectorAll(".typed-line")];
    expect(textOf(lines[0])).toContain("FRAX: Major fracture 21 %, Hip fracture 3.4 %");
    expect(textOf(lines[0]?.querySelector(".instead"))).toContain("chart: 10-year probability: major 12 %");
    expect(textOf(lines[2]?.querySelector("del"))).toContain("Vitamin D, 25-OH 340");
    await click(lines[0]?.querySelector("button") ?? null);
    expect(sent()).toEqual({ kind: "undo-typed", tabId: 7, visit: spoken.typed.visit, id: "t1" });
  });

  it("shows a typed figure as typed, with the chart's beside it", async () => {
    const root = await show(spoken.typed);
    const frax = textOf(root.querySelector("section.frax"));
    expect(frax).toContain("typed in");
    expect(frax).toContain("chart: 10-year probability: major 12 %, hip 2.1 %");
  });

  it("folds what was answered out of the open items, reachable and to be taken back", async () => {
    const root = await show(spoken.answered);
    const [first] = high.missing;
    expect(textOf(root.querySelector(".section.missing"))).not.toContain(first?.label ?? "");
    const answered = root.querySelector(".answered");
    expect(textOf(answered)).toContain("Done already");
    await click(answered?.querySelector("button") ?? null);
    expect(sent()).toMatchObject({ kind: "unanswer-finding", finding: first?.finding });
  });

  it("an item that is missing is typed in where it stands", async () => {
    const root = await show(chart(high));
    await click(button(root, "Type it in"));
    await type(root, ".missing form [name=value]", "31");
    await type(root, ".missing form [name=date]", "2026-11");
    await submit(root);
    expect(sent()).toMatchObject({
      says: { input: { labs: [{ key: "VITD", value: 31, unit: "ng/mL", date: "2026-11" }] } },
    });
  });
});

/** Submits the first form as the user's own hand does. */
async function submit(root: Element): Promise<void> {
  const event = new Event("submit", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: true });
  await act(async () => {
    root.querySelector("form")?.dispatchEvent(event);
    await settled();
  });
}

it("tells a screen reader of a new tier, politely", async () => {
  const root = await show(chart(low));
  const live = root.querySelector("[role=status][aria-live=polite]");
  expect(textOf(live)).toContain("Fracture risk: Low risk.");
  await show(chart(high), root);
  expect(root.querySelector("[role=status][aria-live=polite]")).toBe(live);
  expect(textOf(live)).toContain("Fracture risk: High risk.");
});

describe("the sheet for the patient", () => {
  it("names no patient, no tier and no drug, and is there only beside a chart", async () => {
    const root = await show(chart(high));
    const sheet = textOf(root.querySelector(".patient-sheet"));
    expect(sheet).toContain("1,000 to 1,200 mg a day");
    expect(sheet).toContain("At most 1 to 2 drinks a day");
    expect(sheet).not.toMatch(/Marsh|00123|risk tier|High risk|alendronate|FRAX/);
    await show(views.reading as TabView, root);
    expect(root.querySelector(".patient-sheet")).toBeNull();
  });

  it("is printed on the user's click only", async () => {
    const print = vi.fn();
    vi.stubGlobal("print", print);
    const root = await show(chart(high));
    await click(root.querySelector(".print-sheet"), false);
    expect(print).not.toHaveBeenCalled();
    await click(root.querySelector(".print-sheet"));
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
