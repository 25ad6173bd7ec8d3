import type { Instant } from "../evidence";
import { emptyFacts, type FrameFacts } from "../frame-facts";
import type { FrameSnapshot } from "../snapshot";
import { readDxa } from "./dxa";
import { readFrax } from "./frax";
import { readIdentities } from "./identity";
import { readLabs } from "./labs";
import { readAllergies, readMedications } from "./medications";
import { pageOf } from "./page";

/**
 * Turns what one frame shows into facts with evidence. Pure: no DOM, no clock.
 * @param frame the browser's id of the frame, for the evidence
 * @param seenAt when the snapshot was taken; also settles the century of two-digit years
 */
export function qualify(snapshot: FrameSnapshot, frame: number, seenAt: Instant): FrameFacts {
  const page = pageOf(snapshot, frame, seenAt);
  return {
    ...emptyFacts(frame, snapshot.url, snapshot.top, seenAt),
    identities: readIdentities(snapshot, page),
    labs: readLabs(snapshot, page),
    medications: readMedications(snapshot, page),
    dxa: readDxa(snapshot, page),
    frax: readFrax(snapshot, page),
    allergies: readAllergies(snapshot, page),
  };
}
