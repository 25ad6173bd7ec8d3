import type { Comparator, FraxResult } from "../chart/chart";
import type { Assessment, Distance } from "../rules/assessment";
import { isReadBack } from "../sources/frax-models";
import { fraxOutcome, thresholdText } from "./distance";
import { dateText, decimalBeside, percent, prose } from "./figures";
import { type TextKey, t } from "./text";
import { Correctable } from "./type-in/correct";

/** The two figures, each with the threshold of the source article that it is held against. */
const SCALES = [
  { outcome: "mof", threshold: 20, name: "fraxMof" },
  { outcome: "hip", threshold: 3, name: "fraxHip" },
] as const;

/** FRAX as the chart prints it or as it was typed, and after the steroid adjustment. Draws nothing without a figure. */
export function Frax({ frax, distances }: Pick<Assessment, "frax" | "distances">) {
  const { raw, used, notes } = frax;
  if (raw === null) return <FraxNotes notes={notes} />;
  return (
    <section class="frax" aria-label={t("fraxTitle")}>
      <h3>
        {t("fraxTitle")} <span class="from">{fraxOrigin(raw)}</span>
      </h3>
      {SCALES.map(({ outcome, threshold, name }) => (
        <Scale
          key={outcome}
          name={t(name)}
          threshold={threshold}
          raw={raw[outcome]}
          comparator={outcome === "mof" ? raw.mofComparator : raw.hipComparator}
          used={used === null ? null : used[outcome]}
          adjusted={used?.adjusted ?? false}
          distance={distances.find((distance) => fraxOutcome(distance) === outcome) ?? null}
        />
      ))}
      {used?.adjusted === true && <p class="legend">{t("fraxAdjusted")}</p>}
      {used === null && <p class="caution">{t("fraxNotUsed")}</p>}
      <FraxNotes notes={notes} />
      <div class="from">
        {[raw.model, raw.withBmd === null ? null : t(raw.withBmd ? "fraxWithBmd" : "fraxWithoutBmd")]
          .filter((part) => part !== null)
          .join(" · ")}{" "}
        <Correctable evidence={raw.evidence} kind="frax" />
      </div>
    </section>
  );
}

function fraxOrigin({ evidence, date }: FraxResult): string {
  const typed = isReadBack(evidence) ? "fromCalculator" : "fromTyped";
  // What stands in the popup's form says there, field by field, whether the chart filled it in.
  const origin = t({ page: "fromChart", typed, case: "fromForm" }[evidence.from] as TextKey);
  return date === null ? `${origin}, ${t("noDate")}` : `${origin}, ${dateText(date)}`;
}

function FraxNotes({ notes }: { notes: string[] }) {
  return notes.map((note) => (
    <p key={note} class="caution">
      {prose(note)}
    </p>
  ));
}

interface ScaleProps {
  name: string;
  threshold: number;
  raw: number | null;
  comparator: Comparator | null;
  used: number | null;
  adjusted: boolean;
  distance: Distance | null;
}

/** The threshold stands in the middle of the track: both scales read the same way. */
function Scale({ name, threshold, raw, comparator, used, adjusted, distance }: ScaleProps) {
  if (raw === null) {
    return (
      <p class="scale">
        <span class="scale-name">{name}</span> <span class="unknown">{t("fraxFigureMissing")}</span>
      </p>
    );
  }
  const shown = used ?? raw;
  const moved = adjusted && used !== null && used !== raw;
  return (
    <div class="scale">
      <p>
        <span class="scale-name">{name}</span>{" "}
        <span class="scale-value">
          {moved && <span class="raw">{t("fraxRaw", percent(raw, comparator))}</span>}{" "}
          <strong>{`${comparator ?? ""}${decimalBeside(shown, threshold)}\u202f%`}</strong>
        </span>
      </p>
      <Track at={share(shown, threshold)} from={moved ? share(raw, threshold) : null} beyond={shown > 2 * threshold} />
      {distance !== null && <p class="scale-foot">{thresholdText(distance)}</p>}
    </div>
  );
}

/** Place on the track in percent of its width; twice the threshold is its right end. */
function share(value: number, threshold: number): number {
  return Math.max(0, Math.min(100, (value / (2 * threshold)) * 100));
}

function Track({ at, from, beyond }: { at: number; from: number | null; beyond: boolean }) {
  return (
    <svg class="track" aria-hidden="true" focusable="false" height="16" width="100%">
      <line class="rail" x1="0" x2="100%" y1="8" y2="8" />
      <line class="over" x1="50%" x2="100%" y1="8" y2="8" />
      <line class="mark" x1="50%" x2="50%" y1="0" y2="16" />
      {from !== null && <line class="shift" x1={`${from}%`} x2={`${at}%`} y1="8" y2="8" />}
      {from !== null && <circle class="raw" cx={`${from}%`} cy="8" r="4" />}
      <circle class="value" cx={`${at}%`} cy="8" r="5.5" />
      {beyond && <circle class="beyond" cx="100%" cy="8" r="2" />}
    </svg>
  );
}
