import * as v from "valibot";
import type { ExtensionMessage } from "./extension";
import type { FraxPageMessage } from "./frax";
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
const piece = v.object({
  ref,
  text,
  label: v.nullable(text),
  block: ref,
  // Firefox sends what is undefined as such
  title: v.optional(text),
  hints: text,
});
const snapshot = v.object({
  url: text,
  lang: v.nullable(text),
  top: v.boolean(),
  banner: v.pipe(v.array(piece), v.maxLength(500)),
  regions: v.pipe(v.array(region), v.maxLength(2_000)),
});

/** What a calculator's page can say: rows of its form, values, figures as printed. */
const short = v.pipe(v.string(), v.maxLength(60));
const rows = v.pipe(v.array(short), v.maxLength(20));
const fraxKind = { kind: v.literal("frax-page") };
const fraxPage = v.variant("event", [
  v.object({ ...fraxKind, event: v.picklist(["ready", "unknown-form", "other-language", "in-use", "edited", "back"]) }),
  v.object({ ...fraxKind, event: v.literal("filled"), build: short, filled: rows, left: rows }),
  v.object({ ...fraxKind, event: v.literal("not-kept"), fields: rows, cleared: v.boolean() }),
  v.object({
    ...fraxKind,
    event: v.literal("figures"),
    reading: v.object({
      build: short,
      values: v.record(short, v.nullable(short)),
      mof: short,
      hip: short,
      t: v.nullable(short),
      fresh: v.boolean(),
    }),
  }),
]);

const pageMessage = v.variant("kind", [
  fraxPage,
  v.object({ kind: v.literal("snapshot"), snapshot }),
  v.object({ kind: v.literal("frame-empty") }),
  v.object({ kind: v.literal("patient-in-doubt") }),
  v.object({ kind: v.literal("read-failed") }),
  v.object({ kind: v.literal("host-ready") }),
  v.object({ kind: v.literal("sidebar-closed") }),
  v.object({ kind: v.literal("sidebar-resized"), width: v.pipe(v.number(), v.minValue(100), v.maxValue(2_000)) }),
  v.object({ kind: v.literal("open-side-panel") }),
]);

const place = v.object({ frame: ref, ref });
const at = v.object({ place, text });

/** What the sidebar sends of its own making is short. */
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const readIn = v.picklist([
  "labs",
  "medications",
  "dxa",
  "frax",
  "problems",
  "fractures",
  "allergies",
  "menopause",
  "weightKg",
  "heightCm",
  "bmi",
  "fractureHistory",
  "smoking",
  "alcoholDrinksPerDay",
  "parentHipFracture",
  "fallsLastYear",
  "heightLossCm",
  "lastDentalExam",
  "plannedBoneDrug",
  "radiusIndicated",
]);
const keyPart = v.nullable(v.union([v.pipe(v.string(), v.maxLength(2_000)), v.number(), v.boolean()]));
const entry = v.object({ in: readIn, key: v.pipe(v.array(keyPart), v.minLength(1), v.maxLength(10)) });
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
/** The values themselves are judged by the reader of cases; here only their amount. */
const input = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(40)), v.unknown()),
  v.check((fields) => JSON.stringify(fields).length <= 4_000),
);
const says = v.variant("kind", [
  v.object({ kind: v.literal("values"), input }),
  v.object({ kind: v.literal("not-so"), of: v.pipe(v.array(entry), v.minLength(1), v.maxLength(50)) }),
  v.object({
    kind: v.literal("fracture"),
    of: entry,
    fracture: v.strictObject({ trauma: v.exactOptional(v.picklist(["low", "high"])), date: v.exactOptional(date) }),
  }),
  v.object({
    kind: v.literal("medication"),
    of: entry,
    medication: v.strictObject({
      start: v.exactOptional(date),
      route: v.exactOptional(v.literal("oral")),
      prednisoneMgPerDay: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(5_000))),
    }),
  }),
]);
const ofPatient = { tabId: ref, visit: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) };
const LIST_KINDS = [
  "labs",
  "medications",
  "problems",
  "dxa",
  "vitals",
  "social",
  "notes",
  "dental",
  "allergies",
] as const;
const extensionMessage = v.variant("kind", [
  v.object({ kind: v.literal("sidebar-hello"), nonce: v.string() }),
  v.object({ kind: v.literal("reveal"), tabId: ref, place, text }),
  v.object({
    kind: v.literal("assess-typed"),
    input: v.unknown(),
    asOf: v.pipe(v.string(), v.isoDate()),
    seen: v.exactOptional(v.array(v.picklist(LIST_KINDS))),
  }),
  v.object({ kind: v.literal("chart-case"), tabId: ref }),
  v.object({
    kind: v.literal("fracture-index"),
    input: v.object({
      age: v.pipe(v.number(), v.minValue(0), v.maxValue(120)),
      fractureAfter50: v.boolean(),
      motherHipFractureAfter50: v.boolean(),
      weightKg: v.pipe(v.number(), v.minValue(15), v.maxValue(400)),
      currentSmoker: v.boolean(),
      needsArmsToRise: v.boolean(),
      totalHipT: v.pipe(v.number(), v.minValue(-7), v.maxValue(6)),
    }),
  }),
  v.object({ kind: v.literal("tab-status"), tabId: ref }),
  v.object({ kind: v.literal("toggle-sidebar"), tabId: ref }),
  v.object({ kind: v.literal("panel-hello"), windowId: ref }),
  v.object({
    kind: v.literal("place-sidebar"),
    tabId: ref,
    change: v.object({
      side: v.exactOptional(v.picklist(["left", "right"])),
      fit: v.exactOptional(v.picklist(["over", "beside"])),
    }),
  }),
  v.object({ kind: v.literal("focus-page"), tabId: ref }),
  v.object({ kind: v.literal("forget"), tabId: ref }),
  v.object({ kind: v.literal("policy") }),
  v.object({ kind: v.literal("set-policy"), settings: v.record(v.pipe(v.string(), v.maxLength(40)), v.unknown()) }),
  v.object({ kind: v.literal("reset-policy") }),
  v.object({ kind: v.literal("type-fact"), ...ofPatient, about: words, says, instead: v.exactOptional(at) }),
  v.object({ kind: v.literal("leave-out"), ...ofPatient, at }),
  v.object({ kind: v.literal("undo-typed"), ...ofPatient, id: words }),
  v.object({ kind: v.literal("answer-finding"), ...ofPatient, finding: words, code: words }),
  v.object({ kind: v.literal("unanswer-finding"), ...ofPatient, finding: words }),
  v.object({
    kind: v.literal("frax-fill"),
    ...ofPatient,
    calculator: v.picklist(["fraxplus", "sheffield"]),
    model: ref,
  }),
  v.object({ kind: v.picklist(["frax-confirm", "frax-discard"]), ...ofPatient, id: words }),
  v.object({ kind: v.picklist(["open-options", "rule-table"]) }),
]);

/** A message from a content script, or null when it has not the agreed shape. */
export function parsePageMessage(message: unknown): PageMessage | FraxPageMessage | null {
  const parsed = v.safeParse(pageMessage, message);
  return parsed.success ? parsed.output : null;
}

/** A message from one of the extension's own pages, or null when it has not the agreed shape. */
export function parseExtensionMessage(message: unknown): ExtensionMessage | null {
  const parsed = v.safeParse(extensionMessage, message);
  return parsed.success ? parsed.output : null;
}
