import type { Evidence, Instant } from "../chart/evidence";
import type { Assessment } from "../rules";

/** What made a copy, and when: the clock and the manifest are read where the copy is asked for. */
export interface Maker {
  /** Version of the extension. */
  version: string;
  /** The moment of copying, with the user's own offset: "2026-11-23T09:14:00+01:00". */
  at: Instant;
}

/** The values that were typed and not read, as they were typed, each once. */
export function typedValues({ findings, frax, decidingBmd }: Assessment): string[] {
  const used: (Evidence | undefined)[] = [
    frax.raw?.evidence,
    decidingBmd?.evidence,
    ...findings.flatMap(({ evidence }) => evidence),
  ];
  return [...new Set(used.flatMap((one) => (one?.from === "typed" ? one.text : [])))];
}

/** A chart says whose it is; the calculator knows no patient. */
function fromChart({ patient: { name, birthDate, mrn } }: Assessment): boolean {
  return [name, birthDate, mrn].some(({ state }) => state !== "unknown");
}

/** What made this, when, from what, and how far it may be trusted. No patient is named (TRUST.md: memory only). */
export function provenanceLine(assessment: Assessment, { version, at }: Maker): string {
  const typed = typedValues(assessment);
  const from = fromChart(assessment) ? "values read from the chart on screen" : "values as entered in the calculator";
  return [
    `Osteon ${version}, ${at.slice(0, 10)} ${at.slice(11, 16)}; assessed as of ${assessment.asOf}`,
    from,
    ...(typed.length > 0 ? [`typed in: ${typed.join(", ")}`] : []),
    "pending clinician review",
  ].join("; ");
}
