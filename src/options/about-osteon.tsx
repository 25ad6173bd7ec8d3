import browser from "webextension-polyfill";
import { type TextKey, t } from "../ui/text";

/** Intended use, logic, data, limits and the source attributes a decision-support tool has to lay open (TRUST.md). */
export function AboutOsteon() {
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t("aboutTitle")}</h2>
      <p class="from">{t("version", browser.runtime.getManifest().version)}</p>
      {PARTS.map(([title, text]) => (
        <div key={title}>
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
        </div>
      ))}
      <h3>{t("attributes")}</h3>
      <dl class="attributes">
        {ATTRIBUTES.map(([name, text]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const PARTS: [TextKey, TextKey][] = [
  ["intendedUse", "intendedUseText"],
  ["population", "populationText"],
  ["inputs", "inputsText"],
  ["logic", "logicText"],
  ["limits", "limitsText"],
  ["validation", "validationText"],
  ["data", "dataText"],
  ["review", "reviewStatus"],
  ["disclaimerTitle", "disclaimer"],
];

const ATTRIBUTES: [TextKey, TextKey][] = [
  ["attributeCitation", "attributeCitationText"],
  ["attributeDeveloper", "attributeDeveloperText"],
  ["attributeFunding", "attributeFundingText"],
  ["attributeRelease", "attributeReleaseText"],
  ["attributeRevision", "attributeRevisionText"],
  ["attributeRace", "attributeRaceText"],
  ["attributeEthnicity", "attributeRaceText"],
  ["attributeLanguage", "notUsed"],
  ["attributeOrientation", "notUsed"],
  ["attributeGender", "notUsed"],
  ["attributeSex", "attributeSexText"],
  ["attributeBirth", "attributeBirthText"],
  ["attributeSocial", "attributeSocialText"],
  ["attributeHealth", "attributeHealthText"],
];
