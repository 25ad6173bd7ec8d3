import { sitesIn } from "../../terminology/bmd-sites";
import { onlyDate } from "../../terminology/dates";
import { foldText } from "../../terminology/plain-text";
import type { PartialDate } from "../evidence";
import type { Cell, Region, Row } from "../snapshot";
import { bmdLabel, type Label, type Measure, plainScores } from "./bmd-label";
import type { Page } from "./page";

/** What a head over a column or before a row says of the figures under or behind it. */
interface Head {
  text: string;
  label: Label | null;
  sites: readonly string[];
  date: PartialDate | null;
}

/** Heads over what is no figure of this patient's examination. */
const ASIDE = /\b(?:ref(?:erence)?|range|normal|male|female|comment|interpretation|class(?:ification)?|diagnosis)\b/;

const isMeasure = (label: Label | null): label is Measure => label === "t" || label === "z" || label === "bmd";

/** The date in a head beside the name of a figure: "02/11/2026 / T-score", "T-score 2024". */
function dateIn(text: string, page: Page): PartialDate | null {
  const rest = text.replace(/\b(?:bmd|[tz][- ]?scores?|[tz])\b|\(?g ?\/ ?cm(?:2|²)\)?|[()|]/gi, " ");
  return onlyDate(text, page.locale, page.seenYear) ?? onlyDate(rest.trim(), page.locale, page.seenYear);
}

function headOf(text: string, page: Page): Head {
  const parts = text.split(" / ");
  const date = parts.map((part) => dateIn(part, page)).find((one) => one !== null) ?? null;
  const labels = parts.map((part) => (onlyDate(part, page.locale, page.seenYear) === null ? bmdLabel(part) : null));
  const label = labels.includes("other") || ASIDE.test(foldText(text)) ? "other" : (labels.findLast(Boolean) ?? null);
  return { text, label, sites: [...new Set(sitesIn(plainScores(text)).map(({ site }) => site))], date };
}

/** A table with a column a figure and a row a region, as most reports print it. */
function isPlain(heads: readonly Head[]): boolean {
  const scores = heads.filter(({ label }) => label === "t" || label === "z");
  const sites = new Set(scores.flatMap((head) => head.sites));
  return scores.length > 0 && sites.size < 2 && heads.every(({ label, date }) => !isMeasure(label) || date === null);
}

/** What a table that stands over the figures alone says they are: "T-scores". */
const titled = ({ headings }: Region): Label | null => {
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
  const heads = region.columns.map((text) => headOf(text, page));
  if (isPlain(heads)) return region;
  const title = titled(region);
  const rows = new Map<string, Row>();
  for (const row of region.rows) {
    const corner = row.cells.find(({ column }) => column === 0);
    const beside = headOf([row.group ?? "", corner?.text ?? ""].filter(Boolean).join(" / "), page);
    if (beside.label === "other") continue;
    const dated = row.cells.find(({ column }) => heads[column]?.label === "date")?.text ?? "";
    for (const cell of row.cells) {
      const over = heads[cell.column];
      if (cell === corner || !over) continue;
      const label = over.label ?? (isMeasure(beside.label) ? beside.label : title);
      const [site, another] = [...new Set([...over.sites, ...beside.sites])];
      if (!isMeasure(label) || site === undefined || another !== undefined) continue;
      const name = over.sites.length > 0 ? over.text : beside.text;
      const date = over.date ?? beside.date ?? onlyDate(dated, page.locale, page.seenYear);
      const key = `${name} ${date}`;
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
