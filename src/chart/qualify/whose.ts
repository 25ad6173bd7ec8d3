import { plainWords } from "../../terminology/plain-text";
import { sameName } from "../patient";
import type { FrameSnapshot, Region } from "../snapshot";
import { personName } from "./identity";
import { bareName, isMatter, personIn, personOver } from "./person-titles";

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

/** A line below a title that tells of a person: "71 y, male", "MRN 1234567", "M". */
const PERSON_LINE = /^\W*(?:(?:dob|born|mrn|sex|gender|age|(?:fe)?male|\d{1,3} ?(?:y\w*|[mfw]))\b|[mfw]\W*$)/i;

/** "Report for: Kurt Dray", "Patient: Dray, Kurt": a line over what is of the person it names. */
const OVER_REPORT =
  /^\W*(?:patient(?: name)?:|(?:reports?|results?|chart|images?) (?:for|of)\b:?|(name:))\s*([^|;(]{4,50}?)(?=$|[|;(]|,?\s+(?:dob|sex|age|mrn|born)\b)/i;

/** Whether a region has a bare name as title, and hers stands over another one of the kind, or below it what is told of a person. */
function underNames({ regions, banner }: FrameSnapshot, isOwn: Told, isNamed: Told): (region: Region) => boolean {
  const kindOf = ({ shape, headings }: Region) => `${shape} ${headings.length}`;
  const own = new Set(regions.filter(({ headings }) => isOwn(headings.at(-1))).map(kindOf));
  const isTold = (line: string) => PERSON_LINE.test(line) && !banner.some(({ text }) => text.includes(line.trim()));
  return (region) => {
    const [last = "", before] = [...region.headings].reverse();
    const named = isNamed(last) && (own.has(kindOf(region)) || region.says.some(isTold));
    return named || (isNamed(before) && isTold(last));
  };
}
type Told = (title: string | undefined) => boolean;

const titleOf = (group: string | null) => group?.split(" / ").at(-1);

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
  const isOwn = (title = "") => names.some((name) => sameName(name, personName(title) ?? ""));
  const isNamed = (title = "") => isOther(bareName(title));
  const isUnderName = underNames(snapshot, isOwn, isNamed);
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
  const ownRows = ({ shape, headings, rows }: Region) => {
    const byPerson = rows.some(({ group }) => isOwn(titleOf(group)));
    return rows.filter(({ group, cells: [cell] }) => {
      if (byPerson && isNamed(titleOf(group))) return false;
      const title = titleOf(group) ?? headings.at(-1) ?? "";
      if (report?.title !== title) report = null;
      const whose = shape === "prose" || shape === "list" ? begins(cell?.text ?? "") : null;
      if (whose !== null) report = { title, whose };
      return report?.whose !== "another" && !(group ?? "").split(" / ").some(isAnothers);
    });
  };
  const regions = snapshot.regions
    .filter(
      (region) =>
        !isWorklist(region) &&
        !holdsOtherRecords(region, mrns) &&
        !namesPeople(region) &&
        !region.headings.some(isAnothers) &&
        !isUnderName(region) &&
        !patientsIn(region).some(isOther) &&
        !region.says.some((line) => begins(line) === "another"),
    )
    .map((region) => ({ ...region, rows: ownRows(region) }));
  return { ...snapshot, regions };
}
