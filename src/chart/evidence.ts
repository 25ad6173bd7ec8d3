/** Calendar date `YYYY-MM-DD`. */
export type IsoDate = string;
/** A date as precise as its source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;
/** Instant, ISO 8601 in UTC. */
export type Instant = string;

/** An element the page side can find again: the frame it lives in and that frame's own number for it. */
export interface PagePlace {
  frame: number;
  ref: number;
}

/** Where a fact came from. Every fact has one: a value never stands without its evidence. */
export type Evidence =
  | { from: "page"; place: PagePlace; text: string; seenAt: Instant }
  | { from: "typed"; field: string; text: string; typedAt: Instant }
  | { from: "case"; path: string; text: string };

export interface Sourced {
  evidence: Evidence;
}
