// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { Fold, ShownFirst } from "../../src/ui/fold";
import { click, draw, textOf } from "./page";

/** What waits until the browser has nothing else to do. */
let waiting: (() => void)[];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal("requestIdleCallback", (call: () => void) => waiting.push(call));
  vi.stubGlobal("cancelIdleCallback", (place: number) => {
    waiting[place - 1] = () => {};
  });
});

const idle = () =>
  act(() => {
    for (const call of waiting.splice(0)) call();
  });

function show(value: string, into?: Element) {
  return draw(
    <ShownFirst of={{ value }}>
      <p>{value}</p>
      <Fold class="outer" summary={`about ${value}`}>
        <p>why {value}</p>
        <Fold class="inner" summary={`more of ${value}`}>
          <p>source of {value}</p>
        </Fold>
      </Fold>
      <Fold class="standing" open={true} summary="first">
        <p>first {value}</p>
      </Fold>
    </ShownFirst>,
    into,
  );
}

it("draws what shows at once, and what is folded away when the browser has time", async () => {
  const root = await show("one");
  expect(textOf(root)).toBe("oneabout onefirstfirst one");
  await idle();
  expect(textOf(root)).toBe("oneabout onewhy onemore of onesource of onefirstfirst one");
  expect(root.querySelectorAll("details[open]")).toHaveLength(1);
});

it("has what is folded away by the time it is opened", async () => {
  const root = await show("one");
  await click(root.querySelector(".outer > summary"));
  expect(textOf(root.querySelector(".outer"))).toBe("about onewhy onemore of one");
});

it("shows nothing older in what stands open or is opened", async () => {
  const root = await show("one");
  await idle();
  await click(root.querySelector(".outer > summary"));
  await show("two", root);
  expect(textOf(root.querySelector(".standing"))).toBe("firstfirst two");
  expect(textOf(root.querySelector(".outer"))).toContain("why two");
  await click(root.querySelector(".inner > summary"));
  expect(textOf(root)).not.toContain("one");
});

it("draws anew what was folded away, and keeps what was opened", async () => {
  const root = await show("one");
  await idle();
  (root.querySelector(".outer") as HTMLDetailsElement).open = true;
  await show("two", root);
  await idle();
  expect(textOf(root)).not.toContain("one");
  expect((root.querySelector(".outer") as HTMLDetailsElement).open).toBe(true);
});
