import { cleanText, foldText } from "../../../terminology/plain-text";
import type { FraxResult } from "../../chart";
import type { FrameSnapshot, Region } from "../../snapshot";
import { areOfEarlierExam, isEarlierExam, ofThisExam } from "../exam-titles";
import { evidenceOf, type Page } from "../page";
import { type Section, sectionOfRow } from "../sections";
import { byColumn, inPercent, ofThePatient } from "./columns";
import { dateNear, ownDate, yearOf } from "./date";
import { type Figure, MAJOR, pairsIn } from "./figures";
import { adjusted, countryOf, isWithTexture, modelIn, ticked, WITH_TBS, withBmd } from "./model";

/** Wordings and traps: RISK.md 2.3. */
const ABOUT =
  /\bfrax\b|\b(?:10|ten)[- ]?(?:year|yr)s?\b.{0,60}\b(?:fracture|risk|probabilit)|\b(?:fracture risk|probability of (?:a )?(?:major|hip))/;
/** A line of thresholds, of what is usual at an age, or to a reader who need not be the patient. */
const NOT_OURS =
  /^\W*(?:(?:intervention|treatment|assessment) )?thresholds?\b|^\W*(?:average|expected|typical|population|reference|age[- ]matched|peer)\b|\byour?\b|\bfrax if\b|\b(?:mother|father|sister|brother|husband|wife)(?:'s)? frax\b/;
/** Calculators of fracture risk that are not FRAX. */
const OTHER_TOOL = /\bq-?fracture\b|\bgarvan\b|\bcaroc\b/;
const NOT_DONE =
  /\bfrax\b[^.;]{0,40}\bnot (?:reported|calculated|performed|applicable|available|done|valid|indicated)|not reported because|cannot be calculated/;
/** "FRAX (Black) 5/0.9, (White) 12/2": which of two populations is hers is not told. */
const POPULATION =
  /(?:\bfrax\W{1,3}|\(\s*)(?:(?:us|usa|united states)\W{1,2})?(caucasian|white|black|hispanic|asian)\b/g;
const PRIOR =
  /\b(?:previous(?:ly)?|prior (?:frax|study|exam|dxa)|was previously|old frax|earlier frax|(?:years?|months?) ago|last (?:year|exam)|compared (?:to|with))\b/;

/** "(clinical spine, forearm, hip or shoulder)" explains the major fractures; it names no hip figure. */
function plain(text: string): string {
  return (
    foldText(text)
      .replace(/\((?:clinical )?(?:spine|vertebral)[^)]*(?:shoulder|humerus|forearm|hip)[^)]*\)/g, " ")
      // "changed from 22% to 19%"
      .replace(/\bfrom \d{1,2}(?:\.\d+)? ?%? to (?=\d)/g, "to ")
      // between two figures a comma without a blank is a decimal one
      .replace(/(?<![\d.,])(\d{1,2}),(\d{1,2})(?= ?%)/g, "$1.$2")
      .replace(/\s+/g, " ")
  );
}

const NOT_THE_PATIENTS: ReadonlySet<Section | null> = new Set<Section | null>(["education", "family", "medications"]);

/** FRAX figures printed in a frame. Never computed, never adjusted; thresholds and other fracture scores are none. */
export const readFrax = (snapshot: FrameSnapshot, page: Page): FraxResult[] =>
  snapshot.regions
    .flatMap(partsOf)
    .map(ofThePatient)
    .flatMap(byColumn)
    .map((region) => ({
      ...region,
      rows: region.rows.filter((row) => !NOT_THE_PATIENTS.has(sectionOfRow(region, row))),
    }))
    .flatMap((region) => ofRegion(region, page));

/** A region by its sub-headings, where one of them speaks of the risk: it stands over figures of its own. */
function partsOf(region: Region): Region[] {
  const titles = [...new Set(region.rows.map(({ group }) => group))];
  const speaks = (title: string) => ABOUT.test(plain(title)) || OTHER_TOOL.test(plain(title));
  if (!titles.some((title) => title !== null && speaks(title))) return [region];
  return titles.map((title) => ({
    ...region,
    headings: title === null ? region.headings : [...region.headings, title],
    rows: region.rows.filter(({ group }) => group === title),
  }));
}

interface Line {
  ref: number;
  text: string;
}

/** What a region says of the current examination, line by line; a figure under a head has the head before it. */
function linesOf(region: Region): Line[] {
  const current = region.rows.filter(({ group }) => !isEarlierExam(group ?? ""));
  const rows = current.filter(({ cells }) => !NOT_OURS.test(foldText(cells.map(({ text }) => text).join(" "))));
  const all = rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const header = region.columns[cell.column] ?? "";
      const named = new RegExp(`${MAJOR}|\\bhip\\b`).test(foldText(header));
      const percent = /%|percent/.test(header) && /^[<>]?\s?\d+(?:\.\d+)?$/.test(cell.text.trim()) ? "%" : "";
      return named ? `${header.replace(/\(?%\)?/g, "")}: ${cell.text}${percent}` : cell.text;
    });
    return { ref: row.ref, text: cleanText(cells.filter((text) => text.trim() !== "").join(" ")) };
  });
  const told = ofThisExam(all);
  const texts = inPercent(told.map(({ text }) => text));
  return told.map(({ ref }, i) => ({ ref, text: texts[i] ?? "" }));
}

/** The line in which a place of their joined text lies. */
function lineAt(lines: readonly Line[], place: number): Line | undefined {
  let start = 0;
  const starts = lines.map(({ text }) => {
    const own = start;
    start += plain(text).length + 1;
    return own;
  });
  return lines[starts.findLastIndex((own) => own <= place)];
}

/** One statement of FRAX in a text: its figures, where they begin and end, and where the statement before ended. */
interface Statement {
  mof: Figure | null;
  hip: Figure | null;
  from: number;
  to: number;
  since: number;
}

function statementsIn(text: string): Statement[] {
  const pairs = pairsIn(text);
  return pairs.map(({ mof, hip, at }) => {
    const figures = [mof, hip].filter((figure) => figure !== null);
    const former = pairs.filter((pair) => pair.at < at).flatMap((pair) => [pair.mof?.end ?? 0, pair.hip?.end ?? 0]);
    return {
      mof,
      hip,
      from: Math.min(...figures.map((figure) => figure.at)),
      to: Math.max(...figures.map(({ end }) => end)),
      since: Math.max(0, ...former),
    };
  });
}

/** Right around its figures, without the statement before: its "without BMD" is not this one's. */
const near = (text: string, { from, to, since }: Statement): string => text.slice(Math.max(since, from - 80), to + 10);

/** Whether a statement is of FRAX itself, and of now. */
function isCurrentFrax(text: string, statement: Statement, page: Page): boolean {
  const { mof, hip, from, to, since } = statement;
  if (!mof?.percent && !hip?.percent) return false;
  const tools = text.slice(0, to).match(/\bfrax(?: ?plus\b|\+|\b)|\bq-?fracture\b|\bgarvan\b|\bcaroc\b/g);
  if (tools && tools.at(-1) !== "frax") return false;
  // "In 2019 DXA showed … and FRAX 11/1.8"
  const sentence =
    text
      .slice(since, from)
      .split(/[.;]\s/)
      .at(-1) ?? "";
  if (/\b(?:in|from|since) (?:19|20)\d\d\b/.test(sentence.replace(/\bfrax (?:in|from) \d{4}/, ""))) return false;
  // "16% and 3.4% at diagnosis in 2015"
  const [later, year] =
    /^[\s%,)]*(?:[a-z]+ ){0,2}(?:at diagnosis|in ((?:19|20)\d\d))\b/.exec(text.slice(to, to + 240)) ?? [];
  if (later !== undefined && (year === undefined || Number(year) < page.seenYear)) return false;
  return !PRIOR.test(near(text, statement)) && !(mof && hip && hip.value > mof.value);
}

/** Without those whose figures differ, for two populations or with no word of which is which. */
function undisputed(results: readonly FraxResult[]): FraxResult[] {
  const of = ({ date, withBmd: with_ }: FraxResult) => `${date} ${with_}`;
  const differ = (a: number | null, b: number | null) => a !== null && b !== null && a !== b;
  return results.filter(
    (one) =>
      !results.some((other) => of(other) === of(one) && (differ(one.mof, other.mof) || differ(one.hip, other.hip))),
  );
}

function ofRegion(region: Region, page: Page): FraxResult[] {
  const title = region.headings.at(-1) ?? "";
  if (isEarlierExam(title) || (region.columns.length > 0 && areOfEarlierExam(region.says))) return [];
  const heading = plain(region.headings.slice(-2).join(" "));
  const lines = linesOf(region);
  const texts = lines.map(({ text }) => text);
  const plainLines = texts.map(plain);
  if (![...plainLines, heading].some((line) => ABOUT.test(line))) return [];
  const flat = plainLines.join(" ");
  const populations = [...flat.matchAll(POPULATION)].map(([, name]) => name?.replace("caucasian", "white"));
  if (new Set(populations).size > 1) return [];
  if (NOT_DONE.test(flat) || (OTHER_TOOL.test(heading) && !/\bfrax\b/.test(heading))) return [];

  const statements = statementsIn(flat);
  const model = modelIn(texts);
  const results = statements.flatMap((one): FraxResult[] => {
    const { mof, hip, from, to, since } = one;
    if (!isCurrentFrax(flat, one, page)) return [];
    if (!ABOUT.test(flat.slice(Math.max(0, from - 400), to + 60)) && !ABOUT.test(heading)) return [];
    const said = flat.slice(since, to);
    const behind = flat.slice(to, to + 240);
    // beside the plain figures those that the bone's texture has changed are others; alone they are marked
    const changed = isWithTexture([said, heading], behind);
    if (statements.length > 1 && (changed || /\btbs\b|\btrabecular\b/.test(said))) return [];
    const around = `${flat.slice(Math.max(0, from - 160), to + 40)} ${behind}`;
    const line = lineAt(lines, from);
    return [
      {
        mof: mof?.value ?? null,
        hip: hip?.value ?? null,
        mofComparator: mof?.comparator ?? null,
        hipComparator: hip?.comparator ?? null,
        withBmd: withBmd(near(flat, one), said),
        model: changed ? WITH_TBS : model,
        country: model === null ? null : countryOf(model),
        glucocorticoidsTicked: ticked(around),
        glucocorticoidAdjusted: adjusted(around),
        date:
          yearOf(near(flat, one), behind, [line?.text ?? "", title]) ??
          ownDate(line?.text ?? "", page) ??
          dateNear(texts, region, page),
        evidence: evidenceOf(page, line?.ref ?? region.ref, line?.text ?? ""),
      },
    ];
  });
  return undisputed(results);
}
