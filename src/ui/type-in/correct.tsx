import { useContext, useState } from "preact/hooks";
import type { Evidence as EvidenceOf } from "../../chart/evidence";
import { ClinicianContext, useSaying } from "../clinician";
import { Evidence } from "../evidence";
import { t } from "../text";
import { onTrusted } from "../trusted";
import { TypeIn } from "./add-or-correct";

interface CorrectableProps {
  evidence: EvidenceOf;
  /** The form that types this value, where it is known which it is. */
  kind?: string | undefined;
}

/** A value with where it was read, and a way to say that it is not so or what is right. */
export function Correctable({ evidence, kind }: CorrectableProps) {
  const clinician = useContext(ClinicianContext);
  const [open, setOpen] = useState(false);
  const { busy, refused, say } = useSaying();
  if (evidence.from !== "page" || clinician === null) return <Evidence evidence={evidence} />;
  const at = { place: evidence.place, text: evidence.text };
  return (
    <>
      <Evidence evidence={evidence} />{" "}
      <button type="button" class="correct" aria-expanded={open} onClick={onTrusted<Event>(() => setOpen(!open))}>
        {t("correct")}
        <span class="visually-hidden"> {evidence.text}</span>
      </button>
      {open && (
        <fieldset class="correcting" aria-label={t("correct")}>
          <button
            type="button"
            class="button small"
            disabled={busy}
            title={t("notSoMeans")}
            onClick={onTrusted<Event>(() => void say(() => clinician.leaveOut(at)))}
          >
            {t("notSo")}
          </button>
          <TypeIn label={t("typeRight")} kind={kind} instead={at} />
          <span role="status">{refused !== null && <span class="reason">{refused}</span>}</span>
        </fieldset>
      )}
    </>
  );
}
