import { boneDrug } from "../../terminology/bone-drugs";
import type { Instant } from "../evidence";
import { emptyFacts, type FrameFacts } from "../frame-facts";
import type { FrameSnapshot } from "../snapshot";
import { withoutAsides } from "./asides";
import { readDxa } from "./dxa/dxa";
import { readFrax } from "./frax/frax";
import { readFractureLists } from "./history/fracture-lists";
import { readHistory } from "./history/history";
import { readProblems } from "./history/problems";
import { readIdentities } from "./identity";
import { readLabs } from "./labs/labs";
import { inPanels } from "./labs/panels";
import { underListTitles } from "./list-titles";
import { listsSeen } from "./lists-seen";
import { readAllergies } from "./medications/allergies";
import { readMedications } from "./medications/medications";
import { pageOf } from "./page";
import { inParagraphs } from "./paragraphs";
import { notStruck } from "./struck";
import { onlyTicked } from "./ticked";
import { readVitals } from "./vitals";
import { ofOnePatient } from "./whose";

/**
 * Turns what one frame shows into facts with evidence. Pure: no DOM, no clock.
 * @param frame the browser's id of the frame, for the evidence
 * @param seenAt when the snapshot was taken; also settles the century of two-digit years
 */
export function qualify(shown: FrameSnapshot, frame: number, seenAt: Instant): FrameFacts {
  const page = pageOf(shown, frame, seenAt);
  const identities = readIdentities(shown, page);
  const names = identities.flatMap(({ name }) => name ?? []);
  const mrns = identities.flatMap(({ mrn }) => mrn ?? []);
  const own = ofOnePatient(shown, names, mrns);
  const snapshot = underListTitles(inParagraphs(withoutAsides(onlyTicked(notStruck(own)))));
  const labs = readLabs(inPanels(snapshot), page);
  const medications = readMedications(snapshot, page);
  const dxa = readDxa(snapshot, page);
  const vitals = readVitals(snapshot, page);
  const history = readHistory(snapshot, page);
  const problems = readProblems(snapshot, page);
  const listed = readFractureLists(snapshot, page);
  const planned = medications.filter(
    ({ ingredient, status }) => status === "planned" && boneDrug(ingredient) !== undefined,
  );
  return {
    ...emptyFacts(frame, snapshot.url, snapshot.top, seenAt),
    ...problems,
    fractures: [...problems.fractures, ...listed.fractures],
    fractureHistory: [...problems.fractureHistory, ...listed.fractureHistory],
    ...history,
    identities,
    labs,
    medications,
    dxa,
    vitals,
    frax: readFrax(snapshot, page),
    allergies: readAllergies(snapshot, page),
    plannedBoneDrug: planned.map(({ evidence }) => ({ value: true, date: null, evidence })),
    seen: listsSeen(snapshot, { labs, medications, dxa, vitals, ...history }, page),
  };
}
