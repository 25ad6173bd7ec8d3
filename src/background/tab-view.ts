import type { IsoDate } from "../chart/evidence";
import { mergeFrames } from "../chart/merge";
import { applyTyped } from "../chart/typed";
import type { TabView } from "../messages/view";
import { fraxInputs } from "../risk/frax-inputs";
import { assess } from "../rules";
import { defaultPolicy, type Policy } from "../rules/policy";
import { heldAnswers } from "./held-answers";
import { seenBefore } from "./opened-windows";
import type { TabSession } from "./tab-session";

/** What the sidebar is to show for this state of the tab. Never throws: a failing rule is a state with words. */
export function tabView(session: TabSession, today: IsoDate, policy: Policy = defaultPolicy): TabView {
  if (session.inDoubt.length > 0) return { state: "reading" };
  const frames = Object.values(session.frames);
  try {
    const merged = mergeFrames(frames, seenBefore(session), today);
    if ("conflict" in merged) return { state: "two-patients" };
    if ("none" in merged) {
      const lists = [...new Set(frames.flatMap((facts) => facts.seen.map(({ kind }) => kind)))];
      return lists.length > 0 ? { state: "no-patient", lists } : { state: "no-chart" };
    }
    const { chart, shown } = applyTyped(merged.chart, session.typed, today);
    const assessment = assess(chart, policy, today);
    return {
      state: "chart",
      assessment,
      troubles: session.troubles,
      visit: session.visit,
      typed: shown,
      answers: heldAnswers(session.answers, assessment),
      fraxInputs: fraxInputs(chart, today),
    };
  } catch (error) {
    console.error("assessment failed", error instanceof Error ? error.name : "");
    return {
      state: "error",
      trouble: {
        code: "assessment-failed",
        text: "The chart was read, but the rules could not be applied. Do not rely on this page's result.",
      },
    };
  }
}
