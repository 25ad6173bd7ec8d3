import type { HostCommand, PageMessage } from "../src/messages/page";
import type { SharedFrame } from "./frame";
import { startMarks } from "./mark/marks";
import { send } from "./send";
import { dock } from "./sidebar-frame/dock";

declare global {
  var osteonHost: AbortSignal | undefined;
}

/** A banner further down than this is not in the way. */
const BANNER_PX = 220;

/** Top edge of the sidebar: below a patient banner that reaches between these two edges at the top of the window. */
function belowBanner(frame: SharedFrame, from: number, to: number): number {
  const boxes = frame.banner().map((part) => part.getBoundingClientRect());
  const under = boxes.filter(
    ({ top, bottom, left, right }) => top >= 0 && bottom < BANNER_PX && right > from && left < to,
  );
  return Math.max(0, ...under.map(({ bottom }) => bottom));
}

function startSidebar(frame: SharedFrame, placed: () => void): void {
  const sidebar = dock(frame.signal, (from, to) => belowBanner(frame, from, to), {
    placed,
    closed: () => void send({ kind: "sidebar-closed" }),
    resized: (width) => void send({ kind: "sidebar-resized", width }),
    // Straight from the click: only then does the browser open its panel.
    sidePanel: () => chrome.runtime.sendMessage<PageMessage, boolean>({ kind: "open-side-panel" }).catch(() => false),
  });
  const hear = (command: HostCommand, _sender: unknown, answer: (heard: true) => void) => {
    if (command.kind === "show-sidebar") sidebar.show(command.url, command.placement);
    else if (command.kind === "hide-sidebar") sidebar.hide();
    else if (command.kind === "sidebar-alive") sidebar.alive();
    else if (command.kind === "focus-page") sidebar.focusPage();
    else return;
    answer(true); // the worker brings this script where nobody answers
  };
  frame.afterRead.add(sidebar.place);
  chrome.runtime.onMessage.addListener(hear);
  frame.signal.addEventListener("abort", () => globalThis.chrome?.runtime?.onMessage?.removeListener(hear));
  void send({ kind: "host-ready" });
}

/** In every frame of a chart: the marks. In the top frame: the sidebar. Injected again, it does nothing. */
const frame = globalThis.osteonFrame;
if (frame && globalThis.osteonHost !== frame.signal) {
  globalThis.osteonHost = frame.signal;
  const settleBadges = startMarks(frame);
  if (window === window.top) startSidebar(frame, settleBadges);
}
