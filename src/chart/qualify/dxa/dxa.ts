import { isSpan, sitesIn } from "../../../terminology/bmd-sites";
import { onlyDate } from "../../../terminology/dates";
import { cleanText, foldText } from "../../../terminology/plain-text";
import { speaksOfFamily } from "../../../terminology/relatives";
import type { BmdResult, BmdSite } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { FrameSnapshot, Region, Row } from "../../snapshot";
import { areOfEarlierExam, isEarlierExam, ofThisExam } from "../exam-titles";
import { isAnotherDay } from "../other-days";
import { evidenceOf, type Page } from "../page";
import { sectionOfRow } from "../sections";
import { bmdLabel, boneIn, type Label, plainScores } from "./bmd-label";
import { byRegion } from "./cross-table";
import { measuredPart, withoutDates } from "./current";
import { DENSITY, OTHER_MEASURE, OTHER_METHOD, PATIENT_SAYS } from "./no-result";
import { unpaired } from "./paired-columns";
import type { PrintedBmd } from "./printed-bmd";
import { examDate, makerIn, makerOf } from "./report";
import { readDxaText } from "./text";

const RELATED =
  /t ?[- ]?score|z ?[- ]?score|\b[tz]-?w(?:ert|aarde)|\bbmd\b|bone mineral density|standard deviation|\bt ?[=:]? ?-\d\.\d|\bt ?\/ ?z\b/;
const NOT_THE_PATIENTS: ReadonlySet<string | null> = new Set(["education", "family", "plan", "medications"]);

/** A vertebra of the chest has a height, and no T-score; half a neck is no neck. */
const isMeasured = (site: BmdSite): boolean => !/^(?:T\d|PART$)/.test(site);

/** A score outside -7…+6 is no score (CLINICAL.md IN-RANGE); a density outside 0…3 g/cm² is none either. */
function plausible(printed: PrintedBmd): PrintedBmd | null {
  const score = (value: number | null) => (value !== null && value >= -7 && value <= 6 ? value : null);
  const bmd = printed.bmd !== null && printed.bmd > 0.1 && printed.bmd < 3 ? printed.bmd : null;
  const result = { ...printed, t: score(printed.t), z: score(printed.z), bmd };
  return result.t === null && result.z === null && result.bmd === null ? null : result;
}

function sideIn(words: string): PrintedBmd["side"] {
  const said = (["left", "right", "mean"] as const).filter((side) => new RegExp(`\\b${side}\\b`).test(words));
  return said.length === 1 ? (said[0] ?? null) : null;
}

function result(
  printed: PrintedBmd,
  date: PartialDate | null,
  prior: boolean,
  maker: string | null,
  page: Page,
  ref: number,
  text: string,
): BmdResult | null {
  const known = isMeasured(printed.site) ? plausible(printed) : null;
  if (!known) return null;
  // The mean of both sides belongs to neither.
  return {
    ...known,
    side: known.side === "mean" ? null : known.side,
    maker,
    date: printed.date ?? date,
    prior,
    evidence: evidenceOf(page, ref, text),
  };
}

const number = (text: string): number | null => {
  const match = plainScores(cleanText(text)).match(
    /^([-+] ?)?(\d{1,2}(?:\.\d{1,3})?)(?: ?(?:g ?\/ ?cm2?|gm ?\/ ?cm2?|sd))?(?:\s*\*?\(?[a-z]*\)?)?$/,
  );
  if (!match) return null;
  if (match[1]?.endsWith(" ")) return null;
  return Number(match[2]) * (match[1]?.startsWith("-") ? -1 : 1);
};

/** Words of a row that name no part of the body: which side, which examination, how old. */
const NO_REGION =
  /\b(?:left|right|mean|current|previous|prior|baseline|exam(?:ination)?|scan|study|follow-?up|visit|age|years?|total|result|dxa|dexa)\b/g;

/** A table with columns for T-score, Z-score or density: one row a region, or one row an examination. */
function fromTable(region: Region, maker: string | null, page: Page): BmdResult[] {
  const labels: (Label | null)[] = region.columns.map((header) => (isAnotherDay(header) ? "other" : bmdLabel(header)));
  if (!labels.includes("t") && !labels.includes("z")) return [];
  const has = (words: RegExp) => region.columns.some((header) => words.test(header));
  // the scores beside a texture alone are the texture's
  if (has(OTHER_METHOD) || (has(/\btbs\b/i) && !labels.includes("bmd"))) return [];
  const said = [...region.headings, ...region.says, ...region.columns].join("\n");
  const inHeader = new Set(region.columns.flatMap((header) => sitesIn(plainScores(header)).map(({ site }) => site)));
  const inHeading = new Set(
    region.headings.slice(-2).flatMap((heading) => sitesIn(plainScores(heading)).map(({ site }) => site)),
  );
  const date = examDate(region, [], page);
  const over = [...region.headings].reverse().find((heading) => boneIn(heading) !== null) ?? "";
  let bone = boneIn(over);
  const rows = region.rows.flatMap((row) => {
    const at = (label: Label) => row.cells.filter(({ column }) => labels[column] === label);
    const others = row.cells.filter(
      ({ column }) =>
        labels[column] !== "t" && labels[column] !== "z" && labels[column] !== "bmd" && labels[column] !== "other",
    );
    const words = measuredPart(plainScores([row.group ?? "", ...others.map(({ text }) => text)].join("  ")));
    if (/\bdiff(?:erence)?\b|\blowest\b|\bchange\b/.test(words) || speaksOfFamily(words) || OTHER_METHOD.test(words))
      return [];
    const sites = sitesIn(words, bone);
    bone = boneIn(words) ?? bone;
    // "Troch" under "Left hip" is a region of its own, by a name we do not know
    const unnamed = !/\p{L}{3}/u.test(withoutDates(words, page).replace(NO_REGION, " "));
    const above = inHeader.size === 1 ? [...inHeader][0] : inHeading.size === 1 ? [...inHeading][0] : undefined;
    const named = sites.at(-1)?.site ?? (unnamed ? above : undefined);
    if (named === undefined) return [];
    const site: BmdSite = named;
    const side = sideIn(words) ?? (boneIn(over) === "femur" && bone === "femur" ? sideIn(plainScores(over)) : null);
    const value = (label: Label) => {
      const found = at(label)
        .map(({ text }) => number(text))
        .filter((one) => one !== null);
      return found.length === 1 ? (found[0] ?? null) : null;
    };
    // a column with a name that is none of a date ("Modified") does not date the examination
    const undated = others.filter(({ column }) => (region.columns[column] ?? "") === "" || labels[column] === "region");
    const dates = [...at("date"), ...undated].flatMap(({ text }) => onlyDate(text, page.locale, page.seenYear) ?? []);
    const printed: PrintedBmd = { site, side, t: value("t"), z: value("z"), bmd: value("bmd"), date: dates[0] ?? null };
    const text = row.cells
      .map((cell) => cleanText(cell.text))
      .filter(Boolean)
      .join(" ");
    return [{ printed, ref: row.ref, text, earlier: /\b(?:prior|previous)\b/.test(words) }];
  });
  return rows.flatMap(({ printed, ref, text, earlier }) => {
    const same = rows.filter((other) => other.printed.site === printed.site && other.printed.side === printed.side);
    const newest = same.reduce(
      (latest, { printed: { date: its } }) => ((its ?? "") > latest ? (its ?? "") : latest),
      "",
    );
    // Several undated rows for one region: which is the current one is not said.
    if (same.length > 1 && printed.date === null && same.some((other) => other.printed.t !== printed.t)) return [];
    const prior = earlier || (printed.date !== null && newest > printed.date);
    return result(printed, date, prior, makerIn(said) ?? maker, page, ref, text) ?? [];
  });
}

/** More scores in a row than it has names for: which is the current one is not said. */
const isAmbiguous = (texts: readonly string[]): boolean => {
  const named = foldText(texts.join(" ")).match(/\b[tz] ?[- ]?scores?\b/g)?.length ?? 0;
  return named > 0 && texts.filter((text) => number(text) !== null && !/\.\d{3}/.test(text)).length > named;
};

/** Lines of a region as text: titles, a label and its value joined, prose as it stands. */
function linesOf(region: Region): { ref: number; text: string }[] {
  let over: string | null = null;
  return region.rows.flatMap((row) => {
    const cells = row.cells.map(({ text }) => text).filter((text) => text.trim() !== "");
    const title = region.shape === "prose" && row.group !== over ? row.group : null;
    over = row.group;
    return [
      ...(title === null ? [] : [{ ref: row.ref, text: title }]),
      ...(isAmbiguous(cells) ? [] : [{ ref: row.ref, text: cells.join("  ") }]),
    ];
  });
}

/** Every bone density result of a frame; orders, legends, thresholds and percentages of a peak are none. */
export function readDxa(snapshot: FrameSnapshot, page: Page): BmdResult[] {
  const maker = makerOf(snapshot);
  const results = snapshot.regions.flatMap((region) => spineNamed(fromRegion(region, maker, page), region));
  // two scores without a day, as in notes of different days: which is of today is not told
  const undated = results.filter(({ date, prior }) => date === null && !prior);
  const isContradicted = (one: BmdResult) =>
    undated.includes(one) &&
    undated.some(
      ({ site, side, t }) => site === one.site && side === one.side && t !== null && one.t !== null && t !== one.t,
    );
  return results.filter((one) => !isContradicted(one));
}

/** Of several parts of the spine only all four vertebrae are the spine; a part alone stands for it. */
function spineNamed(results: readonly BmdResult[], region: Region): BmdResult[] {
  const spines = new Set(results.flatMap(({ site }) => (site === "LS" || isSpan(site) ? site : [])));
  // "L1-L2" above a total without a name is a part of it
  const total = region.rows.some(({ cells }) => /^total\b(?! hip)/i.test(cells[0]?.text.trim() ?? ""));
  if (spines.size === 1 && total && !spines.has("LS")) return [...results];
  if (spines.size === 1) return results.map((one) => (isSpan(one.site) ? { ...one, site: "LS" } : one));
  const words = [...region.says, ...region.headings, ...linesOf(region).map(({ text }) => text)].join(" ");
  // "L4 excluded": which part the report means by its spine is not said
  return spines.size > 1 && /\bexclu/i.test(words)
    ? results.map((one) => (one.site === "LS" ? { ...one, site: "L1-L4" } : one))
    : [...results];
}

/** Whether what stands under these titles is bone density of the patient. */
function isOurs(region: Region, row: Row): boolean {
  const titles = [...region.headings, row.group ?? ""];
  const other = titles.some(
    (title) =>
      PATIENT_SAYS.test(title) || OTHER_METHOD.test(title) || (OTHER_MEASURE.test(title) && !DENSITY.test(title)),
  );
  return (
    !other &&
    ![region.headings.at(-1) ?? "", row.group ?? ""].some(isEarlierExam) &&
    !NOT_THE_PATIENTS.has(sectionOfRow(region, row))
  );
}

function fromRegion(whole: Region, maker: string | null, page: Page): BmdResult[] {
  const region = unpaired({ ...whole, rows: whole.rows.filter((row) => isOurs(whole, row)) });
  const table = byRegion(region, page);
  if (region.columns.length > 0 && areOfEarlierExam(region.says)) return [];
  const fromColumns = fromTable(table, maker, page);
  if (fromColumns.length > 0 || table !== region) return fromColumns;
  const lines = ofThisExam(linesOf(region));
  if (!lines.some(({ text }) => RELATED.test(foldText(text)))) return [];
  const texts = lines.map(({ text }) => text);
  const dated = pipedTable(region, texts, maker, page);
  if (dated.length > 0) return dated;
  const date = examDate(region, texts, page);
  const scanner = makerIn([...region.headings, ...texts].join("\n")) ?? maker;
  return readDxaText(texts, page).flatMap((printed) => {
    const value = printed.t ?? printed.z ?? printed.bmd;
    const at = lines.find(({ text }) => plainScores(text).includes(String(value))) ?? lines[0];
    return result(printed, date, false, scanner, page, at?.ref ?? region.ref, at?.text ?? "") ?? [];
  });
}

/** A table typed with bars in preformatted text is a table. */
function pipedTable(region: Region, texts: readonly string[], maker: string | null, page: Page): BmdResult[] {
  const split = (text: string) => text.split("|").map((part) => part.trim());
  const start = texts.findIndex(
    (text) => split(text).length >= 3 && split(text).some((part) => bmdLabel(part) === "t"),
  );
  const columns = split(texts[start] ?? "");
  const rows = texts.slice(start + 1).filter((text) => split(text).length === columns.length);
  if (start < 0 || rows.length === 0) return [];
  const cells = (text: string) =>
    split(text).map((part, column) => ({ ref: region.ref, column, span: 1, text: part, header: false, hints: "" }));
  return fromTable(
    {
      ...region,
      shape: "table",
      columns,
      rows: rows.map((text) => ({
        ref: region.rows.find(({ cells: [cell] }) => cell?.text === text)?.ref ?? region.ref,
        group: null,
        cells: cells(text),
        hints: "",
      })),
    },
    maker,
    page,
  );
}
