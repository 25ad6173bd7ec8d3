import { analyteOf } from "../../terminology/analytes";
import { readConditions } from "../../terminology/conditions";
import { drugsIn } from "../../terminology/drug-names";
import { plainWords } from "../../terminology/plain-text";
import { sameName } from "../patient";
import type { FrameSnapshot, Region } from "../snapshot";
import { personName } from "./identity";

const PERSON_COLUMN = /^(?:patients?|pt|member|subject|client)(?: (?:full )?name)?$|^name of (?:the )?patient$/;

/** A list with a column of people is a worklist: its rows are of whoever they name. */
const isWorklist = ({ columns }: Region): boolean =>
  columns.some((header) => PERSON_COLUMN.test(plainWords(header.split(" / ").at(-1) ?? "")));

/** A column "Name" that names people: no test, drug or disease stands in it. */
function namesPeople({ columns, rows }: Region): boolean {
  const at = columns.findIndex((header) => /^(?:full )?name$/.test(plainWords(header)));
  const texts = rows.flatMap(({ cells }) => cells.find(({ column }) => column === at)?.text ?? []);
  const isOther = (text: string) =>
    analyteOf(text, null) !== null || drugsIn(text).length > 0 || readConditions(text).length > 0;
  return at >= 0 && texts.length > 0 && texts.every((text) => personName(text) !== null && !isOther(text));
}

/** "Labs for Dray, Owen", "Patient: Owen Dray": the person a title speaks of. "Review of Systems" speaks of nobody. */
function personIn(title: string): string | null {
  const [, labelled = "", said = ""] =
    /(\bpatient:|^(?:message|e-?mail|call|letter) from|\b(?:for|from|of|about|viewed:))\s+(.{4,50})$/i.exec(title) ??
    [];
  const name = said.replace(/\s+(?:on|dated|\d).*$/, "");
  return /:$|^\w.* from$/i.test(labelled) || name.includes(",") ? personName(name) : null;
}

/** The snapshot without what is not of the one patient whose chart is open. */
export function ofOnePatient(snapshot: FrameSnapshot, names: readonly string[]): FrameSnapshot {
  const another = (title: string) => {
    const person = personIn(title);
    return person !== null && names.length > 0 && !names.some((name) => sameName(name, person));
  };
  const regions = snapshot.regions
    .filter((region) => !isWorklist(region) && !namesPeople(region) && !region.headings.some(another))
    .map((region) => ({
      ...region,
      rows: region.rows.filter(({ group }) => !(group ?? "").split(" / ").some(another)),
    }));
  return { ...snapshot, regions };
}
