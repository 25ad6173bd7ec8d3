import type { Assessment, BmdCategory, Distance } from "../rules/assessment";
import { thresholdText } from "./distance";
import { dateText, score } from "./figures";
import { siteName } from "./site-name";
import { type TextKey, t } from "./text";
import { Correctable } from "./type-in/correct";

const CATEGORY: Record<BmdCategory, TextKey> = {
  normal: "bmdNormal",
  osteopenia: "bmdOsteopenia",
  osteoporosis: "bmdOsteoporosis",
  "within-expected-for-age": "bmdWithin",
  "below-expected-for-age": "bmdBelow",
};

interface BoneDensityProps extends Pick<Assessment, "bmdCategory" | "decidingBmd"> {
  distance: Distance | null;
}

/** The bone density category and the measurement it rests on. */
export function BoneDensity({ bmdCategory, decidingBmd, distance }: BoneDensityProps) {
  if (bmdCategory === null && decidingBmd === null) return null;
  return (
    <section class="bmd" aria-label={t("bmdTitle")}>
      <h3>{bmdCategory === null ? t("bmdTitle") : t("bmdCategory", t(CATEGORY[bmdCategory]))}</h3>
      {decidingBmd !== null && (
        <div>
          {siteName(decidingBmd.site)}
          {decidingBmd.t !== null && (
            <>
              {" "}
              · T <strong>{score(decidingBmd.t)}</strong>
            </>
          )}
          {decidingBmd.z !== null && <> · Z {score(decidingBmd.z)}</>}
          {" · "}
          {decidingBmd.date === null ? t("noDate") : dateText(decidingBmd.date)}{" "}
          {distance !== null && <span class="from">({thresholdText(distance)}) </span>}
          <Correctable evidence={decidingBmd.evidence} kind="bone-density" />
        </div>
      )}
    </section>
  );
}
