import type { Assessment, Distance, Finding } from "../rules/assessment";
import { BoneDensity } from "./bone-density";
import { fraxOutcome, thresholdText } from "./distance";
import { quantity } from "./figures";
import { FindingLine, Gaps } from "./finding";
import { Frax } from "./frax";
import { HundredPeople } from "./hundred-people";
import { t } from "./text";
import { TierLadder, TierShape, tierTone, tierWord } from "./tier";

/** The one line that answers, and what it rests on. */
export function TierCard({ assessment }: { assessment: Assessment }) {
  const reasons = assessment.findings.filter((finding) => finding.group === "tier");
  return (
    <section class={`tier-card ${tierTone(assessment.tier)}`} aria-labelledby="tier">
      <div class="tier-line">
        <TierShape tier={assessment.tier} />
        <h2 id="tier">{tierWord(assessment.tier)}</h2>
        <TierLadder tier={assessment.tier} />
      </div>
      <p class="headline">
        {assessment.provisional && <span class="chip provisional">{t("provisional")}</span>}{" "}
        <span>{assessment.headline}</span>
      </p>
      {assessment.provisional && <Assumptions reasons={reasons} />}
      {reasons.length > 0 && (
        <details class="because">
          <summary>{t("whyTier")}</summary>
          <SourceThreshold met={assessment.sourceThresholdMet} />
          {reasons.map((finding) => (
            <FindingLine key={finding.id} finding={finding} />
          ))}
        </details>
      )}
    </section>
  );
}

/** The figures beneath the tier: risk, bone density, distances to the thresholds. */
export function Figures({ assessment }: { assessment: Assessment }) {
  const drawn = assessment.frax.raw === null ? null : fraxOutcome;
  const others = assessment.distances.filter((distance) => drawn === null || drawn(distance) === null);
  return (
    <section class="figures" aria-label={t("figures")}>
      <Frax frax={assessment.frax} distances={assessment.distances} />
      <HundredPeople frax={assessment.frax} />
      <BoneDensity bmdCategory={assessment.bmdCategory} decidingBmd={assessment.decidingBmd} />
      {others.length > 0 && (
        <ul class="plain distances">
          {others.map((distance) => (
            <DistanceLine key={distance.what} distance={distance} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DistanceLine({ distance }: { distance: Distance }) {
  return (
    <li>
      {distance.what} <strong>{quantity(distance.value, distance.threshold.value)}</strong>{" "}
      <span class="from">{thresholdText(distance)}</span>
    </li>
  );
}

/** What a provisional tier takes for granted. */
function Assumptions({ reasons }: { reasons: Finding[] }) {
  const gaps = reasons.flatMap((finding) => finding.gaps).filter((gap) => gap.assumed !== null);
  const distinct = [...new Map(gaps.map((gap) => [gap.what, gap])).values()];
  return (
    <div class="assumptions">
      <p>{t("provisionalMeans")}</p>
      <Gaps gaps={distinct} />
    </div>
  );
}

function SourceThreshold({ met }: { met: boolean }) {
  return <p class="from">{t(met ? "sourceThresholdMet" : "sourceThresholdNotMet")}</p>;
}
