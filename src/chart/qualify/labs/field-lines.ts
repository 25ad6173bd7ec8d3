import { plainWords } from "../../../terminology/plain-text";
import type { Region } from "../../snapshot";
import { namesEntry } from "../../structure/words";
import type { ReadRow } from "../columns";

const LABELS = {
  specimen:
    /^(?:specimen|sample|source|material|fluid|probe|muestra|campione)(?: (?:type|source|material|site|description))?$/,
  status: /^(?:(?:order|result|report|test|lab|panel|specimen|sample) )?status$/,
  comment: /^(?:comment|note|remark)s?$/,
};
type Field = keyof typeof LABELS;

interface FieldLine {
  /** Number of its row; the heads stand before the first one. */
  at: number;
  group: string;
  field: Field;
  value: string;
}

/** "Specimen: Urine" as one text, "Specimen | Urine | Status | Final" as labels and values in turn. */
function fieldsIn(texts: readonly string[]): [label: string, value: string][] {
  const filled = texts.filter((text) => text.trim() !== "");
  if (filled.length === 1) {
    const [, label = "", value = ""] = /^([^:|]{3,30}?)\s*(?:[:|]\s*)+(\S.*)$/.exec(filled[0] ?? "") ?? [];
    return [[label, value]];
  }
  return filled.length % 2 > 0 ? [] : filled.flatMap((label, i) => (i % 2 > 0 ? [] : [[label, filled[i + 1] ?? ""]]));
}

const known = new WeakMap<Region, { fields: FieldLine[]; firstEntry: number }>();

function linesOf(region: Region) {
  const before = known.get(region);
  if (before) return before;
  const lines = [{ group: "", texts: region.columns }].concat(
    region.rows.map(({ group, cells }) => ({ group: group ?? "", texts: cells.map(({ text }) => text) })),
  );
  const fields = lines.flatMap(({ group, texts }, i) =>
    fieldsIn(texts).flatMap(([label, value]) =>
      (Object.keys(LABELS) as Field[]).flatMap((field) =>
        LABELS[field].test(plainWords(label)) ? { at: i - 1, group, field, value } : [],
      ),
    ),
  );
  const firstEntry = fields.length > 0 ? lines.findIndex(({ texts }) => namesEntry(texts[0] ?? "")) - 1 : -1;
  const found = { fields, firstEntry };
  known.set(region, found);
  return found;
}

/**
 * What lines such as "Specimen: Urine" and "Status | Cancelled" say of a row: one that stands in it, else the last one
 * above it, which holds until the next. Where the list begins with a test, the next one below may be meant as well.
 */
export function saidInLines(region: Region, { row, columns }: ReadRow, field: Field): string[] {
  const pieces = row.cells.flatMap(({ text }) => text.split(" | "));
  const own = pieces.flatMap((piece) =>
    fieldsIn([piece]).flatMap(([label, value]) => (LABELS[field].test(plainWords(label)) ? value : [])),
  );
  if (own.length > 0) return own;
  // a record of fields has its own among them
  if (columns !== region.columns && columns.some((label) => LABELS[field].test(plainWords(label)))) return [];
  const { fields, firstEntry } = linesOf(region);
  const same = fields.filter((line) => line.field === field);
  const [first] = same;
  if (first === undefined) return [];
  const at = region.rows.findIndex(({ ref }) => ref === row.ref);
  const above = same.findLast((line) => line.at < at && (row.group ?? "").startsWith(line.group));
  const below =
    firstEntry >= 0 && firstEntry < first.at
      ? same.find((line) => line.at > at && line.group === (row.group ?? ""))
      : undefined;
  return [above, below].flatMap((line) => line?.value ?? []);
}

/** The lines over a list; a label and its value may stand as two of them. */
export const linesOver = ({ says }: Region): string[] =>
  says.map((line, i) =>
    Object.values(LABELS).some((label) => label.test(plainWords(line))) ? `${line}: ${says[i + 1] ?? ""}` : line,
  );
