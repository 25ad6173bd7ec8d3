import { useMemo } from "preact/hooks";
import type { ChartView } from "../messages/view";
import { askWorker } from "../ui/ask-worker";
import type { Clinician } from "../ui/clinician";

/** What the clinician says goes to the worker with the visit it was said in, so that it never lands at the next patient. */
export function useClinician(tabId: number | null, view: ChartView): Clinician | null {
  const { visit, typed, answers, assessment } = view;
  const today = assessment.asOf;
  return useMemo(() => {
    if (tabId === null) return null;
    const of = { tabId, visit };
    return {
      today,
      typed,
      answers,
      type: (about, says, instead) =>
        askWorker<"type-fact">({ kind: "type-fact", ...of, about, says, ...(instead ? { instead } : {}) }),
      leaveOut: (at) => askWorker<"leave-out">({ kind: "leave-out", ...of, at }),
      undo: (id) => askWorker<"undo-typed">({ kind: "undo-typed", ...of, id }),
      answer: (finding, code) => askWorker<"answer-finding">({ kind: "answer-finding", ...of, finding, code }),
      unanswer: (finding) => askWorker<"unanswer-finding">({ kind: "unanswer-finding", ...of, finding }),
    };
  }, [tabId, visit, typed, answers, today]);
}
