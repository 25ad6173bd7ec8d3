import { caseToChart } from "../chart/case";
import type { ListKind } from "../chart/chart";
import { mergeFrames } from "../chart/merge";
import { chartToCase } from "../chart/to-case";
import { applyTyped } from "../chart/typed";
import type { ExtensionAnswers } from "../messages/extension";
import { type FractureIndexInput, fractureIndex, fractureIndexRisk } from "../risk/fracture-index";
import { assess } from "../rules";
import { seenBefore } from "./opened-windows";
import { loadPolicy } from "./policy-store";
import { localToday } from "./publish";
import { loadSession } from "./session-store";

type Answer<K extends keyof ExtensionAnswers> = Promise<ExtensionAnswers[K]>;

/** The rules over typed values. */
export async function assessTyped(
  input: unknown,
  asOf: string,
  stated: readonly ListKind[] | undefined,
): Answer<"assess-typed"> {
  try {
    const { chart, rejected } = caseToChart({ ...(input as object), asOf }, stated);
    return { assessment: assess(chart, await loadPolicy(), asOf), rejected };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : "The values could not be used." };
  }
}

/** The chart of a tab for the calculator to start from; none where the sidebar shows none either. */
export async function chartCase(tabId: number): Answer<"chart-case"> {
  const session = await loadSession(tabId);
  if (session.inDoubt.length > 0) return { none: true };
  const today = localToday();
  const merged = mergeFrames(Object.values(session.frames), seenBefore(session), today);
  if (!("chart" in merged)) return { none: true };
  const { chart } = applyTyped(merged.chart, session.typed, today);
  // A list that was shown in part states nothing in full.
  const seen = chart.seen.flatMap(({ kind, complete }) => (complete === false ? [] : kind));
  return { ...chartToCase(chart), seen: [...new Set(seen)] };
}

/** FRACTURE Index: a figure of its own, never held against FRAX thresholds (RISK.md 4.2). */
export async function fractureIndexOf(input: FractureIndexInput): Answer<"fracture-index"> {
  const points = fractureIndex(input);
  return { points, risk: fractureIndexRisk(points) };
}
