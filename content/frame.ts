import type { FrameCommand } from "../src/messages/page";
import { type Spotted, spotted } from "./read/refs";
import { startReader } from "./watch/reader";

/** What the reader of a frame shares with the marks of the same frame, in the extension's own world, out of the page's reach. */
export interface SharedFrame {
  signal: AbortSignal;
  spotted: ReadonlyMap<number, Spotted>;
  /** The elements that say who the patient is. */
  banner: () => readonly Element[];
  /** No change is waiting to be read, and the worker has what was read: asked by the command line. */
  atRest: () => boolean;
  /** Called after each read: what was re-rendered is marked anew, the sidebar makes room for the banner. */
  afterRead: Set<() => void>;
}

declare global {
  var osteonFrame: SharedFrame | undefined;
}

/** A second injection into the same frame ends here: the first goes on. */
if (!globalThis.osteonFrame || globalThis.osteonFrame.signal.aborted) {
  const life = new AbortController();
  const afterRead = new Set<() => void>();
  const reader = startReader(life, afterRead);
  const { banner, atRest } = reader;
  globalThis.osteonFrame = { signal: life.signal, spotted, banner, atRest, afterRead };
  const hear = (command: FrameCommand) => {
    if (command.kind === "read-again") reader.readAgain();
  };
  chrome.runtime.onMessage.addListener(hear);
  life.signal.addEventListener("abort", () => globalThis.chrome?.runtime?.onMessage?.removeListener(hear));
}
