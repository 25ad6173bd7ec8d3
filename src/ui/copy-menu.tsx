import { useContext, useEffect, useRef, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { type AnswerGiven, cdsHooksResponse, fhirBundle, type Maker, noteText } from "../export";
import type { Assessment } from "../rules/assessment";
import { answeredPart, openPart } from "./answered";
import { ClinicianContext } from "./clinician";
import { PrintSheet } from "./patient-sheet";
import { type TextKey, t } from "./text";
import { onTrusted } from "./trusted";
import { TypedContext } from "./typed-context";

/** All that was found, what of it is still open, and what was answered. */
interface Content {
  all: Assessment;
  open: Assessment;
  answered: AnswerGiven[];
}

type Write = (content: Content, maker: Maker) => string;

/** Every form the result can be copied in, with the text of its button. */
const FORMS: [TextKey, Write][] = [
  ["copyNote", ({ open, answered }, maker) => noteText(open, maker, answered)],
  ["copyCds", ({ all, answered }) => asJson(cdsHooksResponse(all, answered))],
  ["copyFhir", ({ all, answered }, maker) => asJson(fhirBundle(all, maker, () => crypto.randomUUID(), answered))],
];

type Outcome = { form: TextKey; failed: string | null };

/** Copies to the clipboard and nowhere else, and prints the patient's sheet. What cannot be copied is laid out, ready to be taken by hand. */
export function CopyMenu({ assessment }: { assessment: Assessment }) {
  const typed = useContext(TypedContext);
  const answers = useContext(ClinicianContext)?.answers ?? {};
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copy = (form: TextKey, write: Write) =>
    onTrusted<Event>(() => {
      const answered = answeredPart(assessment, answers).map(({ id, text, answer, reason }) => ({
        id,
        text,
        reason,
        at: answer.at,
      }));
      const content = { all: assessment, open: openPart(assessment, answers), answered };
      const text = write(content, { version: browser.runtime.getManifest().version, at: now() });
      toClipboard(text).then(
        () => setOutcome({ form, failed: null }),
        () => setOutcome({ form, failed: text }),
      );
    });
  return (
    <details class="copy">
      <summary>{t("copy")}</summary>
      <p class="buttons">
        {FORMS.map(([form, write]) => (
          <button key={form} type="button" class="button" onClick={copy(form, write)}>
            {t(form)}
          </button>
        ))}
      </p>
      <p role="status" class="from">
        {outcome !== null && t(outcome.failed === null ? "copied" : "copyFailed", t(outcome.form))}
      </p>
      {outcome !== null && outcome.failed !== null && <ByHand text={outcome.failed} />}
      <p class="from">{t("copyMeans")}</p>
      {!typed && <PrintSheet />}
    </details>
  );
}

/** The text itself, selected, where the browser lets nothing onto the clipboard. */
export function ByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return <textarea ref={field} class="by-hand" readOnly rows={6} value={text} aria-label={t("copyByHand")} />;
}

/** @throws when the browser or the page around our frame forbids it. */
export async function toClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Now, with the user's own offset from UTC, as FHIR writes an instant. */
function now(): string {
  const at = new Date();
  const offset = -at.getTimezoneOffset();
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
