import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Evidence as EvidenceOf, IsoDate, PartialDate } from "../chart/evidence";
import { Evidence, ShowInChartContext } from "./evidence";
import { dateText } from "./figures";
import { Fold } from "./fold";
import { shareOf, spanOf, yearsIn } from "./over-time";
import { t } from "./text";
import { onTrusted } from "./trusted";

const WIDTH = 320;
const HEIGHT = 132;
const LEFT = 30;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 18;

export interface PlotPoint {
  date: PartialDate;
  value: number;
  /** As it is read in the table: with sign, unit and comparator. */
  text: string;
  /** "<8" stands for anything up to 8: drawn hollow. */
  bound?: boolean;
  evidence: EvidenceOf;
}

export interface Line {
  name: string;
  points: PlotPoint[];
}

/** A stretch of the scale that has a name; `low` and `high` may lie outside the scale. */
export interface Band {
  name: string;
  low: number;
  high: number;
  tone: "low" | "moderate" | "high" | "open";
}

interface PlotProps {
  title: string;
  /** What the bands and their limits rest on, with the ids of the rules. */
  foot: ComponentChildren;
  lines: Line[];
  bands: Band[];
  /** Values at which the scale is labelled: the limits of the bands. */
  ticks: { value: number; text: string }[];
  /** The most the scale reaches to: what lies above is drawn at its edge, with its value. */
  ceiling?: number;
  asOf: IsoDate;
  open: boolean;
}

/** Of the span of the values, free above and below: enough for the name of a band. */
const MARGIN = 0.19;

/** Values over time against named bands: a picture for the eye, and the same in a table for everyone. */
export function Plot({ title, foot, lines, bands, ticks, ceiling = Number.POSITIVE_INFINITY, asOf, open }: PlotProps) {
  const points = lines.flatMap((line) => line.points);
  const values = [...points.map(({ value }) => Math.min(value, ceiling)), ...ticks.map((tick) => tick.value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) * MARGIN;
  const scale = { low: low - margin, high: high + margin };
  const y = (value: number) =>
    TOP + ((scale.high - Math.min(value, ceiling)) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM);
  const span = spanOf(
    points.map(({ date }) => date),
    asOf,
  );
  const x = (date: PartialDate) => LEFT + 8 + shareOf(span, date) * (WIDTH - LEFT - RIGHT - 16);
  return (
    <Fold class="plot" open={open} summary={<h3>{title}</h3>}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {bands.map((band) => (
          <BandOf
            key={band.name}
            band={band}
            top={y(Math.min(band.high, scale.high))}
            end={y(Math.max(band.low, scale.low))}
          />
        ))}
        {ticks.map(({ value, text }) => (
          <g key={text} class="tick">
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 4} y={y(value) + 3.5} text-anchor="end">
              {text}
            </text>
          </g>
        ))}
        {yearsIn(span).map((year) => (
          <text key={year} class="year" x={x(`${year}-01-01`)} y={HEIGHT - 4} text-anchor="middle">
            {year}
          </text>
        ))}
        {lines.map(({ name, points }, place) => (
          <g key={name} class={`line line-${place}`}>
            {points.length > 1 && <polyline points={points.map((p) => `${x(p.date)},${y(p.value)}`).join(" ")} />}
            {points.map((point) => (
              <Point
                key={point.date + point.text}
                point={point}
                above={point.value > ceiling}
                shape={place}
                x={x(point.date)}
                y={y(point.value)}
              />
            ))}
          </g>
        ))}
      </svg>
      {lines.length > 1 && <Legend names={lines.map(({ name }) => name)} />}
      <p class="from">
        {foot}
        {points.some(({ bound }) => bound) && ` ${t("plotBounds")}`}
      </p>
      <Table title={title} lines={lines} />
    </Fold>
  );
}

function BandOf({ band: { name, tone }, top, end }: { band: Band; top: number; end: number }) {
  if (end - top < 1) return null;
  return (
    <g class={`band tone-${tone}`}>
      <rect x={LEFT} y={top} width={WIDTH - LEFT - RIGHT} height={end - top} />
      {end - top > 13 && (
        <text x={LEFT + 4} y={top + 10}>
          {name}
        </text>
      )}
    </g>
  );
}

const SHAPES = [
  "M0-4.6A4.6 4.6 0 1 1 0 4.6 4.6 4.6 0 1 1 0-4.6Z",
  "M0-6 6 0 0 6-6 0Z",
  "M-4.6-4.6H4.6V4.6H-4.6Z",
  "M0-5.6 6 4.8H-6Z",
];

/** Points up: the value lies above the scale. */
const ABOVE = "M0-7 5.6 3H-5.6Z";

/** Lower than the point, so that the value is clear of the name of the band above it. */
const ABOVE_LABEL = 9;

interface PointProps {
  point: PlotPoint;
  above: boolean;
  shape: number;
  x: number;
  y: number;
}

/** Leads to where it was read, for the hand; by keys the table leads there. */
function Point({ point: { text, date, bound = false, evidence }, above, shape, x, y }: PointProps) {
  const show = useContext(ShowInChartContext);
  const reveal = onTrusted<Event>(() => {
    if (evidence.from === "page") void show?.(evidence.place, evidence.text);
  });
  const shown = show !== null && evidence.from === "page";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture is for eye and hand; the table's buttons do the same
    <g
      class={`point${shown ? " shown" : ""}${bound ? " bound" : ""}`}
      transform={`translate(${x} ${y})`}
      onClick={reveal}
    >
      <title>{`${text}, ${dateText(date)}`}</title>
      <circle class="reach" r="12" />
      <path d={above ? ABOVE : SHAPES[shape % SHAPES.length]} />
      {above && (
        <text x={x > WIDTH / 2 ? -8 : 8} y={ABOVE_LABEL} text-anchor={x > WIDTH / 2 ? "end" : "start"}>
          {text}
        </text>
      )}
    </g>
  );
}

function Legend({ names }: { names: string[] }) {
  return (
    <p class="plot-legend from" aria-hidden="true">
      {names.map((name, place) => (
        <span key={name}>
          <svg
            class={`line line-${place}`}
            width="14"
            height="14"
            viewBox="-7 -7 14 14"
            aria-hidden="true"
            focusable="false"
          >
            <path d={SHAPES[place % SHAPES.length]} />
          </svg>{" "}
          {name}
        </span>
      ))}
    </p>
  );
}

function Table({ title, lines }: { title: string; lines: Line[] }) {
  const several = lines.length > 1;
  return (
    <Fold class="plot-table" summary={t("plotTable")}>
      <table>
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("plotDate")}</th>
            <th scope="col">{t("plotValue")}</th>
            <th scope="col">{t("plotWhere")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(({ name, points }) =>
            points.map(({ date, text, evidence }) => (
              <tr key={name + date + text}>
                <th scope="row">
                  {dateText(date)}
                  {several && <span class="from"> {name}</span>}
                </th>
                <td class="value">{text}</td>
                <td>
                  <Evidence evidence={evidence} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Fold>
  );
}
