// @vitest-environment happy-dom
import { beforeAll, expect, it, vi } from "vitest";
import { Evidence, ShowInChartContext } from "../../src/ui/evidence";
import { onPage } from "./fixtures";
import { speakEnglish } from "./locale";
import { click, draw, textOf } from "./page";

beforeAll(() => speakEnglish());

it("shows the place in the chart when the user clicks a value", async () => {
  const show = vi.fn(async () => "same" as const);
  const root = await draw(
    <ShowInChartContext.Provider value={show}>
      <Evidence evidence={onPage("34 ng/mL", 11)} />
    </ShowInChartContext.Provider>,
  );
  await click(root.querySelector("button"));
  expect(show).toHaveBeenCalledWith({ frame: 0, ref: 11 }, "34 ng/mL");
});

it("does nothing for a click that no user made", async () => {
  const show = vi.fn(async () => "same" as const);
  const root = await draw(
    <ShowInChartContext.Provider value={show}>
      <Evidence evidence={onPage("34 ng/mL")} />
    </ShowInChartContext.Provider>,
  );
  await click(root.querySelector("button"), false);
  expect(show).not.toHaveBeenCalled();
});

it.each([
  ["is no longer there", "no longer on the page", async () => "gone" as const],
  ["cannot be asked for", "could not be shown", async () => Promise.reject(new Error("no worker"))],
])("says so when the place %s", async (_, said, show) => {
  const root = await draw(
    <ShowInChartContext.Provider value={show}>
      <Evidence evidence={onPage("34 ng/mL")} />
    </ShowInChartContext.Provider>,
  );
  await click(root.querySelector("button"));
  expect(textOf(root)).toContain(said);
});

it("says what stands in the calculator in the words of its labels", async () => {
  const text = '{"site":"FN","t":-1.8,"z":null,"date":"2026-08-10"}';
  const root = await draw(<Evidence evidence={{ from: "case", path: "dxa[0]", text }} />);
  expect(textOf(root)).toBe("Femoral neck, T-score \u22121.8, Aug 10, 2026 in the calculator");
});

it("does not call typed what the chart may have filled into the calculator, and gives it no button", async () => {
  const root = await draw(<Evidence evidence={{ from: "case", path: "labs[0]", text: "34 ng/mL" }} />);
  expect(textOf(root)).toBe("34 ng/mL in the calculator");
  expect(root.querySelector("button")).toBeNull();
});
