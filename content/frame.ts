import { listen } from "./commands";
import { Reader } from "./watch/reader";

declare global {
  /** In the extension's own world, out of the page's reach: set while this frame is being read. */
  var osteonFrame: AbortController | undefined;
}

/** A second injection into the same frame ends here: the first goes on. */
function start(): void {
  if (globalThis.osteonFrame && !globalThis.osteonFrame.signal.aborted) return;
  const life = new AbortController();
  globalThis.osteonFrame = life;
  const marks = listen(life.signal, () => reader.readAgain());
  const reader = new Reader(life, () => marks.refresh());
}

start();
