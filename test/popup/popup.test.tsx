// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Popup } from "../../popup/popup";
import type { ExtensionAnswers, ExtensionMessage } from "../../src/messages/extension";
import type { Assessment } from "../../src/rules/assessment";
import { fakeBrowser } from "../ui/browser";
import { high, low } from "../ui/fixtures";
import { speakEnglish } from "../ui/locale";
import { button, click, draw, settled, textOf, type } from "../ui/page";

const { browser } = vi.hoisted(() => ({ browser: { current: undefined as unknown } }));
vi.mock("webextension-polyfill", () => ({
  default: new Proxy({}, { get: (_, name) => (browser.current as Record<string | symbol, unknown>)[name] }),
}));

let fake: ReturnType<typeof fakeBrowser>;
let chart: ExtensionAnswers["chart-case"];
let status: { origin: string | null; allowed: boolean; chart: boolean };
let assess: (
  input: Record<string, unknown>,
) => Promise<{ assessment: Assessment; rejected: never[] } | { refused: string }>;

beforeEach(() => {
  speakEnglish();
  fake = fakeBrowser();
  browser.current = fake;
  status = { origin: null, allowed: false, chart: false };
  chart = { none: true };
  assess = async () => ({ assessment: high, rejected: [] });
  fake.runtime.sendMessage.mockImplementation(async (sent) => {
    const message = sent as ExtensionMessage;
    switch (message.kind) {
      case "tab-status":
        return status;
      case "assess-typed":
        return assess(message.input as Record<string, unknown>);
      case "toggle-sidebar":
        return { open: true };
      case "chart-case":
        return chart;
      case "fracture-index":
        return { points: 8, risk: { hip: 8.7, vertebral: 11.2, nonVertebral: 27.5 } };
      default:
        return { done: true };
    }
  });
});

async function open(): Promise<HTMLElement> {
  const root = await draw(<Popup />);
  await act(() => settled());
  return root;
}

function asked(): Record<string, unknown>[] {
  const messages = fake.runtime.sendMessage.mock.calls.map(([message]) => message as ExtensionMessage);
  return messages.flatMap((message) =>
    message.kind === "assess-typed" ? [message.input as Record<string, unknown>] : [],
  );
}

async function answered(): Promise<void> {
  await act(() => settled(200));
}

describe("the calculator", () => {
  it("asks nothing and shows nothing before something is typed", async () => {
    const root = await open();
    await answered();
    expect(asked()).toEqual([]);
    expect(textOf(root.querySelector(".result"))).toContain("counts as not said, never as none");
  });

  it("works without any page and shows the live result", async () => {
    const root = await open();
    await type(root, "#age", "68");
    await type(root, "#tFN", "-2.1");
    await answered();
    expect(asked().at(-1)).toMatchObject({ age: 68, dxa: [{ site: "FN", t: -2.1 }] });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
  });

  it("refuses an impossible value at its field and takes the result away", async () => {
    const root = await open();
    await type(root, "#age", "68");
    await answered();
    await type(root, "#tFN", "-21");
    await answered();
    const field = root.querySelector("#tFN");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    const reason = root.querySelector(`#${field?.getAttribute("aria-describedby")}`);
    expect(textOf(reason)).toBe("Possible here: −7 to 6.");
    expect((field as HTMLInputElement).value).toBe("-21");
    expect(root.querySelector(".tier-card")).toBeNull();
    expect(textOf(root.querySelector(".refusals"))).toContain("Femoral neck");
    expect(asked()).toHaveLength(1);
  });

  it("says that a T-score above zero may lack its minus sign, and takes it as typed", async () => {
    const root = await open();
    await type(root, "#tLS", "2.1");
    await answered();
    expect(textOf(root.querySelector("#tLS-hint"))).toContain("Is the minus sign missing?");
    expect(asked().at(-1)).toMatchObject({ dxa: [{ site: "LS", t: 2.1 }] });
  });

  it("never shows an older answer beside newer values", async () => {
    const answers: ((assessment: Assessment) => void)[] = [];
    assess = () => new Promise((resolve) => answers.push((assessment) => resolve({ assessment, rejected: [] })));
    const root = await open();
    await type(root, "#age", "50");
    await answered();
    await type(root, "#age", "80");
    await answered();
    await act(async () => {
      answers[1]?.(high);
      await settled();
      answers[0]?.(low);
      await settled();
    });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
  });

  it("says in words why the worker refused the values", async () => {
    assess = async () => ({ refused: "A date lies after today." });
    const root = await open();
    await type(root, "#age", "68");
    await answered();
    expect(textOf(root.querySelector(".result"))).toContain("A date lies after today.");
  });

  it("forgets everything on reset", async () => {
    const root = await open();
    await type(root, "#age", "68");
    await answered();
    await click(button(root, "Clear all"));
    await answered();
    expect(root.querySelector<HTMLInputElement>("#age")?.value).toBe("");
    expect(root.querySelector(".tier-card")).toBeNull();
  });

  it("names every field", async () => {
    const root = await open();
    for (const field of root.querySelectorAll("form input, form select")) {
      const named =
        field.getAttribute("aria-label") ??
        textOf(field.closest("label") ?? root.querySelector(`label[for="${field.id}"]`));
      expect(named, field.outerHTML).not.toBe("");
    }
  });
});

/** A chart with a vitamin D of its own date, an older scan, a drug and a fracture. */
const fromChart: ExtensionAnswers["chart-case"] = {
  input: {
    age: 71,
    sex: "F",
    fractureHistory: "documented",
    dxa: [
      { site: "FN", t: -2.1, z: -0.6, date: "2026-08-10" },
      { site: "FN", t: -1.4, z: null, date: "2021-05-03" },
    ],
    labs: [{ key: "VITD", name: "Vitamin D, 25-OH", loinc: null, value: 17.4, unit: "ng/mL", date: "2026-03-02" }],
    meds: [{ text: "prednisone 10 mg", ingredient: "prednisone", doseMg: 10, route: "oral", start: null }],
    fractures: [{ site: "wrist", date: "2021-03", trauma: "low" }],
    problems: [],
    allergies: [],
  },
  read: {
    age: { text: "71 y", date: null },
    sex: { text: "Female", date: null },
    fractureHistory: { text: "Wrist fracture", date: null },
    "dxa[0]": { text: "Neck −2.1", date: "2026-08-10" },
    "dxa[1]": { text: "Neck −1.4", date: "2021-05-03" },
    "labs[0]": { text: "Vitamin D 17.4", date: "2026-03-02" },
    "meds[0]": { text: "prednisone 10 mg", date: null },
    "fractures[0]": { text: "Wrist fracture", date: "2021-03" },
  },
  leftOut: ["Alendronate 70 mg"],
  seen: ["labs"],
};

describe("filled in from the chart", () => {
  const from = (root: Element, field: string) =>
    textOf(root.querySelector(`#${field}`)?.closest(".field")?.querySelector(".field-from"));
  const openFilled = async () => {
    chart = fromChart;
    const root = await open();
    await answered();
    return root;
  };

  it("says of each field that it is the chart's, and of what day", async () => {
    const root = await openFilled();
    expect(root.querySelector<HTMLInputElement>("#vitaminD")?.value).toBe("17.4");
    expect(from(root, "vitaminD")).toBe("chart, Mar 2, 2026");
    expect(from(root, "age")).toBe("chart");
    expect(textOf(root)).toContain("Not taken over (1)");
  });

  it("assesses the chart's values under their own dates, with what no field holds", async () => {
    await openFilled();
    expect(asked().at(-1)).toMatchObject({
      age: 71,
      dxa: fromChart.input.dxa,
      labs: fromChart.input.labs,
      meds: fromChart.input.meds,
      fractures: fromChart.input.fractures,
    });
  });

  it("says typed where a value was typed over, and takes the date of the form for it", async () => {
    const root = await openFilled();
    await type(root, "#vitaminD", "31");
    await type(root, "#labDate", "2026-11-01");
    await answered();
    expect(from(root, "vitaminD")).toBe("typed; the chart has 17.4");
    expect(asked().at(-1)?.labs).toMatchObject([{ key: "VITD", value: 31, date: "2026-11-01" }]);
  });

  it("goes back to the chart, and clears all of it", async () => {
    const root = await openFilled();
    await type(root, "#age", "50");
    await click(button(root, "Back to the chart"));
    expect(root.querySelector<HTMLInputElement>("#age")?.value).toBe("71");
    await click(button(root, "Clear all"));
    await answered();
    expect(root.querySelector<HTMLInputElement>("#age")?.value).toBe("");
    expect(root.querySelector(".extras")).toBeNull();
  });

  it("leaves an entry out that the user takes out", async () => {
    const root = await openFilled();
    const box = [...root.querySelectorAll(".extras label")].find((label) => textOf(label).includes("prednisone"));
    await click(box?.querySelector("input") ?? null);
    await answered();
    expect(asked().at(-1)?.meds).toEqual([]);
  });
});

describe("a blank is not none", () => {
  const stated = () =>
    fake.runtime.sendMessage.mock.calls
      .map(([message]) => message as ExtensionMessage)
      .flatMap((message) => (message.kind === "assess-typed" ? [message.seen] : []))
      .at(-1);

  it("states only the lists that were spoken of or said to be complete", async () => {
    const root = await open();
    await type(root, "#tFN", "-2.1");
    await answered();
    expect(stated()).toEqual(["dxa"]);
    const box = [...root.querySelectorAll(".no-others")].find((label) => textOf(label) === "No other drugs");
    await click(box?.querySelector("input") ?? null);
    await answered();
    expect(stated()).toEqual(["medications", "dxa"]);
  });
});

it("FRACTURE Index asks its own questions, and is labelled as what it is", async () => {
  const root = await open();
  const index = () => root.querySelector(".fracture-index") as Element;
  expect(textOf(index())).toContain("5-year, women from 65 (US SOF cohort), total-hip T-score");
  expect(textOf(index())).toContain("Still needed: woman, age from 65, Weight, Total hip, an answer to each question.");
  await type(root, "#age", "78");
  await type(root, "#sex", "F");
  await type(root, "#weight", "55");
  await type(root, "#tTH", "-2.3");
  for (const fieldset of index().querySelectorAll("fieldset")) await click(fieldset.querySelector("input"));
  await answered();
  expect(textOf(index())).toContain("8 of 15 points");
  expect(fake.runtime.sendMessage).toHaveBeenCalledWith(
    expect.objectContaining({
      kind: "fracture-index",
      input: expect.objectContaining({ age: 78, weightKg: 55, totalHipT: -2.3, needsArmsToRise: true }),
    }),
  );
});

describe("the site of the tab", () => {
  it("asks for the permission first thing in the click, for this host only", async () => {
    status = { origin: "https://chart.example:8443", allowed: false, chart: false };
    const root = await open();
    fake.runtime.sendMessage.mockClear();
    await click(button(root, "Allow on this site"));
    expect(fake.permissions.request).toHaveBeenCalledWith({ origins: ["https://chart.example/*"] });
    expect(fake.permissions.request.mock.invocationCallOrder[0]).toBeLessThan(
      fake.runtime.sendMessage.mock.invocationCallOrder[0] ?? Number.POSITIVE_INFINITY,
    );
  });

  it("asks nothing for a click that no user made", async () => {
    status = { origin: "https://chart.example", allowed: false, chart: false };
    const root = await open();
    await click(button(root, "Allow on this site"), false);
    expect(fake.permissions.request).not.toHaveBeenCalled();
  });

  it("offers the sidebar and forgetting where a chart was read", async () => {
    status = { origin: "https://chart.example", allowed: true, chart: true };
    const root = await open();
    await click(button(root, "sidebar"));
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: "toggle-sidebar", tabId: 7 });
    expect(textOf(root.querySelector(".said"))).toBe("Sidebar opened.");
    await click(button(root, "Forget this chart"));
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: "forget", tabId: 7 });
    expect(textOf(root.querySelector(".said"))).toContain("forgotten");
  });

  it("says so where there is no page", async () => {
    const root = await open();
    expect(textOf(root.querySelector(".site"))).toContain("No web page in this tab");
  });
});
