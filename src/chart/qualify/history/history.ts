import { readConditions } from "../../../terminology/conditions";
import { findDates } from "../../../terminology/dates";
import { numberWord } from "../../../terminology/numbers";
import { foldText } from "../../../terminology/plain-text";
import { RELATIVES } from "../../../terminology/relatives";
import type { Menopause } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { FrameFacts, Statement } from "../../frame-facts";
import type { FrameSnapshot } from "../../snapshot";
import { headerOver } from "../columns";
import { answerIn, evidenceOf, type Page, sayingOf } from "../page";
import { type Section, sectionOfRow } from "../sections";

type History = Pick<
  FrameFacts,
  | "smoking"
  | "alcoholDrinksPerDay"
  | "menopause"
  | "parentHipFracture"
  | "fallsLastYear"
  | "heightLossCm"
  | "lastDentalExam"
>;

const SMOKE = "(?:smok|tobacco|cigar)";
const SMOKING_SENTENCE = {
  never: new RegExp(
    `\\bnever(?:[ -][a-z]+){0,2}[ -]${SMOKE}|\\bnon-?smoker\\b|\\blifelong non-?smok|\\bdoes not (?:smoke|use tobacco)|\\bnichtraucher|\\bnon[- ]fumeu`,
  ),
  former: new RegExp(
    `\\bformer(?: [a-z-]+){0,2} ${SMOKE}|\\bex-?smoker|(?<!\\b(?:to|not) )\\bquit ${SMOKE}|\\bpast smoker|\\bstopped smoking|\\bprevious(?:ly)? smok|\\bexraucher|\\bancien fumeu`,
  ),
  current: new RegExp(
    `\\bcurrent(?:ly)?(?: [a-z-]+){0,3} ${SMOKE}\\w*\\b(?! (?:status|use|history)\\b)|\\b(?:every ?day|some ?days?|heavy|light|active)(?: tobacco)? smoker|\\bsmokes\\b|\\bsmok\\w*[^.;]{0,20}\\b(?:packs? per day|ppd)\\b|\\braucher\\b`,
  ),
};
const SMOKING_ANSWER = {
  never: new RegExp(`${SMOKING_SENTENCE.never.source}|\\bnever\\b`),
  former: new RegExp(`${SMOKING_SENTENCE.former.source}|\\bformer\\b|(?<!\\b(?:to|not) )\\bquit\\b(?! ?line)`),
  current: new RegExp(
    `${SMOKING_SENTENCE.current.source}|\\bcurrent(?:ly)?\\b|\\bevery ?day\\b|\\bsome ?days?\\b|\\bpacks? per day|\\bppd\\b`,
  ),
};

/** Words of somebody else's habit. */
const OTHERS = new RegExp(`\\b(?:${RELATIVES}|room-?mate|lives with|household|exposure|exposed|passive)\\b`);

/** "Never smoker", "Former smoker", "Current every day smoker" (the US core smoking status terms) and their kin. */
function smokingIn(text: string, labelled: boolean): "current" | "former" | "never" | null {
  if (!labelled && !/smok|tobacco|cigar/.test(text)) return null;
  if (/\b(?:marijuana|cannabis|weed|second ?-?hand)\b/.test(text) && !/tobacco|cigar/.test(text)) return null;
  // "Current smoking: No" denies what it asks, and does not say whether there was any
  if (
    /\b(?:current(?:ly)?|former|ex|ever)\b[^.;,]{0,30}(?:[\s:?|=–—-]+(?:no?|denie[sd]|false)\b|☐)|\bno (?:current|former)|smoking \(current\)\W+no?\b|\bden(?:ies|ied|ying)\b[^.;]{0,20}\bcurrent|\bnever smoked (?:more|over|>)|\bnot be verified|\bunverified|\bquit ?\?|\bnever (?:consider|want|tri|attempt|plan|discuss|stop|quit)\w*|\bcurrent\b[^.;]{0,20}\b0 (?:packs?|ppd|cig)/.test(
      text,
    )
  )
    return null;
  // somebody else's, or denied
  if (OTHERS.test(text) || /\bnot (?:a |currently )/.test(text)) return null;
  if (
    /\b(?:smokeless|chew\w*|snuff|vap\w+|e-?cig\w*)\b/.test(text) &&
    !/\bsmok(?:er|es|ing)\b|(?<!e-)\bcigarettes?\b/.test(text)
  )
    return null;
  if (
    /\bunknown\b|\b(?:not|never) (?:asked|assessed|recorded|documented)\b|\brestarted\b|\bresumed\b|\brelapsed\b|\bcounsel|\bcessation\b/.test(
      text,
    )
  )
    return null;
  // "Smoking: current" says it in one word; in a sentence the word must belong to the smoking
  const says = labelled ? SMOKING_ANSWER : SMOKING_SENTENCE;
  const never = says.never.test(text);
  const former = says.former.test(text);
  const current = says.current.test(text) && !former && !never;
  const said = [never ? "never" : null, former ? "former" : null, current ? "current" : null].filter(
    (one) => one !== null,
  );
  return said.length === 1 ? (said[0] as "current" | "former" | "never") : null;
}

function alcoholIn(text: string): number | null {
  if (!/alcohol|drinks?\b|drinker|etoh|beer|wine/.test(text)) return null;
  if (/\b(?:caffein\w*|coffee|tea|soda|fluids?|water|juice|energy)\b/.test(text) && !/alcohol|etoh/.test(text))
    return null;
  if (
    /\b(?:denies (?:alcohol|etoh)|no alcohol|does not drink|non-?drinker|alcohol(?: use)?\s*[:-]?\s*(?:none|never|no\b(?! (?:more|change|concern|record|info|data|answer))|denies))/.test(
      text,
    )
  )
    return 0;
  const match = text.match(
    /(?<![\d.-])(\d+(?:\.\d+)?|one|two|three|four|five|six)\s*(?:standard )?(?:drinks?|beers?|glass(?:es)?(?: of wine)?|units?)\s*(?:\/|per|a|each|every)?\s*(day|daily|night|week|weekly)/,
  );
  if (!match || OTHERS.test(text) || /\d\s*(?:-|to)\s*\d/.test(text)) return null;
  // what was, what is advised, what is only a bound
  if (
    /\b(?:until|previous\w*|quit|former\w*|used to|stopped|recommend\w*|advis\w*|limit|goal|less than|no more than|at most|up to|max\w*|under|weekends?|days? (?:a|per|each) week|in the \d{2,4}s|occasion\w*|was|were|sober|audit\W?c?|not currently|no more|advised)\b|[<>≤≥]/.test(
      text,
    )
  )
    return null;
  const count = numberWord(match[1] ?? "") ?? Number(match[1]);
  return /week/.test(match[2] ?? "") ? count / 7 : count;
}

/** "Not currently" beside a count: what was drunk once. */
const NO_LONGER = /\b(?:not currently|never|former|quit|stopped|spouse)\b/i;

/** "7 (1 standard drink = 0.6 oz pure alcohol)" under "Standard Drinks/Week". */
function alcoholUnder(header: string, text: string): number | null {
  const per = /^(?:standard )?drinks? ?(?:\/|per|a|each) ?(week|day)$/.exec(foldText(header))?.[1];
  const count = /^(\d+(?:\.\d+)?)(?: ?\(1 [^()]*\))?$/.exec(foldText(text))?.[1];
  return per === undefined || count === undefined ? null : Number(count) / (per === "week" ? 7 : 1);
}

/** "Age at menopause: 51", "Menopause at age 51": it was. */
const AGE_AT_MENOPAUSE =
  /\b(?:age (?:at|of) (?:natural |surgical |last )?menopause|menopaus(?:e|al) (?:at )?age)\W{0,3}(?:[2-5]\d|6[0-5])(?![\d.,/-]*\d)(?!\s*(?:-|–|to)\s*\d)/;

function menopauseIn(text: string): Menopause | null {
  if (/screening|\bno\b|\bnot\b|\bif\b|\bin (?:post|pre)-?menopausal women|women/.test(text)) return null;
  const age = AGE_AT_MENOPAUSE.exec(text);
  if (age && !OTHERS.test(text) && !/average|mean|typical|expected|usual|normal|screen/.test(text)) return "post";
  const said = [
    /\bpost-?\s?menopaus/.test(text) ? "post" : null,
    /\bperi-?\s?menopaus/.test(text) ? "peri" : null,
    /\bpre-?\s?menopausal/.test(text) ? "pre" : null,
  ].filter((one) => one !== null);
  return said.length === 1 ? (said[0] as Menopause) : null;
}

function fallsIn(text: string): number | null {
  if (
    /\b(?:no|denies|zero)\s+(?:recent )?falls?\b.{0,30}\b(?:year|12 months)|\bfalls?\b.{0,25}\b(?:last|past) (?:year|12 months)\s*[:-]?\s*(?:none|no\b|0\b)/.test(
      text,
    )
  )
    return 0;
  const match = text.match(
    /(?<![\d-])(\d{1,2}|one|two|three|four|five)\s+falls?\b.{0,20}\b(?:last|past|previous|prior)\s+(?:year|12 months|twelve months)|\bfalls?\b.{0,25}\b(?:last|past) (?:year|12 months)\s*[:-]\s*(\d{1,2})\b/,
  );
  const word = match?.[1] ?? match?.[2];
  return word === undefined ? null : (numberWord(word) ?? Number(word));
}

function heightLossIn(text: string): number | null {
  const match = text.match(
    /(?:height loss(?: of)?|lost|loss of)\s*[:=]?\s*(\d+(?:\.\d+)?)\s*(cm|in\b|inch(?:es)?|")(?!.{0,20}weight)/,
  );
  if (!match || !/height|taller|shorter/.test(text)) return null;
  return Number(match[1]) * (match[2] === "cm" ? 1 : 2.54);
}

function dentalIn(text: string, section: Section | null, page: Page): PartialDate | "none" | null {
  if (!/\bdental|\bdentist/.test(text) && section !== "dental") return null;
  if (
    /\b(?:no|never had(?: a)?)\s+(?:dental|dentist)\s*(?:exam\w*|visit|check\w*|record)?|(?:dental|dentist)\s*(?:exam\w*|visit|check\w*)?\s*[:-]?\s*(?:none|never|not on file|not documented)|\bno (?:exam|visit|record)s? on file|none on file/.test(
      text,
    )
  )
    return "none";
  if (
    !/exam|visit|check|cleaning|seen|last|evaluation|clearance/.test(text) ||
    /\b(?:next|due|scheduled|appointment|refer|no.?show|cancel|request|await|pending|ordered|missed|letter|form|sent|insurance|not yet|did ?n.t|did not|not attend|dnka|postpon|remind\w*|overdue|declin|refus|ago\b|pain|note dated|not (?:done|performed|applicable)|addressed|exclu\w+|exempt|deferred|snoozed|discontinued|aged out|satisfied by)/.test(
      text,
    ) ||
    OTHERS.test(text)
  )
    return null;
  const dates = findDates(text, page.locale, page.seenYear)
    .map(({ date }) => date)
    .filter((date) => date <= page.seenAt.slice(0, 10));
  return dates.length === 1 ? (dates[0] ?? null) : null;
}

const IGNORED: ReadonlySet<Section | null> = new Set<Section | null>([
  "education",
  "plan",
  "medications",
  "labs",
  "allergies",
  "immunizations",
]);

/** Single statements of social, family, gynaecological, fall and dental history. */
export function readHistory(snapshot: FrameSnapshot, page: Page): History {
  const history: History = {
    smoking: [],
    alcoholDrinksPerDay: [],
    menopause: [],
    parentHipFracture: [],
    fallsLastYear: [],
    heightLossCm: [],
    lastDentalExam: [],
  };
  for (const region of snapshot.regions) {
    for (const row of region.rows) {
      const section = sectionOfRow(region, row);
      if (IGNORED.has(section)) continue;
      // what is due is no history
      const past = row.cells.filter(
        (cell) => !/\b(?:next|due|scheduled|goal|target|recommended)\b/i.test(headerOver(cell, region.columns)),
      );
      const shown = sayingOf(region, { ...row, cells: past });
      const evidence = evidenceOf(page, row.ref, shown);
      if (section !== "family")
        for (const cell of !NO_LONGER.test(shown) &&
        region.columns.some((name) => /alcohol|etoh|standard drink/i.test(name))
          ? past
          : []) {
          const value = alcoholUnder(headerOver(cell, region.columns), cell.text);
          if (value !== null) history.alcoholDrinksPerDay.push({ value, date: null, evidence });
        }
      for (const part of shown.split(/(?<=[a-z]|(?<!\d)\d{4})[.;]\s|\s\|\s/)) {
        const text = foldText(part);
        const state = <T>(list: Statement<T>[], value: T | null) => {
          if (value !== null) list.push({ value, date: null, evidence });
        };
        if (section !== "family") {
          state(history.smoking, smokingIn(text, /^(?:cigarette )?(?:smok|tobacco)/.test(text)));
          state(history.alcoholDrinksPerDay, alcoholIn(text));
          state(history.menopause, menopauseIn(text));
          state(history.fallsLastYear, fallsIn(text));
          state(history.heightLossCm, heightLossIn(text));
          state(history.lastDentalExam, dentalIn(text, section, page));
        }
        // a question that was answered: "Parental hip fracture?: Yes"
        const asked = part.replace(/\?\s*(?=:\s*\S)/, "");
        const parent = readConditions(asked).find(({ condition }) => condition === "parent-hip-fracture");
        const answer = answerIn(part.split(/[:?]\s*/).at(-1) ?? "");
        if (parent && answer !== "unknown") state(history.parentHipFracture, !parent.negated && answer !== "no");
      }
    }
  }
  return history;
}
