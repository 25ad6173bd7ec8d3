import { analyteOf } from "../../terminology/analytes";
import { readConditions } from "../../terminology/conditions";
import { drugsIn } from "../../terminology/drug-names";
import { plainWords } from "../../terminology/plain-text";
import { sameName } from "../patient";
import type { FrameSnapshot, Region } from "../snapshot";
import { namesEntry } from "../structure/words";
import { personName } from "./identity";
import { PANEL } from "./labs/dates";
import { sectionOf } from "./sections";

const PERSON_COLUMN =
  /^(?:patients?|pt|member|subject|client|recipient|resident)(?: (?:full )?name)?(?: (?:and|mrn|id|no|number|dob|date of birth|age|sex|gender|room|bed|phone|info|details))*$|^name of (?:the )?patient$/;
const RECORD_COLUMN = /^(?:mrn|medical record (?:no|number)|(?:patient|pt|chart|person) ?(?:id|no|number))$/;

/** A list with a column of people is a worklist: its rows are of whoever they name. */
const isWorklist = ({ columns }: Region): boolean =>
  columns.some((header) => PERSON_COLUMN.test(plainWords(header.split(" / ").at(-1) ?? "")));

/** A column of record numbers with several of them, or with one that is not the patient's. */
function holdsOtherRecords({ columns, rows }: Region, mrns: readonly string[]): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z\d]|^0+/g, "");
  const at = columns.findIndex((header) => RECORD_COLUMN.test(plainWords(header.split(" / ").at(-1) ?? "")));
  const found = rows.flatMap(({ cells }) => bare(cells.find(({ column }) => column === at)?.text ?? "") || []);
  const numbers = new Set([...found, ...mrns.map(bare)]);
  return at >= 0 && found.length > 0 && numbers.size > 1;
}

/** The people that fields of a record call its patient: "Patient | Kurt Dray" beside "Test" and "Result". */
const patientsIn = ({ shape, rows }: Region): string[] =>
  shape === "prose"
    ? []
    : rows.flatMap(({ cells }) =>
        cells.flatMap(({ text }, i) =>
          PERSON_COLUMN.test(plainWords(text)) ? (personName(cells[i + 1]?.text ?? "") ?? []) : [],
        ),
      );

/** A column "Name" that names people: no test, drug or disease stands in it. */
function namesPeople({ columns, rows }: Region): boolean {
  const at = columns.findIndex((header) => /^(?:full )?name$/.test(plainWords(header)));
  const texts = rows.flatMap(({ cells }) => cells.find(({ column }) => column === at)?.text ?? []);
  return at >= 0 && texts.length > 0 && texts.every((text) => personName(text) !== null && !isMatter(text));
}

/** Words of "Results of: Blood Tests", "Chart for: Last Year". */
const MATTER =
  /\b(?:blood|serum|plasma|urine|tests?|bone|mineral|density|lumbar|spine|hips?|femur|vital|signs|pressure|chemistry|h(?:a)?ematology|imaging|recent|last|years?|months?|weeks?|self|education|instructions?)\b/;

/** What has capitals like a name and is none: a test, a drug, a disease, a body part, a time. */
const isMatter = (text: string): boolean =>
  MATTER.test(plainWords(text)) ||
  analyteOf(text, null) !== null ||
  drugsIn(text).length > 0 ||
  readConditions(text).length > 0;

/** "Labs for Dray, Owen", "Patient: Owen Dray": the person a title speaks of. "Review of Systems" speaks of nobody. */
function personIn(title: string): string | null {
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
const NO_PERSON = /\b(?:quest|diagnostics|north|south|east|west|values?|range|fasting|final)\b/;
/** What is told of a person behind the name: "71 M", "DOB 01/02/1950". */
const OF_PERSON = /^\W*(?:dob|age|[mfw]|(?:fe)?male|\d{1,3} ?(?:y\w*|[mfw]))\b/i;

/**
 * The person in the title of a list: turned round in front ("Dray, Owen - CMP"), or beside a panel or what is told of
 * people ("CMP - Owen Dray", "Owen Dray (M, 71)").
 */
function personOver(title: string): string | null {
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

/** "Report for: Kurt Dray", "Patient: Dray, Kurt": a line over what is of the person it names. */
const OVER_REPORT =
  /^\W*(?:patient(?: name)?:|(?:reports?|results?|chart|images?) (?:for|of)\b:?|(name:))\s*([^|;(]{4,50}?)(?=$|[|;(]|,?\s+(?:dob|sex|age|mrn|born)\b)/i;

/** The snapshot without what is not of the one patient whose chart is open. */
export function ofOnePatient(
  snapshot: FrameSnapshot,
  names: readonly string[],
  mrns: readonly string[],
): FrameSnapshot {
  const isOther = (person: string | null) =>
    person !== null && !isMatter(person) && names.length > 0 && !names.some((name) => sameName(name, person));
  const parts = (name: string) => plainWords(name).split(" ");
  const isKin = (person: string) =>
    names.some((name) => parts(name).some((part) => part.length > 2 && parts(person).includes(part)));
  /** A title that names somebody else; a bare name of two words, as titles of tests have it, only of her family. */
  const another = (title: string) => {
    const bare = personName(title);
    return isOther(personIn(title) ?? personOver(title) ?? (bare !== null && isKin(bare) ? bare : null));
  };
  /** Whose report a line begins: null when it begins none. */
  const begins = (line: string): "another" | "own" | null => {
    const [, bare, named = ""] = OVER_REPORT.exec(line) ?? [];
    const person = personName(named);
    if (person === null || names.length === 0 || isMatter(named)) return null;
    if (names.some((name) => sameName(name, person))) return "own";
    // "Name: Calcium Carbonate": behind "Name" alone only somebody of her family is a person
    return bare === undefined || isKin(person) ? "another" : null;
  };
  const isAnothers = (title: string) => another(title) || begins(title) === "another";
  /** The title under which a line began somebody's report, which lasts to the next title. */
  let report: { title: string; whose: "another" | "own" } | null = null;
  const ownRows = ({ shape, headings, rows }: Region) =>
    rows.filter(({ group, cells: [cell] }) => {
      const title = group?.split(" / ").at(-1) ?? headings.at(-1) ?? "";
      if (report?.title !== title) report = null;
      const whose = shape === "prose" || shape === "list" ? begins(cell?.text ?? "") : null;
      if (whose !== null) report = { title, whose };
      return report?.whose !== "another" && !(group ?? "").split(" / ").some(isAnothers);
    });
  const regions = snapshot.regions
    .filter(
      (region) =>
        !isWorklist(region) &&
        !holdsOtherRecords(region, mrns) &&
        !namesPeople(region) &&
        !region.headings.some(isAnothers) &&
        !patientsIn(region).some(isOther) &&
        !region.says.some((line) => begins(line) === "another"),
    )
    .map((region) => ({ ...region, rows: ownRows(region) }));
  return { ...snapshot, regions };
}
