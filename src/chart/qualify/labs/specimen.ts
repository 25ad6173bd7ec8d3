import { plainWords } from "../../../terminology/plain-text";
import type { LabResult } from "../../chart";
import type { Region, Row } from "../../snapshot";
import { headerOver, type ReadRow } from "../columns";
import { linesOver, saidInLines } from "./field-lines";

const OTHER_FLUID =
  /\b(?:csf|cerebrospinal|pleural|ascit\w+|peritoneal|synovial|joint|pericardial|amniotic|drain\w*|dialysate|stool|fa?ecal|fa?eces|saliva|sweat|sputum|lavage|semen)\b|\bfluids?\b/;

const SPECIMEN = /\b(?:specimen|source|sample|mat(?:erial)?|fluid|probe|muestra|campione)\b/i;
const SPECIMEN_LINE = /^\W*(?:specimen|sample|material|muestra|campione)(?: (?:type|source|site))?\s*[:|]/i;
const isFluid = (words: string) => OTHER_FLUID.test(words) && !/\b(?:blood|serum|plasma)\b/.test(words);

/** A column of another fluid than blood and urine. */
export const isFluidColumn = (header: string): boolean => isFluid(plainWords(header));

/** Results of another fluid than blood and urine: under its name, or with its name in a cell or a line above. */
export function isOtherFluid(region: Region, read: ReadRow): boolean {
  const { group, cells } = read.row;
  const said = [
    group ?? "",
    region.headings.at(-1) ?? "",
    ...[...cells.map(({ text }) => text), ...saidInLines(region, read, "specimen")].filter(({ length }) => length < 30),
  ];
  return said.map(plainWords).some(isFluid);
}

const URINE = /\b(?:urin(?:es?|ary|aires?|[ao]|ari[ao])?|harn|orina)\b/;
const BLOOD = /\b(?:blood|serum|plasma|sang|sangre|sangue|blut)\b/;
const isOfUrine = (words: string) => URINE.test(words) && !BLOOD.test(words);
/** Tests of urine that do not say so: the creatinine beside them is the one they are divided by. */
const URINE_TEST = /\b(?:micro ?albumin\w*|u?acr|u?pcr|(?:alb(?:umin)?|prot(?:ein)?)(?: to)? creat\w*)\b|\bur$/;

/** What a row names first, where it names urine or a test of urine. */
const namesUrine = ({ cells }: Row): boolean => {
  const [first = ""] = cells.map(({ text }) => (text.length < 50 ? plainWords(text) : "")).filter(Boolean);
  return isOfUrine(first) || URINE_TEST.test(first);
};

/**
 * The creatinines of a list that stand right behind or before a test of urine, or are too high for blood: whether they
 * are of blood is not told. Where the list names its urine creatinine, the other one is of blood.
 */
export function doubtfulCreatinine(region: Region, row: Row, { analyte, result }: LabResult): boolean {
  if (analyte !== "CREAT" || result.kind !== "number") return false;
  const { canonical, unit, value } = result;
  if ((canonical?.value ?? 0) > 25 || (canonical === null && /^mmol/i.test(unit ?? "") && value > 2)) return true;
  const at = region.rows.findIndex(({ ref }) => ref === row.ref);
  const beside = [region.rows[at - 1], region.rows[at + 1]].filter((other) => other?.group === row.group);
  const named = region.rows.some(
    (other) => other !== row && namesUrine(other) && /^\W*(?:urin\w*\W+)?creat/i.test(other.cells[0]?.text ?? ""),
  );
  return !named && beside.some((other) => other !== undefined && namesUrine(other));
}

/** A line over the list, which one that names blood in the list itself contradicts: it may stand over several lists. */
function saidAbove(region: Region): boolean {
  const isSpecimen = (line: string) => line.length < 60 && SPECIMEN_LINE.test(line) && isOfUrine(plainWords(line));
  return (
    linesOver(region).some(isSpecimen) &&
    !region.rows.some(({ cells }) => cells.some(({ text }) => BLOOD.test(plainWords(text))))
  );
}

const OF_URINE = "random|spot|24 ?h\\w*";
const URINE_TITLE = new RegExp(
  `^(?:(?:${OF_URINE}) )?(?:urin\\w*|harn|orina)(?: (?:chemistr\\w*|electrolytes?|stud(?:y|ies)|tests?|panel|analysis|specimen|sample|${OF_URINE}))?$|^urinalysis\\b`,
);

/** A row of dashes that begins the tests of urine, which a name of another kind ends: "URINE CHEMISTRY | -". */
function belowUrineTitle({ rows }: Region, row: Row): boolean {
  const title = rows
    .slice(
      0,
      Math.max(
        0,
        rows.findIndex(({ ref }) => ref === row.ref),
      ),
    )
    .findLast(({ cells }) => cells.length > 0 && cells.slice(1).every(({ text }) => !/[\p{L}\d]/u.test(text)));
  return title !== undefined && URINE_TITLE.test(plainWords(title.cells[0]?.text ?? ""));
}

/** Under "URINE" a creatinine is a urine creatinine, although its own name does not say so. */
export function isUrine(region: Region, read: ReadRow): boolean {
  const { row, columns } = read;
  const said = [row.group ?? "", region.headings.at(-1) ?? ""].map(plainWords);
  return (
    /\burinalysis\b|^ua$/.test(said[1] ?? "") ||
    said.some(isOfUrine) ||
    belowUrineTitle(region, row) ||
    row.cells.some(
      (cell) => /^(?:(?:24 ?h|spot|random) )?ur?$/i.test(cell.text.trim()) && SPECIMEN.test(headerOver(cell, columns)),
    ) ||
    row.cells.some(({ text }) => URINE_TITLE.test(plainWords(text))) ||
    saidInLines(region, read, "specimen").some((text) => isOfUrine(plainWords(text))) ||
    saidAbove(region)
  );
}

/** The calcium of a blood gas is the ionized one, whatever it is called there. */
export const isBloodGas = (region: Region, row: ReadRow["row"]): boolean =>
  [row.group ?? "", region.headings.at(-1) ?? ""]
    .map(plainWords)
    .some((words) => /\bblood gas(?:es)?\b|^[av]bg\b/.test(words));
