import { findDates } from "../../terminology/dates";
import { cleanText, foldText } from "../../terminology/plain-text";
import type { FraxResult } from "../chart";
import type { PartialDate } from "../evidence";
import type { FrameSnapshot, Region } from "../snapshot";
import { areOfEarlierExam, isEarlierExam, ofThisExam } from "./exam-titles";
import { byColumn, inPercent, ofThePatient } from "./frax-columns";
import { MAJOR, pairsIn } from "./frax-figures";
import { isAnotherDay, isDoneLater } from "./other-days";
import { evidenceOf, type Page } from "./page";
import { type Section, sectionOfRow } from "./sections";

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
/** Stands as the model of figures that the trabecular bone score has changed. */
const WITH_TBS = "adjusted for TBS";
/** "FRAX with TBS", "adjusted for TBS", "TBS-adjusted FRAX": figures that are no plain FRAX. */
const WITH_TEXTURE =
  /\bfrax\b(?:(?!\bwithout\b|\bno\b|\bnot\b|\d)[^.;]){0,30}\b(?:tbs|trabecular)|\b(?:adjust\w*|correct\w*) (?:for|by|with) (?:the )?(?:tbs|trabecular)|\b(?:tbs|trabecular bone score)[- ]?(?:adjusted|corrected|modified|based)?[- ]frax|\btbs[- ](?:adjusted|corrected)/;
const TEXTURE_BEHIND =
  /^\s*%?[\s,(]*(?:tbs[- ](?:adj|corr)|adjusted (?:for|by|with) (?:the )?(?:tbs|trab)|(?:with|incl\w*|after) (?:the )?(?:tbs|trab))/;
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

const MODEL =
  /\b((?:us|usa|united states|uk|united kingdom|canad\w*|austral\w*|germany|france|spain|italy|sweden|japan|china|india)\b ?(?:\(?(?:caucasian|white|black|hispanic|asian)\)?)?)/;
const MODEL_SPELT =
  /\b(US|USA|United States|UK|United Kingdom|Canad\w*|Austral\w*|Germany|France|Spain|Italy|Sweden|Japan|China|India)\b ?\(?(?:Caucasian|White|Black|Hispanic|Asian)?\)?/i;

/** "14 % with BMD / 18 % without BMD", "14 % (18 % without BMD)": of which figure it is said is not told. */
const BESIDE_ANOTHER =
  /\bwith bmd\b.*\b(?:without|w\/o) bmd|\b(?:without|w\/o) bmd\b.*\bwith bmd|\(\s*\d+(?:\.\d+)? ?%? (?:with|without|w\/o?) bmd/;

function withBmd(context: string): boolean | null {
  if (
    /(?:without|w\/o) (?:the )?(?:femoral neck )?bmd|no bmd|bmd (?:not|was not) (?:used|included|entered)|excluding bmd/.test(
      context,
    )
  )
    return false;
  return /(?:with|w\/) (?:the )?(?:femoral neck )?bmd|including bmd|bmd (?:included|used)|neck bmd ?=|using (?:femoral neck )?bmd/.test(
    context,
  )
    ? true
    : null;
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

function ofRegion(region: Region, page: Page): FraxResult[] {
  const heading = plain(region.headings.slice(-2).join(" "));
  if (isEarlierExam(region.headings.at(-1) ?? "") || (region.columns.length > 0 && areOfEarlierExam(region.says)))
    return [];
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
  const lines = told.map(({ ref }, i) => ({ ref, text: texts[i] ?? "" }));
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += plain(text).length + 1;
  }
  const whole = lines.map(({ text }) => plain(text)).join("\n");
  if (!ABOUT.test(whole) && !ABOUT.test(heading)) return [];
  const flat = whole.replace(/\n/g, " ");
  if (new Set([...flat.matchAll(POPULATION)].map(([, name]) => name?.replace("caucasian", "white"))).size > 1)
    return [];
  if (NOT_DONE.test(flat) || (OTHER_TOOL.test(heading) && !/\bfrax\b/.test(heading))) return [];

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
      .match(/\bfrax(?: ?plus\b|\+|\b)|\bq-?fracture\b|\bgarvan\b|\bcaroc\b/g)
      ?.at(-1);
    if (tool !== undefined && tool !== "frax") return [];
    // beside the plain figures those that the bone's texture has changed are others; alone they are marked
    const said = flat.slice(lastEnd, to);
    const changed = WITH_TEXTURE.test(said) || WITH_TEXTURE.test(heading) || TEXTURE_BEHIND.test(behind);
    if (found.length > 1 && (changed || /\btbs\b|\btrabecular\b/.test(said))) return [];
    // "In 2019 DXA showed … and FRAX 11/1.8"
    const sentence =
      flat
        .slice(lastEnd, from)
        .split(/[.;]\s/)
        .at(-1) ?? "";
    if (/\b(?:in|from|since) (?:19|20)\d\d\b/.test(sentence.replace(/\bfrax (?:in|from) \d{4}/, ""))) return [];
    // "16% and 3.4% at diagnosis in 2015"
    const [later, year] = /^[\s%,)]*(?:[a-z]+ ){0,2}(?:at diagnosis|in ((?:19|20)\d\d))\b/.exec(behind) ?? [];
    if (later !== undefined && (year === undefined || Number(year) < page.seenYear)) return [];
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
        withBmd: BESIDE_ANOTHER.test(said) ? null : withBmd(near),
        model: changed ? WITH_TBS : model,
        country: model === null ? null : countryOf(model),
        glucocorticoidsTicked: ticked(`${context} ${behind}`),
        glucocorticoidAdjusted: adjusted(`${context} ${behind}`),
        date:
          yearOf(near, behind, [at?.text ?? "", region.headings.at(-1) ?? ""]) ??
          ownDate(at?.text ?? "", page) ??
          dateNear(
            lines.map(({ text }) => text),
            region,
            page,
          ),
        evidence: evidenceOf(page, at?.ref ?? region.ref, at?.text ?? ""),
      },
    ];
  });
  // figures that differ, for two populations or with no word of which is which
  const of = ({ date, withBmd: with_ }: FraxResult) => `${date} ${with_}`;
  const differ = (a: number | null, b: number | null) => a !== null && b !== null && a !== b;
  return results.filter(
    (one) =>
      !results.some((other) => of(other) === of(one) && (differ(one.mof, other.mof) || differ(one.hip, other.hip))),
  );
}

/** Whether the printed figures already carry the dose of the steroid; null when the report does not say. */
function adjusted(text: string): boolean | null {
  if (
    /\b(?:not|un|without|before|no)[ -]?(?:been |yet )?(?:adjust\w*|correct\w*)[^.;]{0,40}(?:glucocorticoid|steroid|dose)|(?:dose|glucocorticoid|steroid)[^.;]{0,20}\bnot (?:adjusted|considered|included)/.test(
      text,
    )
  )
    return false;
  return /adjust\w* (?:figures? )?for (?:the |her |his |high |higher |dose |of |daily )*(?:glucocorticoid|steroid|gc\b|prednis)|(?:prednis\w+|gc)[- ](?:dose[- ])?adjusted (?:frax|figures|risk)|(?:glucocorticoid|steroid)[- ](?:dose[- ])?adjusted/.test(
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

function countryOf(model: string): string | null {
  const name = foldText(model).match(MODEL)?.[1] ?? "";
  if (/^us|united states/.test(name)) return "US";
  if (/^uk|united kingdom/.test(name)) return "UK";
  return name.split(" ")[0] || null;
}

/** "FRAX (2021)", "MOF 14 %, hip 2.8 % (2021)", a year at the head of the row or the column. */
function yearOf(near: string, behind: string, titles: readonly string[]): PartialDate | null {
  const said =
    /\bfrax\s*(?:\(|in |of |from )?((?:19|20)\d\d)\b/.exec(near) ?? /^\s*%?\s*\(((?:19|20)\d\d)\)/.exec(behind);
  const over = titles.flatMap((title) => /^((?:19|20)\d\d)(?![-/.]?\d)/.exec(title)?.[1] ?? []);
  return said?.[1] ?? over[0] ?? null;
}

/** The day in the line of the figures themselves, as in a table of results. */
function ownDate(line: string, page: Page): PartialDate | null {
  const [first, another] = isDoneLater(line) || isAnotherDay(line) ? [] : findDates(line, page.locale, page.seenYear);
  return another === undefined ? (first?.date ?? null) : null;
}

/** The date of the examination the figures belong to: one called so, or the only one around. */
function dateNear(lines: readonly string[], region: Region, page: Page): PartialDate | null {
  const around = [...lines, ...region.says, ...region.headings].filter((line) => !isAnotherDay(line));
  const found = around.flatMap((line) => findDates(line, page.locale, page.seenYear).map(({ date }) => date));
  // "3/2019" in the lines around is of something else
  const dates = new Set(found.filter((date) => date.length === 10));
  const added = around.every((line) => isDoneLater(line) || findDates(line, page.locale, page.seenYear).length === 0);
  return dates.size === 1 && !added ? ([...dates][0] ?? null) : dates.size === 0 ? page.examDate : null;
}
