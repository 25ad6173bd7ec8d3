import type { FrameSnapshot } from "../../src/chart/snapshot";
import { read } from "../read/read";
import { spotted } from "../read/refs";
import { frameIsVisible } from "../read/visible";
import { isOrphan, send } from "../send";
import { leftOvers } from "./left-over";
import { watchPage } from "./mutations";
import { watchAddress } from "./navigation";
import { scrolledRows } from "./scrolled-rows";
import { inSlices } from "./slices";

/** Quiet time before a changed page is read again, and how long a restless page can put it off. */
const QUIET_MS = 40;
const PATIENCE_MS = 160;
/** How long after a sign of another patient a page that still names the former one, or nobody, is not believed. */
const DOUBT_MS = 1000;
/** A list that changes this long after it was scrolled has changed for another reason. */
const SCROLL_MS = 1000;

/** Whether a page without a patient may be a chart at all: lists of values, not an article that mentions them. */
function isChart({ banner, regions, top }: FrameSnapshot): boolean {
  if (banner.length || !top) return banner.length + regions.length > 0;
  if (document.querySelector("article")) return false;
  return regions.some(
    ({ shape, rows }) =>
      !/list|prose/.test(shape) && rows.some(({ cells }) => cells.some(({ text }) => /\d/.test(text))),
  );
}

/** Reads this frame, watches it, and tells the worker what it shows, until its life ends. */
export function startReader(
  life: AbortController,
  afterRead: ReadonlySet<() => void>,
): { readAgain(): void; banner(): readonly Element[]; atRest(): boolean } {
  const { signal } = life;
  const rows = scrolledRows();
  const old = leftOvers();
  const scrolls = new Map<Node, number>();
  /** What the worker was told last; null when it shall be told in any case. */
  let sent: string | null = null;
  let empty = true;
  let doubtUntil = 0;
  let reading = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  /** Reads in a row that found nothing new. */
  let idle = 0;
  let banner: readonly Element[] = [];

  const soon = () => {
    again = reading;
    if (reading) return;
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    // a page that changes all the time without a difference is looked at less often
    const quiet = QUIET_MS * 2 ** Math.min(idle, 4);
    timer = setTimeout(look, Math.min(quiet, since + Math.max(PATIENCE_MS, quiet) - now));
  };

  const inDoubt = () => {
    doubtUntil = performance.now() + DOUBT_MS;
    idle = 0;
    rows.forget();
    old.patientChanged();
    sent = null;
    if (!empty) void send({ kind: "patient-in-doubt" });
    soon();
  };

  const tellEmpty = async () => {
    sent = null;
    if (!empty) await send({ kind: "frame-empty" });
    empty = true;
  };

  const wasScrolled = (ref: number) => {
    const element = spotted.get(ref)?.element.deref();
    return [...scrolls].some(
      ([target, time]) =>
        performance.now() - time < SCROLL_MS && element && (target.contains(element) || element.contains(target)),
    );
  };

  const tell = async (found: FrameSnapshot) => {
    const wait = doubtUntil - performance.now();
    if (wait > 0 && old.sameAsBefore(found.banner)) {
      timer = setTimeout(look, wait);
      return;
    }
    const regions = rows.complete(old.keepOut(found.banner, found.regions), wasScrolled);
    const snapshot = { ...found, regions };
    if (!isChart(snapshot)) return tellEmpty();
    const text = JSON.stringify(snapshot);
    idle = text === sent ? idle + 1 : 0;
    if (!idle) {
      sent = text;
      empty = false;
      await send({ kind: "snapshot", snapshot });
    }
    for (const call of afterRead) call();
  };

  async function look(): Promise<void> {
    timer = undefined;
    if (signal.aborted || document.hidden) return;
    if (isOrphan()) return life.abort();
    reading = true;
    try {
      page.catchUp();
      again = false;
      const before = doubtUntil;
      if (!frameIsVisible()) await tellEmpty();
      else {
        const found = await inSlices(read(), signal);
        page.catchUp();
        // a page that changed its patient under the reader was read half and half
        if (found && before === doubtUntil) {
          page.follow(found);
          banner = found.banner;
          await tell(found.snapshot);
        }
      }
    } catch {
      await send({ kind: "read-failed" });
    }
    reading = false;
    if (again) soon();
  }

  const checkAddress = watchAddress(signal, (elsewhere) => (elsewhere ? inDoubt() : soon()));
  const page = watchPage(signal, {
    anything: () => (isOrphan() ? life.abort() : checkAddress()),
    changed: soon,
    patientChanged: inDoubt,
  });
  const options = { signal, passive: true, capture: true };
  for (const event of ["resize", "pageshow", "visibilitychange", "transitionend", "toggle"])
    addEventListener(event, soon, options);
  addEventListener("scroll", ({ target }) => target instanceof Node && scrolls.set(target, performance.now()), options);
  addEventListener("pagehide", tellEmpty, options);
  // a frame that is shown or hidden from outside changes its place on screen
  const frame = new IntersectionObserver(soon);
  frame.observe(document.documentElement);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    frame.disconnect();
  });
  soon();
  return {
    readAgain() {
      sent = null;
      soon();
    },
    banner: () => banner,
    atRest: () => !reading && timer === undefined,
  };
}
