import type { Comparator } from "../../chart";

/** Names of the major osteoporotic fractures, in folded text. Wordings and traps: RISK.md 2.3. */
export const MAJOR =
  "major[ -](?:osteoporotic|osteoporosis[ -]?related|fracture|fx)(?:[ -](?:fractures?|fx))?|\\bmof\\b|any major(?: osteoporotic)?(?: fracture)?|major osteoporotic|major(?= ?[:=),;]| \\d| and\\b)";
const HIP = "\\bhip(?:[ -](?:fractures?|fx))?";
const COMPARE = "<=|>=|=<|=>|<|>|≤|≥|less than|greater than|more than|at least|exceed(?:s|ing)?|above|over|under|below";
const FIGURE = `(?:(?<compare>${COMPARE})\\s*)?(?<value>\\d{1,2}(?:\\.\\d{1,2})?)(?![\\d.,]*\\d|\\s?-\\s?\\d|[- ]?(?:year|yr))(?<percent>\\s?(?:%|percent|per cent))?`;

const KIND = new RegExp(`(?<major>${MAJOR})|(?<hip>${HIP})`, "g");
/** The figure after its name, with nothing between that could be another figure or another fracture. */
const AFTER = new RegExp(`^(?:(?!${MAJOR}|\\bhip\\b|%|[;.]\\s|\\d).){0,70}?${FIGURE}`);
/** "14 % 10-year probability of a major …", "23 % (major)": the figure stands before its name. */
const BEFORE = new RegExp(
  `${FIGURE}\\s*(?:(?:10|ten)[- ]?(?:year|yr) )?(?:absolute )?(?:risk |probability |chance )?(?:\\(|(?:for|of|in) )\\s*(?:a |an |any |the |sustaining |having )*$`,
);
/** "MOF: 14 %" and "14 % hip". */
const DIRECT = new RegExp(
  `^\\s*(?:(?:10|ten)[- ]?(?:year|yr)s? )?(?:(?:fracture )?(?:risk|probability|score|chance)\\s*)?(?:[:=](?![<>]))?\\s*${FIGURE}`,
);
const GLUED = new RegExp(`${FIGURE}\\s*$`);
/** Behind a figure: it belongs to the name that follows, not to the one before. */
const OF_NEXT = new RegExp(
  `^\\s*(?:(?:10|ten)[- ]?(?:year|yr) )?(?:risk|probability|chance)?\\s*(?:of|for|\\()? ?(?:a |an |any |the )*(?:${MAJOR}|\\bhip\\b|\\bmajor\\b)`,
);
const PAIR =
  /(?:\bmof|major[a-z -]*)\s*(?:\/|and)\s*hip[a-z ]*\)?[^\d<]{0,20}(\d{1,2}(?:\.\d)?)\s?%?\s*(?:\/|and|,)\s*(\d{1,2}(?:\.\d)?)\s?%?(?!\d)/;
const BARE_PAIR = /\bfrax\b[^\d;.]{0,25}?(\d{1,2}(?:\.\d)?)\s?%?\s*\/\s*(\d{1,2}(?:\.\d)?)\s?%?(?![\d/])/g;

const THRESHOLD =
  /threshold|\btreat|recommend|guideline|criteri|consider|indicat|intervention|cut ?off|\bnof\b|\bbhof\b|\bif\b|eligible|warrant|exceed|meets?\b|defined|considered|goal/;
/** A span of time that is not FRAX's. */
const OTHER_SPAN = /\b(?:lifetime|[1-9][- ]?(?:year|yr)|(?:one|two|three|five)[- ]year)\b[^.;]*$/;

/** One printed probability, percent, and where its words begin and end. */
export interface Figure {
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
  // "was 11 %, now 14 %", "11 % → 14 %": the figure of before; "increased by 3 %" is none
  if (
    /^\s*(?:-+>|=>|→|,? ?(?:but |and )?now\b)/.test(text.slice(end)) ||
    /\bby (?:about |some |up to )?[\d.]+ ?(?:%|per ?cent)?$/.test(text.slice(at, end))
  )
    return null;
  if (/^\s*(?:decrease|increase|decline|loss|gain|lower|higher|change)/.test(text.slice(end))) return null;
  const number = Number(value);
  return number > 0 && number < 100
    ? { kind, value: number, comparator, percent: percent !== undefined, at, end }
    : null;
}

/** Words that turn a whole statement into advice, when they stand before its figures. */
const ADVICE =
  /\b(?:treat\w*|therapy|recommend\w*|consider\w*|guidelines?|threshold|criteria|nof|bhof|aace)\b[^.;]*\b(?:if|when|for|with|at|is|are|:)\b[^.;]*$/;

/** The words of its sentence before a name; what stands in brackets counts only where it opens the sentence. */
const openingOf = (before: string): string => {
  const sentence = before.split(/[.;]\s/).at(-1) ?? "";
  return sentence.replace(/(\d\s?%\s*)\([^)]*\)/g, "$1");
};
/** A sentence of thresholds, of what is usual, or of what would be. */
const NOT_HERS =
  /\bthresholds?\b|\bcut-?offs?\b|\bcriteria\b|^\W*(?:reference|limits?)\b|\b(?:with|on|after) (?:treatment|therapy)\b|\bwill\b|\bexample\b|\bscreen\b|\bwhose\b|\b(?:population|average|expected|typical|age[- ]matched|peers?)\b|^\W*if\b|\bwould\b|\badjust\w* for (?:recen|t2dm|type 2|diabetes|falls|hip axis|lumbar)|\b(?:t2dm|type 2|diabetes|falls|recency)[- ](?:diabetes )?adjust/;

/** "MOF 20 % and hip 3 % are the treatment thresholds." */
const IS_THRESHOLD =
  /^(?:[^.;]|\.\d)*\b(?:is|are) (?:the |an? )?(?:usual |us |national |current |nof |bhof |treatment |intervention |recommended )*(?:thresholds?|cut-?offs?)\b/;
/** What may stand between "hip" alone and its figure: "hip OA 3 %" is none. */
const OF_RISK =
  /^(?:\s|[:=,()–-]|\b(?:fractures?|fx|risk|probability|chance|score|of|is|was|at|the|a|for|over|next|in|to|by|calculat\w*|estimat\w*|10|ten|years?|yrs?|frax)\b)*$/;

/** "If hip rises to 3 %": a figure that is not there yet. */
const SUPPOSED = /\b(?:if|when|once|until|unless|should|goal|target|threshold)\b(?:[^.;,]|\.\d){0,60}$/;

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
  const between = after?.[0].slice(0, after[0].search(/(?:[<>≤≥] ?)?\d{1,2}(?:\.\d{1,2})?\s?(?:%|per ?cent)?$/)) ?? "";
  if (kind === "hip" && !/fracture|fx/.test(text.slice(at, start)) && !OF_RISK.test(between)) return null;
  // farther from its name only what says that it is a probability: "Hip pain 5/10"
  return after?.groups?.percent !== undefined && !OF_NEXT.test(text.slice(end))
    ? figureFrom(after, kind, at, end, text)
    : null;
}

/** "19 % / Major … / 4.6 % / Hip fracture": each figure stands over its name, and none behind the last one. */
const FIGURES_FIRST = new RegExp(
  `(?:^|[^\\d.\\s]\\s+)\\d{1,2}(?:\\.\\d{1,2})? ?% (?:10[- ]year )?(?:${MAJOR}) \\d{1,2}(?:\\.\\d{1,2})? ?% hip(?: fractures?)?[^\\d%]*$`,
);

function figuresIn(text: string): Figure[] {
  const figures: Figure[] = [];
  if (FIGURES_FIRST.test(text)) return [];
  for (const name of text.matchAll(KIND)) {
    const kind = name.groups?.major === undefined ? "hip" : "mof";
    const start = name.index + name[0].length;
    if (
      kind === "hip" &&
      /^\s*(?:replacement|mortality|surger|repair|incidence|prevalence|bmd|t[- ]score|z[- ]score|neck|and|axis|structural)/.test(
        text.slice(start),
      )
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
    if (/^[^%.;]{0,40}\breduc/.test(text.slice(start))) continue;
    if (ADVICE.test(before) || SUPPOSED.test(before) || NOT_HERS.test(openingOf(before))) continue;
    if (IS_THRESHOLD.test(text.slice(start))) continue;
    if (OTHER_SPAN.test(before) && !/\b(?:10|ten)[- ]?y[^.;]*$/.test(before)) continue;
    const figure = figureOf(text, kind, name.index, start, figures);
    if (figure) figures.push(figure);
  }
  return figures;
}

/** One statement: at most one figure of each kind. */
export interface Pair {
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

/** "MOF/hip 12/2", "FRAX 12/2"; null when they are of before, or a threshold. */
function statedBy(pair: RegExpMatchArray, text: string): Pair | null {
  const at = pair.index ?? 0;
  const end = at + pair[0].length;
  const [mof, hip] = [Number(pair[1]), Number(pair[2])];
  if (/^\W*(?:\(?(?:19|20)\d\d\)?\W*)?(?:->|→|=>|now\b)/.test(text.slice(end))) return null;
  if (mof <= hip || hip <= 0 || THRESHOLD.test(text.slice(Math.max(0, at - 60), end + 60))) return null;
  const figure = (kind: Figure["kind"], value: number): Figure => ({
    kind,
    value,
    comparator: null,
    percent: true,
    at,
    end,
  });
  return { mof: figure("mof", mof), hip: figure("hip", hip), at };
}

/** The pairs of figures that a folded text states. */
export function pairsIn(text: string): Pair[] {
  const named = text.match(PAIR);
  const pairs = named ? [named] : [...text.matchAll(BARE_PAIR)];
  if (pairs.length > 0) return pairs.flatMap((pair) => statedBy(pair, text) ?? []);
  return pairsOf(figuresIn(text));
}
