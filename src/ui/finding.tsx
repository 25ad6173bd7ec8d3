import { useContext } from "preact/hooks";
import type { Finding, Gap, SourceRef } from "../rules/assessment";
import { Answering, isAsking } from "./answering";
import { dateText, prose } from "./figures";
import { Fold } from "./fold";
import { settingName } from "./settings";
import { type TextKey, t } from "./text";
import { Correctable } from "./type-in/correct";
import { TypedContext } from "./typed-context";

interface WhyProps {
  finding: Finding;
  /** False where the statement is answered elsewhere, or was. */
  answerable?: boolean;
  /** The form that types the values it rests on, where that is one. */
  kind?: string | undefined;
}

/** Everything that lets a clinician check one statement: rule, source sentence, values, gaps; and a way to answer it. */
export function Why({ finding, answerable = true, kind }: WhyProps) {
  return (
    <div class="why">
      {answerable && isAsking(finding) && <Answering id={finding.id} reasons={finding.card.overrideReasons ?? []} />}
      {finding.card.detail && <p>{prose(finding.card.detail)}</p>}
      <p>{prose(finding.rationale)}</p>
      {finding.evidence.length > 0 && (
        <>
          <p class="label">{t("whyValues")}</p>
          <ul class="plain">
            {finding.evidence.map((evidence, place) => (
              <li key={place}>
                <Correctable evidence={evidence} kind={kind} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Gaps gaps={finding.gaps} />
      {finding.settings !== undefined && (
        <p class="caution">{t("settingsRestOn", finding.settings.map(settingName).join(", "))}</p>
      )}
      {finding.sources.map((source) => (
        <Source key={`${source.id} ${source.sentence}`} source={source} />
      ))}
      <p class="rule-line">
        {t("rule")} <code>{finding.rule}</code> · <ReviewStatus finding={finding} />
      </p>
    </div>
  );
}

export function ReviewStatus({ finding }: { finding: Finding }) {
  return <>{t(finding.reviewStatus === "unconfirmed" ? "reviewUnconfirmed" : "reviewPending")}</>;
}

const GAP: Record<Gap["why"], TextKey> = {
  "not-seen": "gapNotSeen",
  "none-in-window": "gapNone",
  stale: "gapStale",
  pending: "gapPending",
  conflicting: "gapConflicting",
  unusable: "gapUnusable",
  "not-stated": "gapNotStated",
  unconfirmed: "gapUnconfirmed",
};

export function Gaps({ gaps }: { gaps: Gap[] }) {
  const typed = useContext(TypedContext);
  if (gaps.length === 0) return null;
  return (
    <>
      <p class="label">{t("whyGaps")}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.what}>
            {prose(
              t(
                typed && (gap.why === "none-in-window" || gap.why === "not-seen") ? "gapNotTyped" : GAP[gap.why],
                gap.what,
              ),
            )}
            {gap.assumed !== null && ` ${t("gapAssumed", gap.assumed)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Source({ source }: { source: SourceRef }) {
  return (
    <figure class="source">
      {source.sentence !== null && <blockquote>{source.sentence}</blockquote>}
      <figcaption>
        <SourceName source={source} />
        {source.sentence === null && ` · ${t("sourceSense")}`}
      </figcaption>
    </figure>
  );
}

export function SourceName({ source }: { source: SourceRef }) {
  return (
    <>
      {source.url === null ? (
        source.label
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          {source.label}
        </a>
      )}
      {source.date !== null && ` · ${dateText(source.date)}`}
    </>
  );
}

interface FindingLineProps {
  finding: Finding;
  /** Said instead of the finding's own summary. */
  text?: string;
  /** A word before it, such as its level. */
  label?: string;
  /** False where it is answered elsewhere. */
  answerable?: boolean;
}

/** A finding as one line that opens to its why. */
export function FindingLine({ finding, text = finding.card.summary, label, answerable = true }: FindingLineProps) {
  return (
    <Fold
      class={`finding level-${finding.card.indicator}`}
      summary={
        <>
          {label !== undefined && <span class="label">{label}</span>} {prose(text)}
        </>
      }
    >
      <Why finding={finding} answerable={answerable} />
    </Fold>
  );
}
