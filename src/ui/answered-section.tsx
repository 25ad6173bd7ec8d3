import { useContext } from "preact/hooks";
import type { Assessment } from "../rules/assessment";
import { type Answered, answeredPart } from "./answered";
import { ClinicianContext, useSaying } from "./clinician";
import { prose } from "./figures";
import { Why } from "./finding";
import { Fold } from "./fold";
import { FoldedSection } from "./section";
import { t } from "./text";
import { onTrusted } from "./trusted";

/** What was answered, with its answer; it can be taken back. */
export function AnsweredSection({ assessment }: { assessment: Assessment }) {
  const clinician = useContext(ClinicianContext);
  const answered = clinician === null ? [] : answeredPart(assessment, clinician.answers);
  if (answered.length === 0) return null;
  return (
    <FoldedSection title={t("answered")} id="answered" count={answered.length}>
      <ul class="plain items">
        {answered.map((one) => (
          <AnsweredLine key={one.id} answered={one} />
        ))}
      </ul>
    </FoldedSection>
  );
}

function AnsweredLine({ answered: { id, text, reason, finding } }: { answered: Answered }) {
  const clinician = useContext(ClinicianContext);
  const { busy, refused, say } = useSaying();
  return (
    <li>
      <Fold
        summary={
          <>
            <span>{prose(text)}</span> <span class="chip">{reason.display}</span>
          </>
        }
      >
        {finding !== undefined && <Why finding={finding} answerable={false} />}
      </Fold>
      <p class="take-back">
        <button
          type="button"
          class="button small"
          disabled={busy}
          onClick={onTrusted<Event>(() => void say(async () => clinician?.unanswer(id)))}
        >
          {t("takeBack")} <span class="visually-hidden">{prose(text)}</span>
        </button>
        <span role="status">{refused !== null && <span class="reason">{refused}</span>}</span>
      </p>
    </li>
  );
}
