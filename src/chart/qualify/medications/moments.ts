import { cleanText, foldText } from "../../../terminology/plain-text";

/** A cell of a row, with the role its column has for the reader of medications. */
interface Timed {
  text: string;
  header: string;
  role: string | null;
}

/** "Mo | Mi | Ab | zN": times of the day in two letters, where no day of the week stands beside them. */
export function areShortMoments(columns: readonly string[]): boolean {
  const heads = columns.map((head) => foldText(head).replace(/\.$/, ""));
  return heads.includes("mo") && heads.includes("ab") && !heads.some((head) => /^(?:di|do|fr|sa|so)$/.test(head));
}
export const SHORT_MOMENT = /^(?:mo|mi|ab|zn|na)\.?$/i;

const UNIT_HEAD = /^(?:units?|einheit|unite|unidad|unita|eenheid)$/;
const PIECES =
  /^(?:|stuck|stk|st|tabl?(?:lets?|s|etten)?|tbl|caps?(?:ules?)?|kaps(?:el(?:n)?)?|pills?|pieces?|compr\w*)$/;
const FRACTION: Readonly<Record<string, number>> = {
  "1/2": 0.5,
  "1/4": 0.25,
  "½": 0.5,
  "¼": 0.25,
  "": 0,
  "-": 0,
  "–": 0,
};

function countOf(text: string): number | null {
  const bare = cleanText(text).replace(",", ".");
  return FRACTION[bare] ?? (/^\d(?:\.\d{1,2})?$/.test(bare) ? Number(bare) : null);
}

/**
 * "1 | 0 | 0.5 | 0" under columns of the times of day, as one direction: "1.5 tablets daily". Null where no columns are
 * of times of day; "unclear" where what stands in them is no number of pieces or nothing.
 */
export function momentsOf(cells: readonly Timed[]): string | null {
  const taken = cells.filter(({ role }) => role === "moment");
  if (new Set(taken.map(({ header }) => header)).size < 2) return null;
  const counts = taken.map(({ text }) => countOf(text));
  const unit = cells.find(({ header }) => UNIT_HEAD.test(foldText(header)))?.text ?? "";
  const total = counts.reduce<number>((sum, count) => sum + (count ?? Number.NaN), 0);
  const word = foldText(unit).trim().replace(/\.$/, "");
  if (!(total > 0) || (!PIECES.test(word) && word !== "mg" && word !== "ml")) return "unclear";
  return `${total} ${PIECES.test(word) ? "tablets" : word} daily`;
}
