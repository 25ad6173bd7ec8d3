import { useContext, useMemo, useRef, useState } from "preact/hooks";
import type { ReadAt, TypedShown } from "../../chart/typed-fact";
import { type Clinician, ClinicianContext, useSaying } from "../clinician";
import { Evidence } from "../evidence";
import { prose } from "../figures";
import { Section } from "../section";
import { t } from "../text";
import { onTrusted } from "../trusted";
import { TypedMark } from "../typed-mark";
import { InlineForm } from "./form";
import { kindGroups } from "./kinds";

/** What was typed of this patient, with what the chart says instead; and a way to type more. */
export function AddOrCorrect() {
  const clinician = useContext(ClinicianContext);
  if (clinician === null) return null;
  const { typed } = clinician;
  return (
    <Section title={t(typed.length > 0 ? "typedByYou" : "addOrCorrect")} id="typed-in">
      {typed.length > 0 && (
        <ul class="plain items">
          {typed.map((one) => (
            <TypedLine key={one.id} typed={one} clinician={clinician} />
          ))}
        </ul>
      )}
      <TypeIn label={t("addValue")} />
    </Section>
  );
}

function TypedLine({ typed, clinician }: { typed: TypedShown; clinician: Clinician }) {
  const { busy, refused, say } = useSaying();
  const { id, about, kind, instead } = typed;
  return (
    <li class="typed-line">
      <span class="typed-about">
        {kind === "not-so" ? (
          <>
            <del>{about}</del> <span class="from">{t("notSoShort")}</span>
          </>
        ) : (
          <>
            <TypedMark /> {prose(about)}
          </>
        )}
      </span>
      <button
        type="button"
        class="button small"
        disabled={busy}
        onClick={onTrusted<Event>(() => void say(() => clinician.undo(id)))}
      >
        {t("undo")} <span class="visually-hidden">{about}</span>
      </button>
      {kind !== "not-so" && instead.length > 0 && (
        <ul class="plain instead">
          {instead.map((evidence, place) => (
            <li key={place}>
              <span class="from">{t("chartSays")}</span> <Evidence evidence={evidence} />
            </li>
          ))}
        </ul>
      )}
      <span role="status">{refused !== null && <span class="reason">{refused}</span>}</span>
    </li>
  );
}

interface TypeInProps {
  /** What the button says. */
  label: string;
  /** What is typed, where that is known; else it is chosen. */
  kind?: string | undefined;
  /** What was read there does not hold any more once something is typed. */
  instead?: ReadAt | undefined;
}

/** A button that opens into a form for one value. */
export function TypeIn({ label, kind, instead }: TypeInProps) {
  const clinician = useContext(ClinicianContext);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (clinician === null) return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="type-in-place">
      <button
        ref={button}
        type="button"
        class="button small"
        aria-expanded={open}
        onClick={onTrusted<Event>(() => setOpen(!open))}
      >
        {label}
      </button>
      {open && <ChosenForm kind={kind} clinician={clinician} instead={instead} close={close} />}
    </div>
  );
}

interface ChosenFormProps extends Omit<TypeInProps, "label"> {
  clinician: Clinician;
  close: () => void;
}

function ChosenForm({ kind, clinician, instead, close }: ChosenFormProps) {
  const groups = useMemo(() => kindGroups(clinician.today), [clinician.today]);
  const [chosen, choose] = useState(kind ?? "");
  const form = groups.flatMap(({ kinds }) => kinds).find(({ id }) => id === chosen);
  return (
    <>
      {kind === undefined && (
        <select
          class="what"
          aria-label={t("whatToType")}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t("whatToType")}</option>
          {groups.map(({ title, kinds }) => (
            <optgroup key={title} label={t(title)}>
              {kinds.map(({ id, title: text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
      {form !== undefined && (
        <InlineForm
          key={form.id}
          form={form}
          clinician={clinician}
          instead={instead}
          takesKeyboard={kind !== undefined}
          close={close}
        />
      )}
    </>
  );
}
