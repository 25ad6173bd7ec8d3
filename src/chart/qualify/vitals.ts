import { onlyDate } from "../../terminology/dates";
import { NUMBER, parseNumber } from "../../terminology/numbers";
import { cleanText, foldText } from "../../terminology/plain-text";
import type { PartialDate } from "../evidence";
import type { Vital } from "../frame-facts";
import type { Cell, FrameSnapshot, Region } from "../snapshot";
import { type ReadRow, roleOf, type Vocabulary } from "./columns";
import { rowsWithHeaders } from "./headed-rows";
import { dayOver } from "./labs/dates";
import { isTakenBack } from "./labs/row";
import { isSummary } from "./named-rows";
import { OTHER_DAY } from "./other-days";
import { evidenceOf, type Page } from "./page";
import { sectionOfRow } from "./sections";

/** Enough of a table of measurements to tell its header row. */
const COLUMNS: Vocabulary<"date" | Vital["kind"] | "other"> = [
  ["date", /\bdate|\btime|\bdatum\b|taken|recorded/],
  ["weight", /\bweight|\bwt\b|gewicht|poids|peso/],
  ["height", /\bheight|\bht\b|grosse|taille|talla|altezza/],
  ["bmi", /\bbmi\b|body mass/],
  ["other", /\bbp\b|blood|pressure|pulse|heart|temp|resp|spo2|\bo2|oxygen|muac|head|waist|pain|bsa|rate/],
];

const UNIT =
  'kg ?/ ?m(?:2|²|\\^2)|kgs?|kilograms?|lbs?(?:_av)?|pounds?|cms?|centimeters?|mm|m|in(?:ches|_us|_i)?|inch|ft|"|g';
const BRACKETED = new RegExp(`[([{]?\\s*(${UNIT})\\s*[)\\]}]?$`, "iu");
const MEASURE = new RegExp(`^(${NUMBER})\\s*[([]?(${UNIT})?[)\\]]?\\.?$`, "iu");
const FEET = /^(\d)\s*(?:'|ft\.?|feet)\s*(\d{1,2}(?:\.\d+)?)?\s*(?:"|''|in\.?|inches)?$/i;

const KINDS: readonly (readonly [Vital["kind"], RegExp])[] = [
  [
    "bmi",
    /^(?:calculated )?(?:bmi|body mass index|imc|body mass index bmi|bmi body mass index)(?: (?:ratio|calculated|calc))?$/,
  ],
  [
    "weight",
    /^(?:body |current |actual )?(?:weight|wt|gewicht|poids|peso|korpergewicht)(?: (?:measured|actual|dosing))?$/,
  ],
  [
    "height",
    /^(?:body |current |standing )?(?:height(?: length)?|ht|grosse|taille|altura|talla|korpergrosse|altezza|statura|lengte)(?: (?:measured|standing))?$/,
  ],
];

/** Columns that hold the measurement itself. */
const MEASURED =
  /^(?:\w+ )?(?:results?|values?|readings?|measure(?:ment|d)?s?|wert|messwert|resultado|valor|valeur|valore)$/i;

/** Columns whose figures are of another day or none at all. */
const ASIDE =
  /prior|previous|last|change|delta|goal|target|range|percentile|code|order|\bdue\b|\bnext\b|print|review|comment|note|normal|ideal|expected|usual|reference|limit|modified|updated|edited|entered|verified/i;
/** Lines whose day is that of something else than the measuring. */
const NOT_OF_MEASURING = new RegExp(`${OTHER_DAY}|refresh|\\bto\\b|\\bfrom\\b`, "u");

/** What a label measures, and the unit it carries: "Weight (kg)", "Height [in_us]", "BMI kg/m2". */
function labelOf(text: string): { kind: Vital["kind"]; unit: string | null } | null {
  const label = foldText(text)
    .replace(/\s*\|\s*(?:loinc|snomed)\b[^|]*$/, "")
    .replace(/\s*[:*=]\s*$/, "")
    .replace(/\s*\/\s*(?=[a-z]+$)/, "/");
  const unit = label.match(BRACKETED);
  const named = (words: string) =>
    KINDS.find(([, pattern]) =>
      pattern.test(
        words
          .replace(/[()[\],/]/g, " ")
          .replace(/\s+/g, " ")
          .trim(),
      ),
    )?.[0];
  const whole = named(label);
  if (whole) return { kind: whole, unit: null };
  const kind = unit?.index === undefined ? undefined : named(label.slice(0, unit.index));
  return kind && unit?.[1] ? { kind, unit: unit[1] } : null;
}

const SAID_TWICE =
  /(?<=\p{L}|["'])\s*\((?:(?:cm|kg|lbs?|in|kg\/m2)|\d[\d.,]*\s*(?:kg|lbs?\.?(?:\s*[\d.]+\s*oz)?|cm|m|in|(?:ft|')\s*(?:[\d.]+\s*(?:in|"|''))?|")\.?)\)$/iu;

/** How it was measured: "135.4 lbs (wheelchair)". */
const MEASURED_HOW =
  /\s*\((?:standing|sitting|lying(?: down)?|wheel ?chair|chair(?: scale)?|bed(?: scale)?|scale|mechanical lift|bath(?: scale)?|measured|actual)\)$/i;

interface Measured {
  value: number;
  unit: string | null;
  /** "82 kg (07/10/2013)": the date printed behind the value. */
  date: PartialDate | null;
}

/** "61,5 kg", "5' 2\"" (as inches); null for anything else and for the zero of an empty field. */
function measureIn(written: string, page: Page): Measured | null {
  const [printed = "", behind] = cleanText(written.replace(/\s\|\s/g, " ")).split(/\s*\((?=[^)]*\d{4})/);
  // the same in another unit, or the unit said twice: "61.4 kg (135 lb 5.8 oz)", "162 centimeters(cm)"
  const text = printed
    .trim()
    .replace(MEASURED_HOW, "")
    .replace(SAID_TWICE, "")
    .replace(/(?<=\d) index$/i, "");
  const date =
    behind === undefined ? null : onlyDate(behind.replace(/\)\s*$|\b[A-Z]\w+\/\w+/g, ""), page.locale, page.seenYear);
  const pounds = text.match(/^(\d{2,3}) ?lbs?\.? (\d{1,2}(?:\.\d+)?) ?oz\.?$/i);
  if (pounds) return { value: Number(pounds[1]) + Number(pounds[2]) / 16, unit: "lb", date };
  const feet = text.match(FEET);
  if (feet && /'|f/i.test(text)) return { value: Number(feet[1]) * 12 + Number(feet[2] ?? 0), unit: "in", date };
  const match = text.match(MEASURE);
  const value = match?.[1] === undefined ? null : parseNumber(match[1], page.locale);
  return value === null || value === 0 ? null : { value, unit: match?.[2] ?? null, date };
}

/** The unit must be one of the kind: a "weight" in cm is a column that slipped. */
function fits(kind: Vital["kind"], unit: string | null): boolean {
  if (unit === null) return true;
  if (kind === "bmi") return /\/ ?m/i.test(unit);
  return kind === "weight"
    ? /^(?:k?g|kgs?|kilo\w*|lb\w*|pounds?)$/i.test(unit)
    : /^(?:cms?|centi\w*|mm?|in\w*|ft|")$/i.test(unit);
}

/** What a grown person can measure, by unit; outside of it the figure is of something else ("Length 3 cm", a body surface). */
const BOUNDS: readonly (readonly [Vital["kind"], RegExp, number, number])[] = [
  ["bmi", /^/, 8, 120],
  ["height", /^cm|^centi/i, 80, 250],
  ["height", /^m$/i, 0.8, 2.5],
  ["height", /^(?:in|")/i, 32, 98],
  ["weight", /^k/i, 15, 450],
  ["weight", /^(?:lb|pound)/i, 33, 990],
];
const isPossible = (kind: Vital["kind"], value: number, unit: string | null): boolean =>
  BOUNDS.every(([of, named, low, high]) => of !== kind || !named.test(unit ?? "") || (value >= low && value <= high));

function dateOfRow({ row, columns }: ReadRow, region: Region, page: Page): PartialDate | null {
  // not the day it is due again
  const dates = new Set(
    row.cells
      .filter((cell) => !ASIDE.test(columns[cell.column] ?? ""))
      .flatMap(({ text }) => onlyDate(text, page.locale, page.seenYear) ?? [])
      .filter((date) => date.length > 4),
  );
  if (dates.size > 0) return dates.size === 1 ? ([...dates][0] ?? null) : null;
  if (region.daysUnclear) return null;
  const above = [row.group ?? "", ...region.says, ...region.headings]
    .flatMap((text) => text.split(" | "))
    .filter((text) => !NOT_OF_MEASURING.test(foldText(/^\D*/.exec(text)?.[0] ?? "")))
    .flatMap((text) => onlyDate(text.replace(/^[^\d]{0,25}(?=\d)/, ""), page.locale, page.seenYear) ?? []);
  const only = new Set(above.filter((date) => date.length > 4));
  return only.size === 1 ? ([...only][0] ?? null) : null;
}

function vital(
  label: { kind: Vital["kind"]; unit: string | null },
  text: string,
  date: PartialDate | null,
  page: Page,
  ref: number,
  shown: string,
): Vital | null {
  const found = measureIn(text, page);
  if (!found) return null;
  const unit = found.unit ?? label.unit;
  if (!fits(label.kind, unit) || !isPossible(label.kind, found.value, unit)) return null;
  return {
    kind: label.kind,
    value: found.value,
    unit,
    date: found.date ?? date,
    evidence: evidenceOf(page, ref, shown),
  };
}

/**
 * Of the figures beside a label those of this measurement: under a head that says so, else under dates, else where no
 * column has a name. Under any other name ("Qty", "Prior") a figure counts only with a unit of its own, and alone.
 */
function measuredOf(
  cells: readonly Cell[],
  kind: Vital["kind"],
  columns: readonly string[],
  page: Page,
): readonly Cell[] {
  const heads = columns.map((name) => foldText(name).trim());
  const head = (cell: Cell) => heads[cell.column] ?? "";
  const isMeasured = (name: string) => MEASURED.test(name) && !ASIDE.test(name);
  if (heads.some(isMeasured)) return cells.filter((cell) => isMeasured(head(cell)));
  const dated = cells.filter((cell) => dayOver(head(cell), page) !== null);
  if (dated.length > 0) return dated;
  if (heads.every((name) => name === "")) return cells;
  const united = cells.filter((cell) => {
    const unit = measureIn(cell.text, page)?.unit ?? null;
    return unit !== null && fits(kind, unit) && !ASIDE.test(head(cell));
  });
  return united.length === 1 ? united : [];
}

/** "Height | refused | Pulse | 72": behind words that measure something else, or nothing, no figure is of the label. */
function endsMeasure(text: string, columns: readonly string[], page: Page): boolean {
  if (roleOf(text, COLUMNS) === "other") return true;
  return (
    columns.every((name) => name === "") &&
    /\p{L}{3}/u.test(text) &&
    !/^\s*\(/.test(text) &&
    measureIn(text, page) === null &&
    !BRACKETED.test(text) &&
    onlyDate(text, page.locale, page.seenYear) === null
  );
}

function ofRow(region: Region, read: ReadRow, page: Page): Vital[] {
  const { row, columns } = read;
  if (row.cells.some(({ text }) => isTakenBack(text))) return [];
  const text = row.cells
    .map((cell) => cleanText(cell.text))
    .filter(Boolean)
    .join(" ");
  const byColumn = row.cells.flatMap((cell) => {
    const label = labelOf(columns[cell.column] ?? "");
    // "Previous | 61 kg", and pairs of a label and a value, of which the first looked like heads
    return label && region.shape !== "pairs" && !ASIDE.test(row.cells[0]?.text ?? "") && !isSummary(row)
      ? (vital(label, cell.text, dateOfRow(read, region, page), page, cell.ref, text) ?? [])
      : [];
  });
  if (byColumn.length > 0) return byColumn;
  // Label and value in neighbouring cells; then, in columns under dates, one value for each date.
  const named = row.cells.flatMap((cell, i) => {
    const label = labelOf(cell.text);
    return label ? [{ label, i }] : [];
  });
  const inCells = named.flatMap(({ label, i }) => {
    const behind = row.cells.slice(i + 1, named.find((other) => other.i > i)?.i);
    const end = behind.findIndex(({ text: own }) => endsMeasure(own, columns, page));
    const beside = (end < 0 ? behind : behind.slice(0, end)).filter((cell) => measureIn(cell.text, page) !== null);
    const values = measuredOf(beside, label.kind, columns, page);
    const unit =
      label.unit ??
      row.cells
        .slice(i + 1)
        .map(({ text: own }) => cleanText(own))
        .find((own) => BRACKETED.test(own) && !/\d/.test(own.replace(/[²2]$/, ""))) ??
      null;
    const dated = values.map((cell) => ({
      cell,
      date: dayOver(columns[cell.column] ?? "", page),
    }));
    if (values.length > 1 && dated.some(({ date }) => date === null)) return [];
    return dated.flatMap(
      ({ cell, date }) =>
        vital({ ...label, unit }, cell.text, date ?? dateOfRow(read, region, page), page, cell.ref, text) ?? [],
    );
  });
  if (inCells.length > 0) return inCells;
  return row.cells.flatMap((cell) =>
    cell.text.split(/\s\|\s|;\s|,\s(?=[A-Z])|\s{2,}/).flatMap((part) => {
      const at = part.match(/^([\p{L} ()]+?)\s*[:=]?\s+(?=\d)|^([\p{L} ()]+?)\s*[:=]\s*(?=\d)/u);
      const label = at ? labelOf(at[0]) : null;
      return at && label
        ? (vital(label, part.slice(at[0].length), dateOfRow(read, region, page), page, cell.ref, text) ?? [])
        : [];
    }),
  );
}

/** Weights, heights and body mass indices of a frame, as shown. */
export function readVitals(snapshot: FrameSnapshot, page: Page): Vital[] {
  const found = snapshot.regions.flatMap((region) =>
    rowsWithHeaders(region, COLUMNS).flatMap((read) => {
      const section = sectionOfRow(region, read.row);
      return section === "education" || section === "plan" || section === "family" ? [] : ofRow(region, read, page);
    }),
  );
  return found;
}
