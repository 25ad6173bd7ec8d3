import { findDates } from "../../../terminology/dates";
import { brokenBone, fractureTrauma, isBreakOfAnotherKind, namesFracture } from "../../../terminology/fracture-sites";
import { cleanText, foldText, plainWords } from "../../../terminology/plain-text";
import { speaksOfFamily } from "../../../terminology/relatives";
import type { FrameSnapshot, Region, Row } from "../../snapshot";
import { headerOver } from "../columns";
import { answerIn, evidenceOf, type Page, sayingOf } from "../page";
import { type Section, sectionOf } from "../sections";
import type { ProblemFacts } from "./problems";

/** "Fractures", "Previous fractures", "Fracture history": a title over bones alone. */
const FRACTURES =
  /^(?:history of )?(?:(?:prior|previous|past|adult|fragility|osteoporotic|personal|known) )*fractures?(?: (?:history|hx|list))?$/;
/** A column that says when, and not when somebody looked at it. */
const WHEN = /^(?:year|date|when|onset|age|(?:date|year) of (?:fracture|injury|event)|(?:fracture|injury) date)?$/;
const WHOSE = /\brelat|\bwhose\b|\bmember\b/;
const NOT_SURE = /\b(?:no|not|den(?:y|ies|ied)|never|without|unknown|ruled? out|possible|suspected|probable)\b|\?\s*$/;
const OF_OTHERS: ReadonlySet<Section | null> = new Set<Section | null>(["family", "education", "plan"]);

function isFractureList({ headings }: Region, { group }: Row): boolean {
  const titles = [...headings, ...(group ?? "").split(" / ").filter(Boolean)];
  return FRACTURES.test(plainWords(titles.at(-1) ?? "")) && !titles.some((title) => OF_OTHERS.has(sectionOf(title)));
}

/** Lists of broken bones that do not say again that they broke: "Wrist 2018" under "Fractures". */
export function readFractureLists(
  { regions }: FrameSnapshot,
  page: Page,
): Pick<ProblemFacts, "fractures" | "fractureHistory"> {
  const facts: Pick<ProblemFacts, "fractures" | "fractureHistory"> = { fractures: [], fractureHistory: [] };
  for (const region of regions) {
    if (region.columns.some((header) => WHOSE.test(plainWords(header)))) continue;
    for (const row of region.rows) {
      const [cell, ...others] = row.cells.filter(({ text }) => brokenBone(text) !== null);
      const text = sayingOf(region, row);
      if (!cell || others.length > 0 || !isFractureList(region, row) || namesFracture(cell.text)) continue;
      if (speaksOfFamily(foldText(text)) || NOT_SURE.test(foldText(text)) || isBreakOfAnotherKind(text)) continue;
      const site = brokenBone(cell.text);
      const dates = row.cells.flatMap((one) =>
        one === cell || WHEN.test(plainWords(headerOver(one, region.columns)))
          ? [...findDates(one.text, page.locale, page.seenYear).map(({ date }) => date), ...yearsIn(one.text)]
          : [],
      );
      const [date = null, another] = new Set(dates);
      const said =
        row.cells.some((one) => one !== cell && answerIn(one.text) === "yes") || /:\s*yes\b/i.test(cell.text);
      if (site === null || another !== undefined || (date === null && !said)) continue;
      const evidence = evidenceOf(page, row.ref, text);
      const label = cleanText(cell.text);
      facts.fractureHistory.push({ value: "documented", date: null, evidence });
      facts.fractures.push({
        site,
        date,
        trauma: fractureTrauma(text),
        onTherapy: null,
        onHarmDrug: null,
        label,
        evidence,
      });
    }
  }
  return facts;
}

const yearsIn = (text: string): string[] => text.match(/(?<![\d/.-])(?:19|20)\d\d(?![\d/.-]*\d)/g) ?? [];
