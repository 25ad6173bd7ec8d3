// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { known } from "../../src/chart/fact";
import type { TabView } from "../../src/messages/view";
import { Sidebar, SidebarPage } from "../../src/sidebar/sidebar";
import { fakeBrowser } from "../ui/browser";
import { ada, chart, conflicting, empty, high, low, views } from "../ui/fixtures";
import { speakEnglish } from "../ui/locale";
import { click, draw, settled, textOf } from "../ui/page";

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
      answer({ "view:7": chart(low) });
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
    const root = await show(chart(high));
    const unasked = root.querySelectorAll("details[open]").length;
    for (const details of root.querySelectorAll("details")) details.open = true;
    await show(chart({ ...high, patient: { ...ada, name: known("Reed, Tom"), mrn: known("00456") } }), root);
    expect(textOf(root.querySelector(".patient-name"))).toBe("Reed, Tom");
    expect(root.querySelectorAll("details[open]").length).toBe(unasked);
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
