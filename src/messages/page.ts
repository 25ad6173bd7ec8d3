import type { FrameSnapshot } from "../chart/snapshot";
import type { Placement } from "./placement";

/**
 * Between the content scripts and the worker. Types only: content/ imports this file.
 * What arrives from a page is validated by `parsePageMessage` before use.
 */
export type PageMessage =
  /** A frame was read, or read again after a change. Replaces what this frame said before. */
  | { kind: "snapshot"; snapshot: FrameSnapshot }
  /** The frame shows nothing of a chart any more (its content went, it was hidden, it unloads). */
  | { kind: "frame-empty" }
  /** Banner or address changed: what is shown may be of another patient until the next snapshot. */
  | { kind: "patient-in-doubt" }
  /** Reading failed in this frame; what was read before stays. */
  | { kind: "read-failed" }
  /** The host is in place and asks what to show (after injection, and after the worker was stopped). */
  | { kind: "host-ready" }
  /** The user closed the sidebar by its tab or the keyboard. */
  | { kind: "sidebar-closed" }
  /** The user made the sidebar wider or narrower. */
  | { kind: "sidebar-resized"; width: number }
  /** The page lets no frame in, and the user asks for the browser's own panel. */
  | { kind: "open-side-panel" };

/** A place on the page to mark. `text` is what the mark explains, in words. */
export type Mark =
  /** The page's own text, through the CSS Custom Highlight API; `quote` is the part of the element to mark. */
  | { as: "highlight"; ref: number; quote: string | null; tone: MarkTone; text: string }
  /** Something that is missing: a badge in our own layer beside the list or row it concerns. */
  | { as: "badge"; ref: number; tone: MarkTone; label: string; text: string };

export type MarkTone = "warning" | "used";

/** Worker to the frame script of one frame. */
export type FrameCommand =
  | { kind: "read-again" }
  | { kind: "show-marks"; marks: Mark[] }
  | { kind: "reveal"; ref: number; quote: string | null };

/** `reveal` is answered: found; found again by its text after a re-render; or gone. */
export type RevealAnswer = { found: "same" | "again" | "gone" };

/** Worker to the host script of the top frame. */
export type HostCommand =
  | { kind: "show-sidebar"; url: string; placement: Placement }
  | { kind: "hide-sidebar" }
  /** The page in the sidebar's frame has introduced itself. */
  | { kind: "sidebar-alive" }
  | { kind: "focus-page" };
