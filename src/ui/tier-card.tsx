import type { Assessment, Distance, Finding } from "../rules/assessment";
import { BoneDensity } from "./bone-density";
import { fraxOutcome, isOf, thresholdText } from "./distance";
import { prose, quantity } from "./figures";
import { FindingLine, Gaps, Why } from "./finding";
import { Fold } from "./fold";
import { Frax } from "./frax";
import { HundredPeople } from "./hundred-people";
import { Plots } from "./plots";
import { t } from "./text";
import { isClassified, TierLadder, TierShape, tierTone, tierWord } from "./tier";
import { Correctable } from "./type-in/correct";

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
        {assessment.provisional && isClassified(assessment.tier) && (
          <span class="chip provisional">{t("provisional")}</span>
        )}{" "}
        <span>{prose(decision(assessment, reasons))}</span>
      </p>
      {assessment.tier === "INDETERMINATE" && <Needed reason={reasons[0]} headline={assessment.headline} />}
      {assessment.findings.filter(isStandIn).map((finding) => (
        <StandIn key={finding.id} finding={finding} />
      ))}
      {assessment.provisional && <Assumptions reasons={reasons} />}
      {reasons.length > 0 && (
        <Fold class="because" summary={t("whyTier")}>
          <SourceThreshold met={assessment.sourceThresholdMet} />
          {reasons.map((finding) => (
            <FindingLine key={finding.id} finding={finding} />
          ))}
        </Fold>
      )}
    </section>
  );
}

/**
 * What decided, without the tier's word that already stands above it;
 * the whole statement where the headline is cut short.
 */
function decision({ headline, tier }: Assessment, [first]: Finding[]): string {
  const whole = headline.endsWith("…") ? (first?.card.detail ?? headline) : headline;
  const repeated = `${tierWord(tier)}: `;
  return whole.startsWith(repeated) ? whole.slice(repeated.length) : whole;
}

/** What would make a tier possible: found and still missing inputs, where the headline does not hold them. */
function Needed({ reason, headline }: { reason: Finding | undefined; headline: string }) {
  const detail = reason?.card.detail;
  if (detail === undefined || headline.endsWith("…")) return null;
  const decided = headline.slice(headline.indexOf(": ") + 2);
  const rest = detail.startsWith(decided) ? detail.slice(decided.length).replace(/^[.:]?\s*/, "") : detail;
  return rest === "" ? null : <p class="needed">{prose(rest)}</p>;
}

/** The category that stands in until FRAX is known (RISK.md 6); the same rule says without a detail why there is none. */
export function isStandIn({ rule, card }: Finding): boolean {
  return rule === "CAROC" && card.detail !== undefined;
}

/** Hatched and grey, with all that it is not: never coloured like a tier, never one more tier. */
function StandIn({ finding }: { finding: Finding }) {
  const { detail, ...card } = finding.card;
  const at = card.summary.lastIndexOf(": ");
  return (
    <div class="stand-in">
      <Fold
        class="finding"
        summary={
          <>
            {card.summary.slice(0, at)} <span class="hatched">{card.summary.slice(at + 2)}</span>
          </>
        }
      >
        <Why finding={{ ...finding, card }} />
      </Fold>
      <p class="from">{detail}</p>
    </div>
  );
}

/** The figures beneath the tier: risk, bone density, and how far others are from their thresholds. */
export function Figures({ assessment }: { assessment: Assessment }) {
  const { frax, bmdCategory, decidingBmd, distances } = assessment;
  const drawn = (distance: Distance) =>
    (frax.raw !== null && fraxOutcome(distance) !== null) || isOf(decidingBmd, distance);
  const others = distances.filter((distance) => !drawn(distance));
  return (
    <section class="figures" aria-label={t("figures")}>
      <Frax frax={frax} distances={distances} />
      <HundredPeople frax={frax} findings={assessment.findings} />
      <BoneDensity
        bmdCategory={bmdCategory}
        decidingBmd={decidingBmd}
        distance={distances.find((distance) => isOf(decidingBmd, distance)) ?? null}
      />
      <Plots {...assessment} />
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
      {prose(distance.what)} <strong>{quantity(distance.value, distance.threshold.value)}</strong>{" "}
      <span class="from">{thresholdText(distance)}</span>
      {distance.evidence.map((evidence, place) => (
        <div key={place} class="last">
          <Correctable evidence={evidence} />
        </div>
      ))}
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

function SourceThreshold({ met }: { met: Assessment["sourceThresholdMet"] }) {
  const said = met === "unknown" ? "sourceThresholdUnknown" : met ? "sourceThresholdMet" : "sourceThresholdNotMet";
  return <p class="from">{t(said)}</p>;
}
