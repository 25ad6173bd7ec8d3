import type { Alert, Assessment, FindingGroup } from "../rules/assessment";
import { prose } from "./figures";
import { FindingLine } from "./finding";
import { type TextKey, t } from "./text";

const LEVELS: Alert["level"][] = ["critical", "warning", "info"];
const WORD: Record<Alert["level"], TextKey> = { critical: "critical", warning: "warning", info: "note" };

/** Groups whose statements a section of their own shows in full: repeated at the top only when critical. */
const SHOWN_BELOW: FindingGroup[] = ["tier", "missing", "avoid", "disagreement"];

/**
 * The alerts to show at the top, most serious first. One whose finding is not there is always shown;
 * what rules a drug out is shown here when something has to come before any drug.
 */
export function topAlerts({ alerts, findings, suggest }: Assessment): Alert[] {
  const below = suggest[0]?.drug === null ? SHOWN_BELOW.filter((group) => group !== "avoid") : SHOWN_BELOW;
  const groups = new Map(findings.map(({ id, group }) => [id, group]));
  const shown = alerts.filter(({ level, finding }) => {
    const group = groups.get(finding);
    return group === undefined || level === "critical" || (level === "warning" && !below.includes(group));
  });
  return LEVELS.flatMap((level) => shown.filter((alert) => alert.level === level));
}

export function Alerts({ assessment }: { assessment: Assessment }) {
  const alerts = topAlerts(assessment);
  if (alerts.length === 0) return null;
  return (
    <section class="alerts" aria-label={t("alerts")}>
      {alerts.map((alert) => (
        <AlertBox key={`${alert.rule} ${alert.text}`} alert={alert} assessment={assessment} />
      ))}
    </section>
  );
}

function AlertBox({ alert, assessment }: { alert: Alert; assessment: Assessment }) {
  const finding = assessment.findings.find(({ id }) => id === alert.finding);
  return (
    <div class={`alert level-${alert.level}`}>
      <AlertShape level={alert.level} />
      {finding ? (
        <FindingLine finding={finding} text={alert.text} label={t(WORD[alert.level])} />
      ) : (
        <p>
          <span class="label">{t(WORD[alert.level])}</span> {prose(alert.text)}
        </p>
      )}
    </div>
  );
}

function AlertShape({ level }: { level: Alert["level"] }) {
  return (
    <svg class="alert-shape" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {level === "critical" && (
        <path
          d="M7.4 1.5h9.2l5.9 5.9v9.2l-5.9 5.9H7.4l-5.9-5.9V7.4ZM10.5 6v7.5h3V6Zm0 9.5v3h3v-3Z"
          fill-rule="evenodd"
        />
      )}
      {level === "warning" && <path d="M12 2 23 21.5H1ZM10.7 9v6h2.6V9Zm0 7.5V19h2.6v-2.5Z" fill-rule="evenodd" />}
      {level === "info" && (
        <path d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20ZM10.7 10.5v7h2.6v-7Zm0-4v2.5h2.6V6.5Z" fill-rule="evenodd" />
      )}
    </svg>
  );
}
