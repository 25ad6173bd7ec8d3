import { analyteOf } from "../../terminology/analytes";
import { readConditions } from "../../terminology/conditions";
import { drugsIn } from "../../terminology/drug-names";
import { plainWords } from "../../terminology/plain-text";
import { namesEntry } from "../structure/words";
import { personName } from "./identity";
import { PANEL } from "./labs/dates";
import { sectionOf } from "./sections";

/** Words of "Results of: Blood Tests", "Chart for: Last Year". */
const MATTER =
  /\b(?:blood|serum|plasma|urine|tests?|bone|mineral|density|lumbar|spine|hips?|femur|vital|signs|pressure|chemistry|h(?:a)?ematology|imaging|recent|last|years?|months?|weeks?|self|education|instructions?)\b/;

/** What has capitals like a name and is none: a test, a drug, a disease, a body part, a time. */
export const isMatter = (text: string): boolean =>
  MATTER.test(plainWords(text)) ||
  analyteOf(text, null) !== null ||
  drugsIn(text).length > 0 ||
  readConditions(text).length > 0;

/** "Labs for Dray, Owen", "Patient: Owen Dray": the person a title speaks of. "Review of Systems" speaks of nobody. */
export function personIn(title: string): string | null {
  const [, labelled = "", said = ""] =
    /(\bpatient:|^from:(?!.*\b(?:md|do|np|pa|rn|dr|phd)\b)|^(?:message|e-?mail|call|letter) from|\b(?:for|from|of|about|viewed:))\s+(.{4,50})$/i.exec(
      title,
    ) ?? [];
  const name = said.replace(/\s+(?:on|dated|\d).*$/, "");
  return /:$|^\w.* from$/i.test(labelled) || name.includes(",") ? personName(name) : null;
}

/** Words of the names of tests that are turned round: "Calcium, Serum", "Glucose, Fasting". */
const TURNED =
  /\b(?:serum|plasma|blood|whole|urine|total|free|direct|indirect|ioni[sz]ed|fasting|random|spot|intact|basic|comprehensive|complete|routine|hepatic|renal|lipids?|thyroid|bone|minerals?|electrolytes?|other|misc\w*|general|special|adult|outside|external|final|quantitative|level|screen|reflex|corrected|calculated|[a-z]+(?:ology|metry|graphy|ine|ase|ium|ate|ide|ol))\b/;

/** "Dray, Owen MD" made the report; "Portland, OR" is where. */
const NOT_HERS = /\b(?:md|do|np|pa|rn|dr|phd|mbbs)\b|,\s*[A-Z]{2}$/i;
/** Words of places, laboratories and times, which have capitals as names have them. */
const NO_PERSON =
  /\b(?:quest|diagnostics|north|south|east|west|values?|range|fasting|final|metabolic|functions?|stud(?:y|ies)|markers?|trends?|latest|today)\b/;
/** What is told of a person behind the name: "71 M", "DOB 01/02/1950". */
const OF_PERSON = /^\W*(?:dob|age|[mfw]|(?:fe)?male|\d{1,3} ?(?:y\w*|[mfw]))\b/i;

/**
 * The person in the title of a list: turned round in front ("Dray, Owen - CMP"), or beside a panel or what is told of
 * people ("CMP - Owen Dray", "Owen Dray (M, 71)").
 */
export function personOver(title: string): string | null {
  const parts = title.split(/\s[-–—|]\s|\s*\(|,\s*(?=dob\b|\d)/i);
  const persons = parts.flatMap((part, i) => {
    const words = plainWords(part);
    if (NOT_HERS.test(part) || sectionOf(part) !== null || namesEntry(part)) return [];
    const beside = parts.some(
      (one) => one !== part && (PANEL.test(one) || sectionOf(one) === "labs" || OF_PERSON.test(one)),
    );
    const isNamed = part.includes(",") ? i === 0 && !TURNED.test(words) : beside && !NO_PERSON.test(words);
    return isNamed ? (personName(part) ?? []) : [];
  });
  return persons[0] ?? null;
}

/** A title of two or three words that may be a name, and nothing else. */
export function bareName(title: string): string | null {
  const words = plainWords(title);
  const other = NOT_HERS.test(title) || TURNED.test(words) || NO_PERSON.test(words) || namesEntry(title);
  return other || sectionOf(title) !== null || words.split(" ").length > 3 ? null : personName(title);
}
