import { sitesIn } from "../../../terminology/bmd-sites";
import { onlyDate } from "../../../terminology/dates";
import { foldText } from "../../../terminology/plain-text";
import { speaksOfFamily } from "../../../terminology/relatives";
import type { PartialDate } from "../../evidence";
import type { Cell, Region, Row } from "../../snapshot";
import { isAnotherDay } from "../other-days";
import type { Page } from "../page";
import { bmdLabel, type Label, type Measure, plainScores } from "./bmd-label";
import { DENSITY, OTHER_METHOD } from "./no-result";

/** What a head over a column or before a row says of the figures under or behind it. */
interface Head {
  text: string;
  label: Label | null;
  date: PartialDate | null;
}

/** What the head, the title or a row of every table of scores says. */
const SCORED = /\b[tz](?:[- ]?(?:scores?|wert|waarde))?\b/i;
/** Heads over what is no figure of this patient's examination. */
const ASIDE = /\b(?:normal|male|female)\b/;

const isMeasure = (label: Label | null): label is Measure => label === "t" || label === "z" || label === "bmd";

/** A text without the regions it names: "L1-L4 T" is "T". */
function withoutSites(text: string): string {
  let rest = plainScores(text);
  for (const { index, length } of sitesIn(rest).reverse())
    rest = `${rest.slice(0, index)} ${rest.slice(index + length)}`;
  return rest.trim();
}

/** The date in a head beside the name of a figure: "02/11/2026 / T-score", "Spine T-score 2024". */
function dateIn(text: string, page: Page): PartialDate | null {
  const rest = withoutSites(text).replace(/\b(?:bmd|[tz][- ]?scores?|[tz])\b|\(?g ?\/ ?cm2?\)?|[()|]/g, " ");
  return onlyDate(text, page.locale, page.seenYear) ?? onlyDate(rest.trim(), page.locale, page.seenYear);
}

function headOf(text: string, page: Page): Head {
  const parts = text.split(" / ");
  const date = parts.map((part) => dateIn(part, page)).find((one) => one !== null) ?? null;
  const labels = parts.map((part) =>
    onlyDate(part, page.locale, page.seenYear) === null ? (bmdLabel(part) ?? bmdLabel(withoutSites(part))) : null,
  );
  const label =
    labels.includes("other") || isAnotherDay(text) || ASIDE.test(foldText(text))
      ? "other"
      : (labels.findLast(Boolean) ?? null);
  return { text, label, date };
}

const namedIn = (text: string): string[] => [...new Set(sitesIn(plainScores(text)).map(({ site }) => site))];

/** A head and what stands beside the row, in the order in which they name one region together: "Left hip" over "Neck". */
const together = (over: string, beside: string): string | undefined =>
  [`${over}  ${beside}`, `${beside}  ${over}`].find((text) => namedIn(text).length === 1);

/** A table with a column a figure and a row a region, as most reports print it. */
function isPlain(heads: readonly Head[]): boolean {
  const scores = heads.filter(({ label }) => label === "t" || label === "z");
  const sites = new Set(scores.flatMap(({ text }) => namedIn(text)));
  return scores.length > 0 && sites.size < 2 && heads.every(({ label, date }) => !isMeasure(label) || date === null);
}

/** What a table that stands over the figures alone says they are: "T-scores". */
const titled = ({ headings }: Region): Label | null => {
  if (!headings.some((heading) => DENSITY.test(heading))) return null;
  const label = bmdLabel(headings.at(-1) ?? "");
  return isMeasure(label) ? label : null;
};

const NAMES: Record<Measure, string> = { t: "T-score", z: "Z-score", bmd: "BMD" };
const COLUMNS = ["Region", "Date", NAMES.t, NAMES.z, NAMES.bmd];

/**
 * A table whose regions or days stand over the columns ("Lumbar spine | Femoral neck" over rows of BMD and T-score,
 * "02/11/2026 | 02/09/2024" over both), turned so that every region of every day is a row. Other tables stay.
 */
export function byRegion(region: Region, page: Page): Region {
  if (region.columns.length < 2 || (region.shape !== "table" && region.shape !== "grid")) return region;
  const cornerOf = ({ group, cells }: Row) =>
    [group, cells.find(({ column }) => column === 0)?.text].filter(Boolean).join(" / ");
  if (![...region.columns, ...region.headings, ...region.rows.map(cornerOf)].some((text) => SCORED.test(text)))
    return region;
  const heads = region.columns.map((text) => headOf(text, page));
  if (isPlain(heads)) return region;
  // "Date of birth", "Next due": days of something else before the rows
  const elsewhere = heads[0]?.label === "other";
  const title = titled(region);
  const besides = region.rows.map((row) => headOf(cornerOf(row), page));
  // among days a row without one sums them up
  const byDay = besides.some(({ date }) => date !== null);
  const rows = new Map<string, Row>();
  for (const [i, row] of region.rows.entries()) {
    const corner = row.cells.find(({ column }) => column === 0);
    const beside = besides[i];
    if (!beside || (byDay && beside.date === null)) continue;
    const words = row.cells.map(({ text }) => text).join(" ");
    if (beside.label === "other" || elsewhere || OTHER_METHOD.test(words) || speaksOfFamily(foldText(words))) continue;
    const dated = row.cells.find(({ column }) => heads[column]?.label === "date")?.text ?? "";
    for (const cell of row.cells) {
      const over = heads[cell.column];
      if (cell === corner || !over) continue;
      const label = over.label ?? (isMeasure(beside.label) ? beside.label : title);
      const name = together(over.text, beside.text);
      if (!isMeasure(label) || name === undefined || speaksOfFamily(foldText(over.text))) continue;
      const date = over.date ?? beside.date ?? onlyDate(dated, page.locale, page.seenYear);
      const key = [...namedIn(name), /\b(?:left|right|mean)\b/i.exec(name)?.[0], date].join();
      const at = (column: number, text: string): Cell => ({ ...cell, column, span: 1, text, header: false, hints: "" });
      const found: Row = rows.get(key) ?? {
        ...row,
        ref: cell.ref,
        group: null,
        cells: [at(0, name), at(1, date ?? "")],
      };
      rows.set(key, { ...found, cells: [...found.cells, at(COLUMNS.indexOf(NAMES[label]), cell.text)] });
    }
  }
  const turned = [...rows.values()];
  const scored = turned.some(({ cells }) => cells.some(({ column }) => column === 2 || column === 3));
  return scored ? { ...region, columns: COLUMNS, rows: turned, rowCount: turned.length } : region;
}
