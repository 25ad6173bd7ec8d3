import type { Assessment, Finding, SourceRef } from "../rules/assessment";
import { dateText } from "./figures";
import { SourceName } from "./finding";
import { t } from "./text";

/** Sources, review status, intended use and disclaimer, one tap away. */
export function About({ assessment }: { assessment: Assessment }) {
  return (
    <footer class="about">
      <p class="disclaimer">{t("disclaimerShort")}</p>
      <details>
        <summary>{t("aboutSources")}</summary>
        <p>{t("reviewStatus")}</p>
        <ul>
          {sourcesOf(assessment.findings).map((source) => (
            <li key={source.id}>
              <SourceName source={source} />
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t("intendedUse")}</summary>
        <p>{t("intendedUseText")}</p>
        <p>{t("limitsText")}</p>
        <p>{t("disclaimer")}</p>
        <p>
          <a href="/src/options/index.html#about" target="_blank" rel="noopener">
            {t("moreAbout")}
          </a>
        </p>
      </details>
      <p class="from">{t("asOf", dateText(assessment.asOf))}</p>
    </footer>
  );
}

function sourcesOf(findings: Finding[]): SourceRef[] {
  return [...new Map(findings.flatMap(({ sources }) => sources).map((source) => [source.id, source])).values()];
}
