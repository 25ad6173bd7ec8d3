import { readInstructions } from "../../../terminology/dose-instructions";
import { drugsIn } from "../../../terminology/drug-names";
import { hasClass } from "../../../terminology/drugs";
import { isSystemicGlucocorticoid, prednisoneEquivalentMg } from "../../../terminology/glucocorticoids";
import { cleanText, foldText, plainWords } from "../../../terminology/plain-text";
import { routeOf } from "../../../terminology/routes";
import { isShortCourse } from "../../../terminology/short-course";
import type { Medication, MedicationStatus, Route } from "../../chart";
import { joinOrders } from "../../join";
import type { FrameSnapshot, Region } from "../../snapshot";
import type { ReadRow } from "../columns";
import { namedRows } from "../named-rows";
import { evidenceOf, type Page } from "../page";
import { sectionOfRow } from "../sections";
import { MED_COLUMNS, MED_HEADER } from "./columns";
import { doseOf } from "./dose";
import { type Entry, entriesOf, productIn, SIG_START } from "./entry";
import { isToBeStopped } from "./intention";
import { orderKind } from "./mixed-orders";
import { isAboutADrug, isNotNow, isNotTheirs } from "./not-taken";
import { rowBehind, withoutOtherNames } from "./other-name";
import type { Said } from "./said";
import {
  headingStatus,
  hintedStatus,
  lastWordStatus,
  orderedStatus,
  saysNotFollowed,
  saysNotYet,
  spokenStatus,
  statusWord,
} from "./status";

/** Drugs whose labels know one way in (CLINICAL.md 4.1): a route that contradicts it is not believed. */
function possible(ingredient: string, route: Route | null): Route | null {
  if (route === null) return null;
  if (hasClass(ingredient, "denosumab", "romosozumab", "pth-analogue")) return route === "sc" ? route : null;
  return ingredient === "zoledronic acid" && route !== "iv" ? null : route;
}

/** Directions without what they say of the reason or of other things: "for nasal polyps", "; apply cream to face". */
const directionsOf = (text: string): string =>
  text.split(
    /\b(?:for|check|exam|after|while|uses?|separate\w*|visits?|monitor|access)\b|[;+]|\((?=nasal|eye|rectal|skin)|\bim (?=wechsel|winter|sommer|zyklus)/i,
  )[0] ?? "";

function medication(entry: Entry, said: Said, status: MedicationStatus, page: Page): Medication {
  const { ingredient } = entry.drug;
  const { mg: average, asNeeded } = doseOf(entry);
  // a course of some days goes on no longer than that: without its end its dose is none of today; what is over had it
  const endless = said.stop === null && status !== "stopped";
  const mg = endless && isShortCourse(`${entry.inline} ${entry.sig}`) ? null : average;
  const route = possible(
    ingredient,
    routeOf([entry.product, entry.routeText, `${directionsOf(entry.inline)} ${directionsOf(entry.sig)}`]),
  );
  // a dose of these lasts for months
  const isDepot = hasClass(ingredient, "denosumab") || ingredient === "zoledronic acid" || route === "iv";
  const systemic = isSystemicGlucocorticoid(ingredient, route) === true;
  return {
    ingredient,
    label: entry.label,
    rxnorm: said.rxnorm,
    status: status === "active" && said.lastTakenLongAgo && !isDepot ? "unknown" : status,
    route,
    // a patch is named by what it gives a day, and changed weekly
    dosePerDayMg: route === "transdermal" ? null : mg,
    prednisoneMgPerDay: systemic && mg !== null ? prednisoneEquivalentMg(ingredient, mg) : null,
    asNeeded: asNeeded || readInstructions(entry.rowText).asNeeded,
    replacement:
      /\b(?:adrenal (?:insufficiency|replacement)|addison|replacement (?:dose|therapy)|physiologic(?:al)? (?:dose|replacement))/.test(
        foldText(entry.rowText),
      )
        ? true
        : null,
    start: said.start,
    stop: said.stop,
    lastGiven: said.lastGiven,
    evidence: evidenceOf(page, entry.ref, entry.rowText),
  };
}

function statusOf(
  region: Region,
  part: string | null,
  { row }: ReadRow,
  said: Said,
  rowText: string,
  page: Page,
): MedicationStatus {
  const today = page.seenAt.slice(0, 10);
  const over = said.stop !== null && said.stop < today.slice(0, said.stop.length);
  const above = [part ?? "", ...(row.group ?? "").split(" / ").reverse(), ...[...region.headings].reverse()];
  const heading = above.map(headingStatus).find((status) => status !== null) ?? null;
  // whether what was meant for a day that is past was done is not told
  if (over && isToBeStopped(plainWords(rowText)) && spokenStatus(rowText) === null) return "unknown";
  const begun = said.start !== null && said.start < today.slice(0, said.start.length);
  const spokenOf = spokenStatus(rowText);
  // "replaces alendronate, stopped 2024": which of the drugs was stopped is not told
  const several = new Set(drugsIn(rowText).map(({ ingredient }) => ingredient)).size > 1;
  const words =
    ((spokenOf === "stopped" || spokenOf === "planned") && several ? "unknown" : spokenOf) ??
    (row.cells.length === 1 ? lastWordStatus(rowText) : null);
  // "starting 6/22/2015" was a plan once; an order of last week that is "not yet started" is one still
  const spoken = words === "planned" && begun && !saysNotYet(rowText) ? null : words;
  const hinted =
    hintedStatus(row.hints) ??
    row.cells.map(({ hints }) => hintedStatus(hints)).find((status) => status !== null) ??
    null;
  // a dose that was given is complete, and the drug goes on
  const given =
    region.headings.some((title) => /\badminist(?:ered|rations?)\b/i.test(title)) &&
    row.cells.some(({ text }) => /^\s*completed?\b/i.test(text));
  const own =
    (given ? "unknown" : said.status) ?? (spoken === "stopped" || spoken === "unknown" ? spoken : (hinted ?? spoken));
  if (own !== null) {
    // The entry says different things, or the list it stands in does: neither is believed.
    const denied = spoken === "stopped" || saysNotYet(rowText) || saysNotFollowed(rowText);
    const contradicts = own === "active" && (denied || (heading !== null && heading !== own));
    return contradicts || (own === "active" && over) ? "unknown" : own;
  }
  // a list of what is taken, and a day on which it ended, or a title of what is proposed: which holds is not told
  const offered = region.says.some((line) => OFFERED.test(plainWords(line)));
  if (heading !== null) return heading === "active" && (over || offered) ? "unknown" : heading;
  if (over && said.stop?.length === 10) return "stopped";
  return said.start !== null && said.start.length === 10 && said.start > today ? "planned" : "unknown";
}

/** A row that only holds the directions of the entry in the row above it. */
function continues(read: ReadRow): string | null {
  const texts = read.row.cells.map(({ text }) => cleanText(text)).filter(Boolean);
  const [text] = texts;
  if (texts.length !== 1 || text === undefined || drugsIn(text).length > 0) return null;
  return SIG_START.test(text) ||
    /\b(?:sig|direction|instruction)/.test(`${read.row.hints} ${read.row.cells.map(({ hints }) => hints).join(" ")}`)
    ? text
    : null;
}

/** A row that is a sub-heading of the list: "Expired" alone in its row. */
function partHeading({ row }: ReadRow): string | null {
  const [text, another] = row.cells.map((cell) => cleanText(cell.text)).filter(Boolean);
  if (
    text === undefined ||
    another !== undefined ||
    text.length > 60 ||
    /[.:;]\s|\.$|\d{3}|\d ?m?c?g\b/.test(text) ||
    drugsIn(text).length > 0 ||
    SIG_START.test(text)
  )
    return null;
  return headingStatus(text) === null ? null : text;
}

function isMedicationList(region: Region, read: ReadRow): boolean {
  const section = sectionOfRow(region, read.row);
  const order = orderKind(read);
  if (order === "other") return false;
  if (section === "medications" || (order === "drug" && (section === null || section === "procedures"))) return true;
  if (section !== null && section !== "notes" && section !== "labs") return false;
  return region.shape !== "prose" && read.columns.some((header) => MED_HEADER.test(plainWords(header)));
}

/** A title over drugs that somebody proposes. */
const OFFERED = /^(?:medication|drug|therapy|treatment)s? (?:recommendation|suggestion|alternative|option)s?$/;

/** A status alone on its line; "Active medications" is a heading. */
function statusLine({ row }: ReadRow): string | null {
  const [text = "", another] = row.cells.map((cell) => cleanText(cell.text)).filter(Boolean);
  return another === undefined && statusWord(text) !== null && !/\s/.test(text) ? text : null;
}

/**
 * In running text a status alone on its line may stand over the drugs below it or end the drug above it. It ends the
 * one above where each drug has one behind it; where the lines do not tell, none of them is believed.
 */
function statusLines(reads: readonly ReadRow[], page: Page): "above" | "behind" | "unclear" {
  const marks = reads
    .map((read) => (statusLine(read) !== null ? "s" : entriesOf(read, page).entries.length > 0 ? "d" : ""))
    .join("");
  if (/^(?:ds)+$/.test(marks)) return "behind";
  return /^d.*s$/.test(marks) ? "unclear" : "above";
}

/**
 * "STOP taking these medications" in a line above the list. What stands nearest before a region comes first in what it
 * says; where two regions begin alike, one has no line of its own and shows that of the other.
 */
function lineAbove({ says: [line] }: Region, { regions }: FrameSnapshot): string | null {
  if (line === undefined || orderedStatus(line) === null) return null;
  return regions.filter(({ says: [first] }) => first === line).length === 1 ? line : null;
}

/** Every drug that the medication lists of a frame name, with what they say about it. */
export function readMedications(snapshot: FrameSnapshot, page: Page): Medication[] {
  const lists = snapshot.regions.map((region) => {
    const reads = namedRows(region, MED_COLUMNS, (text) => (productIn(text)?.index ?? 99) < 4, {
      name: "Medication",
      value: "Directions",
      valueRole: "sig",
    });
    const listed = reads.filter((read) => isMedicationList(region, read));
    const stand = region.shape === "prose" ? statusLines(listed, page) : "above";
    const whole = region.rows.length >= region.rowCount;
    let part: string | null = null;
    return reads.flatMap((read, i) => {
      part = stand === "above" ? (partHeading(read) ?? part ?? lineAbove(region, snapshot)) : null;
      if (!isMedicationList(region, read)) return [];
      const { entries, said, rowText, spoken } = entriesOf(read, page);
      if ((region.shape === "prose" && isAboutADrug(rowText)) || isNotTheirs(rowText)) return [];
      if (stand === "behind" && entries.length > 0)
        part =
          reads
            .slice(i)
            .map(statusLine)
            .find((text) => text !== null) ?? null;
      const next = rowBehind(reads, i);
      const directions = whole && next && entries.length === 1 ? continues(next) : null;
      return entries.map((entry) => {
        const full =
          directions === null
            ? entry
            : { ...entry, sig: `${entry.sig} ${directions}`.trim(), rowText: `${entry.rowText} ${directions}` };
        const status =
          isNotNow(entry.nameText) && spokenStatus(spoken) === null
            ? "unknown"
            : stand === "unclear"
              ? (spokenStatus(spoken) ?? "unknown")
              : statusOf(region, part, read, said, `${spoken} ${directions ?? ""}`, page);
        return medication(full, said, status, page);
      });
    });
  });
  return joinOrders(withoutOtherNames(lists));
}
