import type { FrameCommand, RevealAnswer } from "../src/messages/page";
import { Marks } from "./mark/marks";

/** Hears what the worker asks of this frame. */
export function listen(signal: AbortSignal, readAgain: () => void): Marks {
  const marks = new Marks(signal);
  const hear = (
    command: FrameCommand,
    _sender: chrome.runtime.MessageSender,
    answer: (found: RevealAnswer) => void,
  ) => {
    if (command.kind === "read-again") readAgain();
    else if (command.kind === "show-marks") marks.show(command.marks);
    else if (command.kind === "reveal") answer({ found: marks.reveal(command.ref, command.quote) });
  };
  chrome.runtime.onMessage.addListener(hear);
  signal.addEventListener("abort", () => {
    try {
      chrome.runtime.onMessage.removeListener(hear);
    } catch {
      // the extension is gone, and its listeners with it
    }
  });
  return marks;
}
