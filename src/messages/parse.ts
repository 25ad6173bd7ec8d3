import * as v from "valibot";
import type { ExtensionMessage } from "./extension";
import type { PageMessage } from "./page";

/** A page can send anything: bounds keep a broken or hostile page from filling the session storage. */
const text = v.pipe(v.string(), v.maxLength(20_000));
const ref = v.pipe(v.number(), v.integer(), v.minValue(0));

const cell = v.object({ ref, column: ref, span: ref, text, header: v.boolean(), hints: text });
const row = v.object({
  ref,
  group: v.nullable(text),
  hints: text,
  cells: v.pipe(v.array(cell), v.maxLength(500)),
  head: v.exactOptional(v.boolean()),
  look: v.exactOptional(text),
});
const region = v.object({
  ref,
  shape: v.picklist(["table", "grid", "list", "pairs", "prose"]),
  headings: v.pipe(v.array(text), v.maxLength(50)),
  columns: v.pipe(v.array(text), v.maxLength(500)),
  rows: v.pipe(v.array(row), v.maxLength(10_000)),
  rowCount: ref,
  says: v.pipe(v.array(text), v.maxLength(50)),
  hints: text,
  heads: v.exactOptional(v.pipe(v.array(row), v.maxLength(20))),
  bare: v.exactOptional(v.boolean()),
});
const piece = v.object({ ref, text, label: v.nullable(text), block: ref, hints: text });
const snapshot = v.object({
  url: text,
  title: text,
  lang: v.nullable(text),
  top: v.boolean(),
  banner: v.pipe(v.array(piece), v.maxLength(500)),
  regions: v.pipe(v.array(region), v.maxLength(2_000)),
});

const pageMessage = v.variant("kind", [
  v.object({ kind: v.literal("snapshot"), snapshot }),
  v.object({ kind: v.literal("frame-empty") }),
  v.object({ kind: v.literal("patient-in-doubt") }),
  v.object({ kind: v.literal("read-failed"), reason: v.pipe(v.string(), v.maxLength(200)) }),
  v.object({ kind: v.literal("host-ready") }),
  v.object({ kind: v.literal("sidebar-closed") }),
]);

const place = v.object({ frame: ref, ref });
const extensionMessage = v.variant("kind", [
  v.object({ kind: v.literal("sidebar-hello"), nonce: v.string() }),
  v.object({ kind: v.literal("reveal"), tabId: ref, place, text }),
  v.object({ kind: v.literal("assess-typed"), input: v.unknown(), asOf: v.pipe(v.string(), v.isoDate()) }),
  v.object({ kind: v.literal("tab-status"), tabId: ref }),
  v.object({ kind: v.literal("toggle-sidebar"), tabId: ref }),
  v.object({ kind: v.literal("focus-page"), tabId: ref }),
  v.object({ kind: v.literal("forget"), tabId: ref }),
  v.object({ kind: v.literal("rule-table") }),
]);

/** A message from a content script, or null when it has not the agreed shape. */
export function parsePageMessage(message: unknown): PageMessage | null {
  const parsed = v.safeParse(pageMessage, message);
  return parsed.success ? parsed.output : null;
}

/** A message from one of the extension's own pages, or null when it has not the agreed shape. */
export function parseExtensionMessage(message: unknown): ExtensionMessage | null {
  const parsed = v.safeParse(extensionMessage, message);
  return parsed.success ? parsed.output : null;
}
