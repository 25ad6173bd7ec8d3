import { useContext, useState } from "preact/hooks";
import type { Finding, FindingGroup } from "../rules/assessment";
import { ClinicianContext, useSaying } from "./clinician";
import { t } from "./text";
import { onTrusted } from "./trusted";

const ASKING: FindingGroup[] = ["missing", "avoid", "monitoring"];

/** Whether a statement asks for something of this patient; the tier and what holds for everyone do not. */
export function isAsking({ group, evidence, gaps }: Finding): boolean {
  return ASKING.includes(group) || (group === "note" && evidence.length + gaps.length > 0);
}

/** The two answers that are given most; the others are one step away. */
const FIRST = ["action-completed", "cds-not-applicable"];

interface AnsweringProps {
  /** The finding or option that is answered. */
  id: string;
  reasons: { code: string; display: string }[];
  /** One quiet button at first, where the answers would crowd what is read. */
  folded?: boolean;
}

/** Done, not applicable, or a coded reason: what is answered folds away. */
export function Answering({ id, reasons, folded = false }: AnsweringProps) {
  const clinician = useContext(ClinicianContext);
  const [more, setMore] = useState(false);
  const first = folded ? [] : FIRST;
  const { busy, refused, say } = useSaying();
  if (clinician === null || reasons.length === 0) return null;
  const answers = (all: AnsweringProps["reasons"]) =>
    all.map(({ code, display }) => (
      <button
        key={code}
        type="button"
        class="button small"
        disabled={busy}
        onClick={onTrusted<Event>(() => void say(() => clinician.answer(id, code)))}
      >
        {display}
      </button>
    ));
  return (
    <fieldset class="answering" aria-label={t("answer")}>
      {answers(reasons.filter(({ code }) => first.includes(code)))}
      <button type="button" class="button small" aria-expanded={more} onClick={onTrusted<Event>(() => setMore(!more))}>
        {t(folded ? "answerIt" : "otherReason")}
      </button>
      {more && answers(reasons.filter(({ code }) => !first.includes(code)))}
      <span role="status">{refused !== null && <span class="reason">{refused}</span>}</span>
    </fieldset>
  );
}
