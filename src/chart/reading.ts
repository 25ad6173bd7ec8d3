import { hasClass } from "../terminology/drugs";
import type { Evidence } from "./evidence";
import type { FrameFacts } from "./frame-facts";
import { joinLists } from "./join";
import { joinIdentities, persons } from "./patient";

/** What is on screen, in the reading format: unknown is always null. */
export interface Reading {
  target: string;
  patient: {
    name: string | null;
    birthDate: string | null;
    age: number | null;
    sex: string | null;
    mrn: string | null;
  } | null;
  patientConflict: boolean;
  labs: object[];
  medications: object[];
  dxa: object[];
  frax: object[];
  problems: object[];
  fractures: object[];
  vitals: object[];
  lifestyle: { smoking: string | null; alcoholDrinksPerDay: number | null };
  dental: { lastExam: string | null };
  screens: { kind: string; frame: number; complete: boolean | null }[];
}

/** @param frames in the order in which their documents stand in the page; `source.frame` counts them from 0 */
export function toReading(target: string, frames: readonly FrameFacts[]): Reading {
  const index = (frame: number) =>
    Math.max(
      0,
      frames.findIndex((one) => one.frame === frame),
    );
  const source = (evidence: Evidence) => ({
    frame: evidence.from === "page" ? index(evidence.place.frame) : 0,
    text: evidence.text,
  });
  const groups = persons(frames);
  const conflict = groups.length > 1;
  const shown = conflict ? [] : frames;
  const who = conflict ? null : joinIdentities(groups[0] ?? []);
  const lists = joinLists(shown);
  const single = <T>(statements: { value: T }[]): T | null => {
    const values = new Set(statements.map(({ value }) => value));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  };

  return {
    target,
    patient: who && { name: who.name, birthDate: who.birthDate, age: who.age, sex: who.sex, mrn: who.mrn },
    patientConflict: conflict,
    labs: lists.labs.map(({ analyte, label, loinc, result, date, flag, status, evidence }) => {
      const number = result.kind === "number" ? result : null;
      return {
        analyte,
        label,
        loinc,
        comparator: number?.comparator ?? null,
        value: number?.value ?? null,
        text: result.kind === "text" ? result.text : null,
        unit: number?.unit ?? null,
        canonical: number?.canonical ?? null,
        date,
        flag,
        status,
        source: source(evidence),
      };
    }),
    // the drugs of CLINICAL.md section 4; a thiazide is read for its work-up alone (section 3, MG)
    medications: lists.medications
      .filter(({ ingredient }) => !hasClass(ingredient, "thiazide"))
      .map(({ replacement: _, evidence, ...one }) => ({
        ...one,
        source: source(evidence),
      })),
    dxa: lists.dxa.map(({ evidence, ...one }) => ({ ...one, source: source(evidence) })),
    // the contract has no place for "<": a bound is no figure
    frax: lists.frax.flatMap(({ evidence, ...one }) => {
      const [mof, hip] = [one.mofComparator === null ? one.mof : null, one.hipComparator === null ? one.hip : null];
      const { withBmd, model, glucocorticoidAdjusted, date } = one;
      return mof === null && hip === null
        ? []
        : { mof, hip, withBmd, model, glucocorticoidAdjusted, date, source: source(evidence) };
    }),
    problems: lists.problems.map(({ evidence, ...one }) => ({ ...one, source: source(evidence) })),
    fractures: lists.fractures.map(({ site, date, trauma, label, evidence }) => ({
      site,
      date,
      trauma,
      label,
      source: source(evidence),
    })),
    vitals: lists.vitals.map(({ evidence, ...one }) => ({ ...one, source: source(evidence) })),
    lifestyle: {
      smoking: single(shown.flatMap(({ smoking }) => smoking)),
      alcoholDrinksPerDay: single(shown.flatMap(({ alcoholDrinksPerDay }) => alcoholDrinksPerDay)),
    },
    dental: { lastExam: single(shown.flatMap(({ lastDentalExam }) => lastDentalExam)) },
    screens: shown.flatMap(({ seen, frame }) =>
      seen.map(({ kind, complete }) => ({ kind, frame: index(frame), complete })),
    ),
  };
}
