import { plainWords } from "../../terminology/plain-text";
import type { FrameSnapshot, Region } from "../snapshot";

const PERSON_COLUMN = /^(?:patients?|pt|member|subject|client)(?: (?:full )?name)?$|^name of (?:the )?patient$/;

/** A list with a column of people is a worklist: its rows are of whoever they name. */
const isWorklist = ({ columns }: Region): boolean =>
  columns.some((header) => PERSON_COLUMN.test(plainWords(header.split(" / ").at(-1) ?? "")));

/** The snapshot without what is not of the one patient whose chart is open. */
export function ofOnePatient(snapshot: FrameSnapshot): FrameSnapshot {
  return { ...snapshot, regions: snapshot.regions.filter((region) => !isWorklist(region)) };
}
