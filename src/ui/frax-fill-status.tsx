import type { FraxFill, ReadBack } from "../messages/frax";
import { fraxModel } from "../sources/frax-models";
import { askWorker } from "./ask-worker";
import { useSaying } from "./clinician";
import { percent, plain, prose } from "./figures";
import { fieldsText } from "./frax-field-text";
import { t } from "./text";
import { onTrusted } from "./trusted";

/** Where filling in the calculator stands; figures that were read back wait here for the clinician. */
export function FraxFillStatus({ fill, tabId }: { fill: FraxFill; tabId: number | null }) {
  const { state } = fill;
  switch (state.is) {
    case "open":
      return <Line text={t("fraxOpening")} />;
    case "filled":
      return <Line text={state.left.length > 0 ? t("fraxFilledLeft", fieldsText(state.left)) : t("fraxFilled")} />;
    case "not-filled":
    case "refused":
      return <Line text={prose(state.words)} caution={true} />;
    case "ended":
      return state.words === "" ? null : <Line text={prose(state.words)} caution={true} />;
    case "stored":
      return <Line text={t("fraxStored")} />;
    case "read":
      return <Confirm fill={fill} figures={state.figures} tabId={tabId} />;
  }
}

function Line({ text, caution = false }: { text: string; caution?: boolean }) {
  return (
    <p role="status" class={`fill-state ${caution ? "caution" : "from"}`}>
      {text}
    </p>
  );
}

function Confirm({ fill, figures, tabId }: { fill: FraxFill; figures: ReadBack; tabId: number | null }) {
  const { busy, refused, say } = useSaying();
  const { mof, hip, mofComparator, hipComparator, t: score, modelOnPage, yes, enteredThere, countedAsNo } = figures;
  const model = fraxModel(fill.model)?.name ?? "";
  const answer = (kind: "frax-confirm" | "frax-discard") =>
    onTrusted<Event>(() => {
      if (tabId === null) return;
      void say(() => askWorker<typeof kind>({ kind, tabId, visit: fill.visit, id: fill.id }));
    });
  return (
    <section class="frax-read" aria-label={t("fraxRead")}>
      <h3>{t("fraxRead")}</h3>
      <dl>
        <div>
          <dt>{t("fraxMof")}</dt>
          <dd>{percent(mof, mofComparator)}</dd>
        </div>
        <div>
          <dt>{t("fraxHip")}</dt>
          <dd>{percent(hip, hipComparator)}</dd>
        </div>
      </dl>
      <p class="from">
        {t(modelOnPage ? "fraxReadModel" : "fraxModelUnread", model)}{" "}
        {score === null ? t("fraxWithoutBmd") : t("fraxReadT", plain(score))}
      </p>
      <p class="from">{t("fraxReadYes", yes.length > 0 ? fieldsText(yes) : t("none"))}</p>
      {enteredThere.length > 0 && (
        <p class="from">{t("fraxReadEntered", fieldsText(enteredThere.map(({ field }) => field)))}</p>
      )}
      {countedAsNo.length > 0 && <p class="caution">{t("fraxCountedAsNo", fieldsText(countedAsNo))}</p>}
      <p class="buttons">
        <button type="button" class="button primary" disabled={busy} onClick={answer("frax-confirm")}>
          {t("fraxTake")}
        </button>
        <button type="button" class="button" disabled={busy} onClick={answer("frax-discard")}>
          {t("fraxLeave")}
        </button>
      </p>
      <p role="status">{refused !== null && <span class="reason">{refused}</span>}</p>
    </section>
  );
}
