import { lumbarOffsetMof } from "../../risk/lumbar-offset";
import { centralScans, contradictingSites } from "../facts/bmd";
import { fallsOften, has } from "../facts/conditions";
import { recentFracture } from "../facts/fractures";
import { frax } from "../facts/frax";
import { sex } from "../facts/population";
import type { Question } from "../reader";
import { noteRule } from "../rule";
import { and, or, type Truth } from "../truth";
import { listed, percent, tScore } from "../words";

const note = { group: "note", level: "info", alert: false } as const;

interface Offset {
  neck: number;
  spine: number;
  mof: number;
  moved: number;
}

/** MOF with the lumbar-spine offset; null without both scores of one exam, or where FRAX was run without density. */
const lumbarOffset: Question<Offset | null> = (r) => {
  const { raw, refused } = r.ask(frax);
  // The offset was measured in women; a man's printed scores may have two references (RISK.md 1.2, 1.5).
  if (r.ask(sex) !== "female" || refused !== null || raw?.withBmd === false || r.ask(contradictingSites).length > 0)
    return null;
  const mof = raw?.mof ?? null;
  const lowest = (site: string) =>
    r
      .ask(centralScans)
      .filter((scan) => scan.site === site)
      .sort((a, b) => (a.t ?? 0) - (b.t ?? 0))[0];
  const [neck, spine] = [lowest("FN"), lowest("LS")];
  if (mof === null || raw?.mofComparator != null || neck?.t == null || spine?.t == null || neck.date !== spine.date)
    return null;
  return { neck: neck.t, spine: spine.t, mof, moved: lumbarOffsetMof(mof, neck.t, spine.t) };
};

/** What FRAX does not count, in this patient. */
const NOT_COUNTED: readonly (readonly [string, Question<Truth>])[] = [
  ["how recent the fracture is", recentFracture],
  ["falls", fallsOften],
  ["type 2 diabetes", (r) => has(r, "type-2-diabetes")],
];

/** Published adjustments of FRAX: the simple one with figures, the others as text; none is used for a threshold (RISK.md 1.5). */
export const BEYOND_FRAX_NOTES = [
  noteRule({
    ...note,
    id: "LS-OFFSET",
    title: "Lumbar-spine offset of FRAX",
    when: "FRAX MOF of a woman, with a spine T-score that differs from the femoral neck of the same exam by a rounded step",
    output: "MOF a tenth higher or lower a step, as a note; hip and thresholds stay as they are",
    sources: ["Leslie 2011"],
    holds: (r) => {
      const found = r.ask(lumbarOffset);
      return found !== null && found.moved !== found.mof;
    },
    says: (r) => {
      const found = r.ask(lumbarOffset);
      return {
        summary: `Lumbar-spine offset: the printed MOF ${percent(found?.mof ?? null)} would become ${percent(found?.moved ?? null)} (spine ${tScore(found?.spine ?? null)}, femoral neck ${tScore(found?.neck ?? null)})`,
        detail:
          "One tenth for each rounded step between spine and femoral neck (Leslie 2011); MOF only, not FRAX. In 50,330 women it moved 1.1 % over 20 %. No threshold is held against it.",
      };
    },
  }),
  noteRule({
    ...note,
    id: "FRAX-LIMITS",
    title: "What FRAX does not count",
    when: "FRAX on the chart, and falls, a fracture of the last 12 months or type 2 diabetes",
    output: "the true risk is higher than FRAX says; no figure is changed here",
    sources: ["FRAXplus", "FRAX type 2 diabetes"],
    holds: (r) => and(r.ask(frax).raw !== null, or(...NOT_COUNTED.map(([, holds]) => r.ask(holds)))),
    says: (r) => {
      const here = NOT_COUNTED.filter(([, holds]) => r.ask(holds) === true).map(([words]) => words);
      return {
        summary: `FRAX does not count ${listed(here)}: the risk may be higher; no figure is changed here`,
        detail:
          "Published adjustments: recency and site of a fracture (Kanis 2020), falls (Kanis 2023), type 2 diabetes (observed over predicted without adjustment: MOF 1.15, hip 1.85), trabecular bone score, hip axis length. The official FRAXplus offers them; a printed adjusted figure is taken as printed.",
      };
    },
  }),
];
