import { CONDITIONS, type Condition } from "./conditions-table";

export * from "./conditions-table";

/** What one problem entry says about one condition. */
export interface ConditionRead {
  condition: string;
  /** "no", "denies", "ruled out": the entry says the patient does not have it. */
  negated: boolean;
  /** "history of", "prior", "resolved": it was, and the entry does not say that it still is. */
  history: boolean;
}

const pattern = (phrase: string | RegExp): RegExp =>
  typeof phrase === "string"
    ? new RegExp(`(?<![a-z])${phrase.replace(/[^a-z0-9]+/gi, "[^a-z0-9]+")}(?![a-z])`, "i")
    : phrase;

const MATCHERS: readonly { condition: Condition; patterns: RegExp[] }[] = CONDITIONS.map((condition) => ({
  condition,
  patterns: condition.phrases.map(pattern),
}));

const NEGATED_BEFORE =
  /\b(no|not|denies|denied|without|negative for|absence of|never had|free of|rule[sd]? out|r\/o|excluded)\b(?![^.;]*\bbut\b)[^.;,]*$/i;
/** A denial before a comma may go on: "no history of stroke, MI or kidney stones", or be over: "denies pain, osteoporosis treated". */
const DENIED_LIST =
  /\b(?:no (?:known |prior |previous |personal |past )?(?:history of|hx of)|negative for|never had|denies|denied)\b:?(?![^.;]*\b(?:but|has|had|have|with|is|was|takes?|positive|except)\b)[^.;:]*$/i;
const NEGATED_AFTER =
  /^\s*(?:\(-\)|:\s*(?:neg\b|0\s*$))|^[^.;,]{0,20}\b(ruled[- ]out|excluded(?! from)|patient denies|denied|not present|absent|negative|unlikely|: ?no\b)|^, (?:was )?(?:ruled out|excluded(?! from))/i;
const UNCERTAIN =
  /\b(possible|probable|suspected|suspicion of|concern(ed)? for|screen(ing|ed)? for|evaluat(e|ion) for|work-?up for|differential|query|unlikely|fear of|afraid of|concerned about|worried about|at risk (of|for)|might have|may have|could have|risk of|r\/o|rule out|vs\.?|versus|considering|planned|planning|scheduled for|candidate for|awaiting|\?)\s*$|\?\s*$/i;
const UNCERTAIN_AFTER =
  /^\s*\?|^[\s,:;(–—-]*(?:mellitus |disease )?(suspected|possible|probable|questionable|rule out|r\/o|to be ruled out|screening|vs\b|versus\b|unlikely|risk\b|not confirmed|unconfirmed|erroneous|(entered )?in error|prevention|prophylaxis|phobia|(?:candidate )?evaluation|candidate|carrier|trait|gene\b|education|cent(?:er|re)\b|clinic\b|tenderness|\(?right atri\w+|\(?costovertebral|on echo|work-? ?up|never confirmed|(?:treatment )?discuss|check\b|counsel|none\b|unspecified whether)/i;
const HISTORY =
  /\b(history of|h\/o|hx( of)?|past|prior|previous(ly)?|old|remote|resolved|status post|s\/p|survivor|in remission)\b|\bhistory$/i;
/** "Stroke: -": the place of an answer that was not given. */
const UNANSWERED = /^\s*:\s*[-–—]+\s*$/;
/** "Pertinent negatives: stroke, RA": a title that denies all of its list. */
const DENIED_ALL = /\b(?:no|none(?: of the following)?|neg\w*(?: for)?|absent|denies|never had):[^.;:]*$/i;
/** "Stroke, RA denied": whether the denial is of this one too is not told. */
const DENIED_BEHIND = /^(?:, (?:and |or )?[^,.;:]{2,25})+ (?:denied|negative|absent|excluded|ruled out)\b/i;
/** The list goes on to its "or", or ends with this one. */
const LAST_OF_LIST = /\b(?:or|nor)\s+(?:any |a )?$/i;
const MORE_OF_LIST = /^[^.;]*\b(?:or|nor)\b/i;
const OTHER_PERSON =
  /\b(family history|family hx|fh(?=:)|mother|father|parent(al|s)?|sister|brother|maternal|paternal|siblings?|twin|cousin|niece|nephew|husband|wife|spouse|son|daughter|uncle|aunt|grand(mother|father|parents?)|care ?giver|fam(ily)? hx|fhx|in (the )?family)\b/i;

/** "(M81.0)", "[ICD-10: M81.0]": its point ends no sentence. */
const CODE = /\s*[([](?:icd\W*(?:9|10)?(?:\W*cm)?\W+)?[a-z]?\d{2,3}(?:\.\w{1,4})?[)\]]/gi;

/** Every condition an entry names, in table order; family history names none but a parent's hip fracture. */
export function readConditions(written: string): ConditionRead[] {
  const found: ConditionRead[] = [];
  // the history of what is there now is none of the past
  const text = written.replace(/\bhistory of present illness\b\W*/i, "").replace(CODE, "");
  for (const { condition, patterns } of MATCHERS) {
    if (condition.excludes?.test(text)) continue;
    const match = patterns.map((p) => p.exec(text)).find((m) => m !== null);
    if (!match) continue;
    if (condition.code !== "parent-hip-fracture" && OTHER_PERSON.test(text)) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length).replace(/^[a-z]+/i, "");
    if (/\bscreening (?:\w+ )?for\b[^.;]*$/i.test(before) || UNCERTAIN.test(before) || UNCERTAIN_AFTER.test(after))
      continue;
    const denied = DENIED_ALL.test(before) || NEGATED_BEFORE.test(before) || NEGATED_AFTER.test(after);
    const inList = !denied && DENIED_LIST.test(before);
    const listed = inList && (LAST_OF_LIST.test(before) || MORE_OF_LIST.test(after));
    // whether the denial still holds here is not told
    if ((inList && !listed) || UNANSWERED.test(after) || (!denied && DENIED_BEHIND.test(after))) continue;
    found.push({
      condition: condition.code,
      negated: denied || listed,
      history: HISTORY.test(before) || HISTORY.test(after),
    });
  }
  return found;
}

/** The first condition an entry names, or null. */
export function readCondition(text: string): ConditionRead | null {
  return readConditions(text)[0] ?? null;
}

/** Code of the condition an entry says the patient has or had; null for none and for "no …". */
export function conditionOf(text: string): string | null {
  return readConditions(text).find((read) => !read.negated)?.condition ?? null;
}
