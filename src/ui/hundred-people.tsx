import type { Assessment } from "../rules/assessment";
import { Fold } from "./fold";
import { t } from "./text";

const COLUMNS = 20;
const STEP = 15;

/** Rule D21: FRAX is not validated on a bone drug, so it says nothing of people like this one. */
const ON_TREATMENT = "D21";

/** The risk figures as people out of a hundred, part and whole, for talking with the patient; for nobody on treatment. */
export function HundredPeople({ frax, findings }: Pick<Assessment, "frax" | "findings">) {
  const { raw, used } = frax;
  if (findings.some(({ rule }) => rule === ON_TREATMENT)) return null;
  const mof = raw?.mofComparator === null ? (used?.mof ?? null) : null;
  const hip = raw?.hipComparator === null ? (used?.hip ?? null) : null;
  if (mof === null && hip === null) return null;
  return (
    <Fold class="hundred" summary={t("forThePatient")}>
      {mof !== null && <People percent={mof} outcome={t("peopleMof")} />}
      {hip !== null && <People percent={hip} outcome={t("peopleHip")} />}
      <p class="from">{t("peopleMeans")}</p>
    </Fold>
  );
}

function People({ percent, outcome }: { percent: number; outcome: string }) {
  const hit = Math.round(percent);
  const sentence =
    hit < 2
      ? t(hit === 0 ? "peopleFewerThanOne" : "peopleOneOf100", outcome)
      : t("peopleOf100", String(hit), outcome, String(100 - hit));
  return (
    <figure>
      <svg viewBox={`0 0 ${COLUMNS * STEP} ${(100 / COLUMNS) * STEP}`} aria-hidden="true" focusable="false">
        {Array.from({ length: 100 }, (_, person) => (
          <path
            key={person}
            class={person < hit ? "hit" : "spared"}
            transform={`translate(${(person % COLUMNS) * STEP} ${Math.floor(person / COLUMNS) * STEP})`}
            d="M7.5 1.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2ZM3 13.5a4.5 4.5 0 0 1 9 0Z"
          />
        ))}
      </svg>
      <figcaption>{sentence}</figcaption>
    </figure>
  );
}
