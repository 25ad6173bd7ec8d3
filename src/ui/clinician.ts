import { createContext } from "preact";
import { useState } from "preact/hooks";
import type { IsoDate } from "../chart/evidence";
import type { ReadAt, TypedShown, Typing } from "../chart/typed-fact";
import type { Accepted } from "../messages/extension";
import type { FindingAnswer } from "../messages/view";
import { t } from "./text";

/** What the clinician said of this patient, and how to say more. */
export interface Clinician {
  today: IsoDate;
  typed: TypedShown[];
  answers: Record<string, FindingAnswer>;
  /** `instead`: what was read there does not hold any more. */
  type(about: string, says: Typing, instead?: ReadAt): Promise<Accepted>;
  leaveOut(at: ReadAt): Promise<Accepted>;
  undo(id: string): Promise<Accepted>;
  answer(finding: string, code: string): Promise<Accepted>;
  unanswer(finding: string): Promise<Accepted>;
}

/** Null where there is no chart to say anything of, as in the popup. */
export const ClinicianContext = createContext<Clinician | null>(null);

/** Sends one thing at a time; `refused` says why the last was not taken over. */
export function useSaying() {
  const [state, setState] = useState<{ busy: boolean; refused: string | null }>({ busy: false, refused: null });
  const say = async (send: () => Promise<Accepted | undefined>, then?: () => void) => {
    setState({ busy: true, refused: null });
    const answer = await send().catch(() => undefined);
    const refused = answer === undefined ? t("didNotWork") : "refused" in answer ? answer.refused : null;
    setState({ busy: false, refused });
    if (refused === null) then?.();
  };
  return { ...state, say };
}
