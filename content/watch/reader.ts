import type { BannerPiece, FrameSnapshot } from "../../src/chart/snapshot";
import { type Reading, read } from "../read/read";
import { elementOf } from "../read/refs";
import { frameIsVisible } from "../read/visible";
import { isOrphan, send } from "../send";
import { PageWatch } from "./mutations";
import { watchAddress } from "./navigation";
import { ScrolledRows, samePerson } from "./scrolled-rows";
import { inSlices } from "./slices";

/** Quiet time before a changed page is read again, and how long a restless page can put it off. */
const QUIET_MS = 40;
const PATIENCE_MS = 160;
const SCROLL_MS = 1000;

/** Whether a page without a patient may be a chart at all: lists of values, not an article that mentions them. */
function isChart({ banner, regions, top }: FrameSnapshot): boolean {
  if (banner.length > 0) return true;
  if (!top) return regions.length > 0;
  if (document.querySelector('article,meta[property="og:type"][content=article]')) return false;
  return regions.some(
    ({ shape, rows }) =>
      /table|grid|pairs/.test(shape) &&
      rows.some((row) => row.cells.length > 1 && row.cells.some((cell) => /\d/.test(cell.text))),
  );
}

/** Reads this frame, watches it, and tells the worker what it shows. */
export class Reader {
  private readonly watch: PageWatch;
  private readonly rows = new ScrolledRows();
  private sent: string | null = null;
  private empty = true;
  private doubt = false;
  private reading = false;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;
  private idle = 0;
  private lastScroll = new Map<Node, number>();
  private person: BannerPiece[] = [];
  /** Regions as they were when the patient changed: what still looks the same is left over from the patient before. */
  private leftOver = new Map<number, string>();
  private lastRegions = new Map<number, string>();

  constructor(
    private readonly life: AbortController,
    private readonly afterRead: () => void,
  ) {
    const { signal } = life;
    const address = watchAddress(signal, (elsewhere) => {
      if (elsewhere) this.inDoubt();
      this.soon();
    });
    this.watch = new PageWatch(signal, {
      anything: () => (isOrphan() ? life.abort() : address()),
      changed: () => this.soon(),
      patientChanged: () => this.inDoubt(),
    });
    const look = () => this.soon();
    const passive = { signal, passive: true };
    addEventListener("resize", look, passive);
    addEventListener("pageshow", look, passive);
    document.addEventListener("visibilitychange", look, passive);
    document.addEventListener("transitionend", look, passive);
    document.addEventListener("toggle", look, { ...passive, capture: true });
    document.addEventListener(
      "scroll",
      ({ target }) => {
        if (target instanceof Node) this.lastScroll.set(target, performance.now());
      },
      { ...passive, capture: true },
    );
    addEventListener("pagehide", () => void this.tellEmpty(), { signal });
    // a frame that is shown or hidden from outside changes its size or its place on screen
    const frame = new IntersectionObserver(look);
    frame.observe(document.documentElement);
    signal.addEventListener("abort", () => {
      clearTimeout(this.timer);
      frame.disconnect();
    });
    this.soon();
  }

  /** Reads again and sends even what was sent before. */
  readAgain(): void {
    this.sent = null;
    this.soon();
  }

  private soon(): void {
    if (this.life.signal.aborted) return;
    if (this.reading) {
      this.again = true;
      return;
    }
    const now = performance.now();
    if (this.timer === undefined) this.since = now;
    clearTimeout(this.timer);
    // a page that changes all the time without a difference is looked at less often
    const quiet = Math.min(QUIET_MS * 2 ** Math.min(this.idle, 4), 600);
    this.timer = setTimeout(
      () => void this.look(),
      Math.max(0, Math.min(quiet, this.since + Math.max(PATIENCE_MS, quiet) - now)),
    );
  }

  private inDoubt(): void {
    if (this.doubt) return;
    this.doubt = true;
    this.idle = 0;
    this.rows.forget();
    this.leftOver = new Map([...this.leftOver, ...this.lastRegions]);
    if (!this.empty) void send({ kind: "patient-in-doubt" });
    this.sent = null;
    this.soon();
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    if (this.reading || this.life.signal.aborted || document.visibilityState === "hidden") return;
    if (isOrphan()) {
      this.life.abort();
      return;
    }
    this.reading = true;
    this.again = false;
    try {
      this.watch.catchUp();
      this.doubt = false;
      if (!frameIsVisible()) await this.tellEmpty();
      else {
        const reading = await inSlices(read(), this.life.signal);
        this.watch.catchUp();
        // a page that changed its patient under the reader was read half and half
        if (reading && !this.doubt) await this.tell(reading);
      }
    } catch (error) {
      await send({
        kind: "read-failed",
        reason: error instanceof RangeError ? "the page is nested too deeply" : "the page could not be read",
      });
    } finally {
      this.reading = false;
      if (this.again || this.doubt) this.soon();
    }
  }

  private async tell(reading: Reading): Promise<void> {
    this.watch.follow(reading);
    const { banner } = reading.snapshot;
    if (this.leftOver.size && samePerson(this.person, banner)) this.leftOver.clear();
    if (banner.length) this.person = banner;
    const regions = reading.snapshot.regions.filter(
      (region) => this.leftOver.get(region.ref) !== JSON.stringify(region.rows),
    );
    this.lastRegions = new Map(reading.snapshot.regions.map((region) => [region.ref, JSON.stringify(region.rows)]));
    for (const ref of this.leftOver.keys()) if (regions.some((region) => region.ref === ref)) this.leftOver.delete(ref);
    const snapshot = this.rows.complete({ ...reading.snapshot, regions }, (ref) => this.wasScrolled(ref));
    if (!isChart(snapshot)) {
      await this.tellEmpty();
      return;
    }
    const text = JSON.stringify(snapshot);
    this.idle = text === this.sent ? this.idle + 1 : 0;
    if (text === this.sent) return;
    this.sent = text;
    this.empty = false;
    await send({ kind: "snapshot", snapshot });
    this.afterRead();
  }

  private async tellEmpty(): Promise<void> {
    if (this.empty) return;
    this.empty = true;
    this.sent = null;
    await send({ kind: "frame-empty" });
  }

  private wasScrolled(ref: number): boolean {
    const { element } = elementOf(ref);
    const now = performance.now();
    for (const [target, time] of this.lastScroll) {
      if (now - time > SCROLL_MS) this.lastScroll.delete(target);
      else if (element && (target.contains(element) || element.contains(target))) return true;
    }
    return false;
  }
}
