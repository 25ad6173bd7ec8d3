import type { Frame, Page } from "playwright-core";
import type { ChartTab } from "./osteon";

const MOST_STOPS = 150;

/** The words of what has the keyboard there; empty while nothing does. */
function wordsIn(frame: Frame | Page): Promise<string> {
  return frame.evaluate(() => {
    const element = document.hasFocus() ? document.activeElement : null;
    if (element === null || element === document.body) return "";
    const own = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
    const label = (own ?? element.closest("label"))?.textContent ?? "";
    return `${element.getAttribute("aria-label") ?? ""} ${label} ${element.textContent}`.replace(/\s+/g, " ").trim();
  });
}

/** The keyboard of a page; `frame` is the part of it whose words are looked at. */
export function keyboardOf(page: Page, frame: () => Frame | Page) {
  const focused = () => wordsIn(frame());
  const press = (key: string) => page.keyboard.press(key);
  return {
    focused,
    press,
    type: (text: string) => page.keyboard.type(text),
    /** Presses Tab until something with these words has the keyboard. */
    async tabTo(words: string | RegExp): Promise<void> {
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        await press("Tab");
        const here = await focused();
        if (typeof words === "string" ? here.includes(words) : words.test(here)) return;
      }
      throw new Error(`Tab does not reach ${words}`);
    },
  };
}

/** The sidebar of a chart. */
export function sidebarOf(tab: ChartTab): Frame {
  const frame = tab.sidebar();
  if (frame === undefined) throw new Error("no sidebar is shown");
  return frame;
}
