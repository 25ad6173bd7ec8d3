import { findDates } from "../../terminology/dates";
import { cleanText, foldText } from "../../terminology/plain-text";
import type { Comparator, FraxResult } from "../chart";
import type { PartialDate } from "../evidence";
import type { FrameSnapshot, Region } from "../snapshot";
import { evidenceOf, type Page } from "./page";
import { sectionOfRegion } from "./sections";

/** Wordings and traps: RISK.md 2.3. */
const ABOUT =
  /\bfrax\b|\b(?:10|ten)[- ]?(?:year|yr)s?\b.{0,60}\b(?:fracture|risk|probabilit)|\b(?:fracture risk|probability of (?:a )?(?:major|hip))/;
const MAJOR =
  "major[ -](?:osteoporotic|osteoporosis[ -]?related|fracture|fx)(?:[ -](?:fractures?|fx))?|\\bmof\\b|any major(?: osteoporotic)?(?: fracture)?|major osteoporotic|major(?= ?[:=),;]| \\d| and\\b)";
const HIP = "\\bhip(?:[ -](?:fractures?|fx))?";
const COMPARE = "<=|>=|=<|=>|<|>|≤|≥|less than|greater than|more than|at least|exceed(?:s|ing)?|above|over|under|below";
const FIGURE = `(?:(?<compare>${COMPARE})\\s*)?(?<value>\\d{1,2}(?:\\.\\d{1,2})?)(?![\\d.,]*\\d|\\s?-\\s?\\d)(?<percent>\\s?(?:%|percent|per cent))?`;

const KIND = new RegExp(`(?<major>${MAJOR})|(?<hip>${HIP})`, "g");
/** The figure after its name, with nothing between that could be another figure or another fracture. */
const AFTER = new RegExp(`^(?:(?!${MAJOR}|\\bhip\\b|%|[;.]\\s|\\d).){0,70}?${FIGURE}`);
/** "14 % 10-year probability of a major …", "23 % (major)": the figure stands before its name. */
const BEFORE = new RegExp(
  `${FIGURE}\\s*(?:(?:10|ten)[- ]?(?:year|yr) )?(?:absolute )?(?:risk |probability |chance )?(?:\\(|(?:for|of|in) )\\s*(?:a |an |any |the |sustaining |having )*$`,
);
/** "MOF: 14 %" and "14 % hip". */
const DIRECT = new RegExp(
  `^\\s*(?:(?:fracture )?(?:risk|probability|score|chance)\\s*)?(?:[:=](?![<>]))?\\s*${FIGURE}`,
);
const GLUED = new RegExp(`${FIGURE}\\s*$`);
/** Behind a figure: it belongs to the name that follows, not to the one before. */
const OF_NEXT = new RegExp(
  `^\\s*(?:(?:10|ten)[- ]?(?:year|yr) )?(?:risk|probability|chance)?\\s*(?:of|for|\\()? ?(?:a |an |any |the )*(?:${MAJOR}|\\bhip\\b|\\bmajor\\b)`,
);
const PAIR =
  /(?:\bmof|major[a-z -]*)\s*(?:\/|and)\s*hip[a-z ]*\)?[^\d<]{0,20}(\d{1,2}(?:\.\d)?)\s?%?\s*(?:\/|and|,)\s*(\d{1,2}(?:\.\d)?)\s?%?(?!\d)/;
const BARE_PAIR = /\bfrax\b[^\d;.]{0,25}?(\d{1,2}(?:\.\d)?)\s?%?\s*\/\s*(\d{1,2}(?:\.\d)?)\s?%?(?![\d/])/;

const THRESHOLD =
  /threshold|\btreat|recommend|guideline|criteri|consider|indicat|intervention|cut ?off|\bnof\b|\bbhof\b|\bif\b|eligible|warrant|exceed|meets?\b|defined|considered|goal/;
/** A line of thresholds, or of what is usual at an age. */
const NOT_OURS =
  /^\W*(?:(?:intervention|treatment|assessment) )?thresholds?\b|^\W*(?:average|expected|typical|population|reference|age[- ]matched|peer)\b|\bfrax if\b|\b(?:mother|father|sister|brother|husband|wife)(?:'s)? frax\b/;
/** A span of time that is not FRAX's. */
const OTHER_SPAN = /\b(?:lifetime|[1-9][- ]?(?:year|yr)|(?:one|two|three|five)[- ]year)\b[^.;]*$/;
const NOT_DONE =
  /\bfrax\b[^.;]{0,40}\bnot (?:reported|calculated|performed|applicable|available|done|valid|indicated)|not reported because|cannot be calculated/;
const PRIOR =
  /\b(?:previous(?:ly)?|prior (?:frax|study|exam|dxa)|was previously|last (?:year|exam)|compared (?:to|with))\b/;

interface Figure {
  kind: "mof" | "hip";
  value: number;
  comparator: Comparator | null;
  percent: boolean;
  at: number;
  end: number;
}

const comparatorOf = (text: string | undefined): Comparator | null =>
  text === undefined
    ? null
    : /less|under|below|^<$/.test(text)
      ? "<"
      : /^(?:<=|=<|≤)$/.test(text)
        ? "<="
        : /^(?:>=|=>|≥|at least)$/.test(text)
          ? ">="
          : ">";

/** "(clinical spine, forearm, hip or shoulder)" explains the major fractures; it names no hip figure. */
function plain(text: string): string {
  return foldText(text)
    .replace(/\((?:clinical )?(?:spine|vertebral)[^)]*(?:shoulder|humerus|forearm|hip)[^)]*\)/g, " ")
    .replace(/\s+/g, " ");
}

function figureFrom(
  match: RegExpMatchArray,
  kind: Figure["kind"],
  at: number,
  end: number,
  text: string,
): Figure | null {
  const { compare, value, percent } = match.groups ?? {};
  const comparator = comparatorOf(compare?.trim());
  // A result is never printed with "at least"; with a comparator beside a treatment word it is a threshold.
  if (comparator === ">=" || comparator === "<=") return null;
  if (comparator !== null && THRESHOLD.test(text.slice(Math.max(0, at - 80), end + 80))) return null;
  const number = Number(value);
  return number > 0 && number < 100
    ? { kind, value: number, comparator, percent: percent !== undefined, at, end }
    : null;
}

/** Words that turn a whole statement into advice, when they stand before its figures. */
const ADVICE =
  /\b(?:treat\w*|therapy|recommend\w*|consider\w*|guidelines?|threshold|criteria|nof|bhof|aace)\b[^.;]*\b(?:if|when|for|with|at|is|are|:)\b[^.;]*$/;

/** The figure of a name: "14 % for hip", "hip: 14 %", "14 % hip", "hip fracture risk … 14 %", the surest form first. */
function figureOf(
  text: string,
  kind: Figure["kind"],
  at: number,
  start: number,
  taken: readonly Figure[],
): Figure | null {
  const free = (match: RegExpMatchArray | null) =>
    match?.groups?.percent !== undefined && !taken.some(({ end }) => end > (match.index ?? 0)) ? match : null;
  const head = text.slice(0, at);
  const tail = text.slice(start);
  const before = free(head.match(BEFORE));
  if (before) return figureFrom(before, kind, before.index ?? 0, start, text);
  const direct = tail.match(DIRECT);
  if (direct) return figureFrom(direct, kind, at, start + direct[0].length, text);
  const glued = free(head.match(GLUED));
  // "major … probability 14 % hip": the figure may be the one of the name before it
  const since = text.slice(taken.at(-1)?.end ?? 0, glued?.index ?? 0);
  if (glued && since.search(KIND) < 0) return figureFrom(glued, kind, glued.index ?? 0, start, text);
  const after = tail.match(AFTER);
  const end = start + (after?.[0].length ?? 0);
  return after && !OF_NEXT.test(text.slice(end)) ? figureFrom(after, kind, at, end, text) : null;
}

function figuresIn(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const name of text.matchAll(KIND)) {
    const kind = name.groups?.major === undefined ? "hip" : "mof";
    const start = name.index + name[0].length;
    if (
      kind === "hip" &&
      /^\s*(?:replacement|bmd|t[- ]score|z[- ]score|neck|and|axis|structural)/.test(text.slice(start))
    )
      continue;
    if (
      kind === "hip" &&
      /\b(?:parent\w*|family|left|right|total|history of(?: a)?|prior|previous|dual)\s*$/.test(
        text.slice(0, name.index),
      )
    )
      continue;
    const before = text.slice(Math.max(0, name.index - 120), name.index);
    if (ADVICE.test(before) || SUPPOSED.test(before)) continue;
    if (OTHER_SPAN.test(before) && !/\b(?:10|ten)[- ]?y[^.;]*$/.test(before)) continue;
    const figure = figureOf(text, kind, name.index, start, figures);
    if (figure) figures.push(figure);
  }
  return figures;
}

/** "If hip rises to 3 %": a figure that is not there yet. */
const SUPPOSED = /\b(?:if|when|once|until|unless|should|goal|target|threshold)\b[^.;,]{0,60}$/;

interface Pair {
  mof: Figure | null;
  hip: Figure | null;
  at: number;
}

/** Figures in the order of the text, joined two by two: each statement has one of each kind. */
function pairsOf(figures: readonly Figure[]): Pair[] {
  const pairs: Pair[] = [];
  for (const figure of figures) {
    const last = pairs.at(-1);
    if (last && last[figure.kind] === null) last[figure.kind] = figure;
    else pairs.push({ mof: null, hip: null, [figure.kind]: figure, at: figure.at });
  }
  return pairs;
}

const MODEL =
  /\b((?:us|usa|united states|uk|united kingdom|canad\w*|austral\w*|germany|france|spain|italy|sweden|japan|china|india)\b ?(?:\(?(?:caucasian|white|black|hispanic|asian)\)?)?)/;
const MODEL_SPELT =
  /\b(US|USA|United States|UK|United Kingdom|Canad\w*|Austral\w*|Germany|France|Spain|Italy|Sweden|Japan|China|India)\b ?\(?(?:Caucasian|White|Black|Hispanic|Asian)?\)?/i;

function withBmd(context: string): boolean | null {
  if (
    /without (?:the )?(?:femoral neck )?bmd|no bmd|bmd (?:not|was not) (?:used|included|entered)|excluding bmd/.test(
      context,
    )
  )
    return false;
  return /with (?:the )?(?:femoral neck )?bmd|including bmd|bmd (?:included|used)|neck bmd ?=|using (?:femoral neck )?bmd/.test(
    context,
  )
    ? true
    : null;
}

/** FRAX figures printed in a frame. Never computed, never adjusted; thresholds and other fracture scores are none. */
export function readFrax(snapshot: FrameSnapshot, page: Page): FraxResult[] {
  return snapshot.regions.flatMap((region) => {
    const section = sectionOfRegion(region);
    if (section === "education" || section === "family" || section === "medications") return [];
    return ofRegion(region, page);
  });
}

function ofRegion(region: Region, page: Page): FraxResult[] {
  const heading = plain(region.headings.slice(-2).join(" "));
  const rows = region.rows.filter(({ cells }) => !NOT_OURS.test(foldText(cells.map(({ text }) => text).join(" "))));
  const lines = rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const header = region.columns[cell.column] ?? "";
      const named = new RegExp(`${MAJOR}|\\bhip\\b`).test(foldText(header));
      const percent = /%|percent/.test(header) && /^[<>]?\s?\d+(?:\.\d+)?$/.test(cell.text.trim()) ? "%" : "";
      return named ? `${header.replace(/\(?%\)?/g, "")}: ${cell.text}${percent}` : cell.text;
    });
    return { ref: row.ref, text: cleanText(cells.filter((text) => text.trim() !== "").join(" ")) };
  });
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += plain(text).length + 1;
  }
  const whole = lines.map(({ text }) => plain(text)).join("\n");
  if (!ABOUT.test(whole) && !ABOUT.test(heading)) return [];
  const flat = whole.replace(/\n/g, " ");
  if (NOT_DONE.test(flat)) return [];

  const found = pairsIn(flat);
  const model =
    lines
      .map(({ text }) => text.match(MODEL_SPELT)?.[0])
      .find((text) => text !== undefined)
      ?.replace(/^([^(]*)\)$/, "$1") ?? null;
  const results = found.flatMap((pair): FraxResult[] => {
    const figures = [pair.mof, pair.hip].filter((figure) => figure !== null);
    const [from, to] = [Math.min(...figures.map(({ at }) => at)), Math.max(...figures.map(({ end }) => end))];
    const context = flat.slice(Math.max(0, from - 160), to + 40);
    // What is said since the statement before: "FRAX with BMD" is not the "without BMD" of the pair before it.
    const lastEnd = Math.max(
      0,
      ...found.filter((other) => other.at < pair.at).flatMap(({ mof, hip }) => [mof?.end ?? 0, hip?.end ?? 0]),
    );
    const near = flat.slice(Math.max(lastEnd, from - 80), to + 10);
    const behind = flat.slice(to, to + 240);
    if (!figures.some(({ percent }) => percent)) return [];
    const tool = flat
      .slice(0, to)
      .match(/\bfrax\b|\bq-?fracture\b|\bgarvan\b|\bcaroc\b/g)
      ?.at(-1);
    if (tool !== undefined && tool !== "frax") return [];
    if (PRIOR.test(near) || !(ABOUT.test(flat.slice(Math.max(0, from - 400), to + 60)) || ABOUT.test(heading)))
      return [];
    if (pair.mof && pair.hip && pair.hip.value > pair.mof.value) return [];
    const at = lines[starts.filter((start) => start <= from).length - 1] ?? lines[0];
    return [
      {
        mof: pair.mof?.value ?? null,
        hip: pair.hip?.value ?? null,
        mofComparator: pair.mof?.comparator ?? null,
        hipComparator: pair.hip?.comparator ?? null,
        withBmd: withBmd(near),
        model,
        country: model === null ? null : countryOf(model),
        glucocorticoidsTicked: ticked(`${context} ${behind}`),
        glucocorticoidAdjusted: adjusted(`${context} ${behind}`),
        date: dateNear(
          lines.map(({ text }) => text),
          region,
          page,
        ),
        evidence: evidenceOf(page, at?.ref ?? region.ref, at?.text ?? ""),
      },
    ];
  });
  return results;
}

/** Whether the printed figures already carry the dose of the steroid; null when the report does not say. */
function adjusted(text: string): boolean | null {
  if (
    /\b(?:not|un|without|before|no)[ -]?(?:been |yet )?(?:adjust\w*|correct\w*)[^.;]{0,40}(?:glucocorticoid|steroid|dose)|(?:dose|glucocorticoid|steroid)[^.;]{0,20}\bnot (?:adjusted|considered|included)/.test(
      text,
    )
  )
    return false;
  return /adjusted (?:figures? )?for (?:the )?(?:glucocorticoid|steroid|gc)|(?:glucocorticoid|steroid)[- ](?:dose[- ])?adjusted/.test(
    text,
  )
    ? true
    : null;
}

/** Whether FRAX was run with glucocorticoids = yes. */
function ticked(text: string): boolean | null {
  if (
    /(?:glucocorticoids?|steroids?)\s*[:=]?\s*(?:no|not (?:ticked|entered|selected)|=\s*no)\b|\bno (?:glucocorticoids?|steroids?)/.test(
      text,
    )
  )
    return false;
  return /(?:glucocorticoids?|steroids?)\s*[:=]?\s*(?:yes|ticked|entered|selected)\b|risk factors?[^;]{0,200}(?:glucocorticoid|steroid)/.test(
    text,
  )
    ? true
    : null;
}

function pairsIn(text: string): Pair[] {
  const pair = text.match(PAIR) ?? text.match(BARE_PAIR);
  if (pair?.index !== undefined && pair[1] !== undefined && pair[2] !== undefined) {
    const [at, end] = [pair.index, pair.index + pair[0].length];
    const [mof, hip] = [Number(pair[1]), Number(pair[2])];
    if (mof > hip && hip > 0 && !THRESHOLD.test(text.slice(Math.max(0, at - 60), end + 60))) {
      const figure = (kind: Figure["kind"], value: number): Figure => ({
        kind,
        value,
        comparator: null,
        percent: true,
        at,
        end,
      });
      return [{ mof: figure("mof", mof), hip: figure("hip", hip), at }];
    }
    return [];
  }
  return pairsOf(figuresIn(text));
}

function countryOf(model: string): string | null {
  const name = foldText(model).match(MODEL)?.[1] ?? "";
  if (/^us|united states/.test(name)) return "US";
  if (/^uk|united kingdom/.test(name)) return "UK";
  return name.split(" ")[0] || null;
}

/** The date of the examination the figures belong to: one called so, or the only one around. */
function dateNear(lines: readonly string[], region: Region, page: Page): PartialDate | null {
  const around = [...lines, ...region.says, ...region.headings].filter(
    (line) => !/\b(?:prior|previous|compar|birth|dob|since)/i.test(line),
  );
  const dates = new Set(around.flatMap((line) => findDates(line, page.locale, page.seenYear).map(({ date }) => date)));
  return dates.size === 1 ? ([...dates][0] ?? null) : dates.size === 0 ? page.examDate : null;
}
