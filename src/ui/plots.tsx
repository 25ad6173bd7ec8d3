import type { Assessment } from "../rules/assessment";
import { plain, score } from "./figures";
import { type Band, Plot } from "./plot";
import { siteName } from "./site-name";
import { t } from "./text";

/** WHO limits of the T-score (osteopenia below -1.0, osteoporosis from -2.5). */
const OSTEOPENIA = -1;
const OSTEOPOROSIS = -2.5;
/** Limits of 25-OH vitamin D in ng/mL: the source's target (S16), the BHOF range (X1). */
const SOURCE_TARGET = 20;
const BHOF_LOW = 30;
const BHOF_HIGH = 50;
/** Above this the bands would shrink to nothing. */
const D_CEILING = 60;

/** T-scores and vitamin D over time. Draws nothing without a dated value; one value is a point and no line. */
export function Plots({ series, bmdCategory, asOf }: Pick<Assessment, "series" | "bmdCategory" | "asOf">) {
  const { tScores, vitaminD } = series;
  // The WHO bands are for postmenopausal women and men from 50 (T-G2); others are judged by Z-scores.
  const byZ = bmdCategory === "within-expected-for-age" || bmdCategory === "below-expected-for-age";
  return (
    <>
      {tScores.length > 0 && (
        <Plot
          title={t("plotT")}
          foot={t(byZ ? "plotTNoBands" : "plotTFoot")}
          lines={tScores.map(({ site, points }) => ({
            name: siteName(site),
            points: points.map(({ date, t, evidence }) => ({ date, value: t, text: score(t), evidence })),
          }))}
          bands={byZ ? [] : T_BANDS()}
          ticks={[OSTEOPENIA, OSTEOPOROSIS].map((value) => ({ value, text: score(value) }))}
          asOf={asOf}
          open={tScores.some(({ points }) => points.length > 1)}
        />
      )}
      {vitaminD.length > 0 && (
        <Plot
          title={t("plotD")}
          foot={t("plotDFoot")}
          lines={[
            {
              name: t("labVitaminD"),
              points: vitaminD.map(({ date, value, unit, comparator, evidence }) => {
                const text = `${comparator ?? ""}${plain(value)}\u202f${unit}`;
                return { date, value, text, bound: comparator !== null, evidence };
              }),
            },
          ]}
          bands={D_BANDS()}
          ticks={[SOURCE_TARGET, BHOF_LOW, BHOF_HIGH].map((value) => ({ value, text: String(value) }))}
          ceiling={D_CEILING}
          asOf={asOf}
          open={vitaminD.length > 1}
        />
      )}
    </>
  );
}

const T_BANDS = (): Band[] => [
  { name: t("bmdNormal"), low: OSTEOPENIA, high: Number.POSITIVE_INFINITY, tone: "low" },
  { name: t("bmdOsteopenia"), low: OSTEOPOROSIS, high: OSTEOPENIA, tone: "moderate" },
  { name: t("bmdOsteoporosis"), low: Number.NEGATIVE_INFINITY, high: OSTEOPOROSIS, tone: "high" },
];

const D_BANDS = (): Band[] => [
  { name: t("bandAboveBhof"), low: BHOF_HIGH, high: Number.POSITIVE_INFINITY, tone: "open" },
  { name: t("bandInBhof"), low: BHOF_LOW, high: BHOF_HIGH, tone: "low" },
  { name: t("bandMeetsSource"), low: SOURCE_TARGET, high: BHOF_LOW, tone: "moderate" },
  { name: t("bandBelowSource"), low: Number.NEGATIVE_INFINITY, high: SOURCE_TARGET, tone: "high" },
];
