import type { Assessment, Finding, SourceRef } from "../rules/assessment";
import { askWorker } from "./ask-worker";
import { dateText } from "./figures";
import { FindingLine, SourceName } from "./finding";
import { Fold } from "./fold";
import { differenceText } from "./settings";
import { t } from "./text";
import { onTrusted } from "./trusted";

/** Sources, review status, intended use and disclaimer, one tap away; `general` is what holds for every patient. */
export function About({ assessment, general }: { assessment: Assessment; general: Finding[] }) {
  return (
    <footer class="about">
      <p class="disclaimer">{t("disclaimerShort")}</p>
      {assessment.settings.length > 0 && (
        <div class="settings-differ">
          <p class="label">{t("settingsDiffer")}</p>
          <ul>
            {assessment.settings.map((one) => (
              <li key={one.name}>{differenceText(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <Fold summary={t("aboutSources")}>
        <p>{t("reviewStatus")}</p>
        {general.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
        <ul>
          {sourcesOf(assessment.findings).map((source) => (
            <li key={source.label}>
              <SourceName source={source} />
            </li>
          ))}
        </ul>
      </Fold>
      <Fold summary={t("intendedUse")}>
        <p>{t("intendedUseText")}</p>
        <p>{t("limitsText")}</p>
        <p>{t("disclaimer")}</p>
        <p>
          <button type="button" class="button" onClick={openAbout}>
            {t("moreAbout")}
          </button>
        </p>
      </Fold>
      <p class="from">{t("asOf", dateText(assessment.asOf))}</p>
    </footer>
  );
}

const openAbout = onTrusted<Event>(() => {
  void askWorker<"open-options">({ kind: "open-options" });
});

function sourcesOf(findings: Finding[]): SourceRef[] {
  return [...new Map(findings.flatMap(({ sources }) => sources).map((source) => [source.label, source])).values()];
}
