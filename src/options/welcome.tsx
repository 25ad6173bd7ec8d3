import { type TextKey, t } from "../ui/text";

/** First-run page: what it does, what it reads, where that goes, and that nothing happens before a site is allowed. */
export function Welcome() {
  return (
    <main class="page">
      <h1>{t("welcomeTitle")}</h1>
      <p class="lead">{t("welcomeText")}</p>
      <h2>{t("welcomeReads")}</h2>
      <ul>
        {DISCLOSURE.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2>{t("welcomeStart")}</h2>
      <ol>
        {STEPS.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <h2>{t("intendedUse")}</h2>
      <p>{t("intendedUseText")}</p>
      <p>{t("limitsText")}</p>
      <p>{t("disclaimer")}</p>
      <p>
        <a href="./index.html">{t("moreAbout")}</a>
      </p>
    </main>
  );
}

const DISCLOSURE: TextKey[] = ["discloseSites", "discloseReads", "discloseStays", "discloseGoes", "discloseWrites"];
const STEPS: TextKey[] = ["stepOpen", "stepAllow", "stepRead"];
