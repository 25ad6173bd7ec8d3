import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { type FraxFill, type FraxInputs, fraxFillKey } from "../messages/frax";
import { CALCULATORS, type CalculatorId, FRAX_MODELS } from "../sources/frax-models";
import { askWorker } from "./ask-worker";
import { useSaying } from "./clinician";
import { ByHand, toClipboard } from "./copy-menu";
import { type FraxChoice, useFraxChoice } from "./frax-choice";
import { valuesText } from "./frax-field-text";
import { FraxFillStatus } from "./frax-fill-status";
import { FraxInputsList } from "./frax-inputs";
import { followHeld } from "./held";
import { FoldedSection } from "./section";
import { t } from "./text";
import { onTrusted } from "./trusted";

/** The chart whose inputs are shown. */
export interface FraxOfTab {
  tabId: number | null;
  visit: string;
  inputs: FraxInputs;
}

/** Null where there is no chart, as in the popup. */
export const FraxOfTabContext = createContext<FraxOfTab | null>(null);

/** Fills in the official calculator for the clinician, who presses Calculate herself. Opened where FRAX is needed. */
export function FraxCalculator({ needed }: { needed: boolean }) {
  const chart = useContext(FraxOfTabContext);
  const fill = useFill(chart?.tabId ?? null);
  if (chart === null) return null;
  const { inputs, blocked } = chart.inputs;
  const found = Object.values(inputs).filter(({ state }) => state === "found").length;
  const current = fill !== null && fill.visit === chart.visit ? fill : null;
  return (
    <FoldedSection
      id="official-frax"
      title={t("fraxOfficial")}
      count={t("fraxFoundOf", found)}
      open={needed || current?.state.is === "read"}
    >
      {current !== null && <FraxFillStatus fill={current} tabId={chart.tabId} />}
      <FraxInputsList inputs={inputs} />
      {blocked.length > 0 && <p class="caution">{t("fraxBlocked", blocked.join("; "))}</p>}
      <FillIn chart={chart} blocked={blocked.length > 0} />
    </FoldedSection>
  );
}

/** Where filling in stands, as the worker keeps it. */
function useFill(tabId: number | null): FraxFill | null {
  const [fill, setFill] = useState<FraxFill | null>(null);
  useEffect(() => {
    if (tabId === null) return undefined;
    return followHeld(
      fraxFillKey(tabId),
      (held) => setFill((held as FraxFill | undefined) ?? null),
      () => setFill(null),
    );
  }, [tabId]);
  return fill;
}

function FillIn({ chart, blocked }: { chart: FraxOfTab; blocked: boolean }) {
  const [choice, choose] = useFraxChoice();
  const { busy, refused, say } = useSaying();
  const [copied, setCopied] = useState<"yes" | "by-hand" | null>(null);
  const values = valuesText(chart.inputs);
  // The permission must be asked for first thing in the click, or the browser refuses to ask. A frame in a page of
  // Firefox cannot ask at all: the worker then opens the settings, which can.
  const open = onTrusted<Event>(() => {
    const { calculator, model } = choice;
    const allowed = browser.permissions?.request({ origins: [...CALCULATORS[calculator].origins] }) ?? true;
    void say(async () => {
      if (!(await allowed)) return { refused: t("fraxNotAllowed") };
      if (chart.tabId === null || model === null) return undefined;
      return askWorker<"frax-fill">({ kind: "frax-fill", tabId: chart.tabId, visit: chart.visit, calculator, model });
    });
  });
  const copy = onTrusted<Event>(() => {
    toClipboard(values).then(
      () => setCopied("yes"),
      () => setCopied("by-hand"),
    );
  });
  return (
    <>
      <Choice choice={choice} choose={choose} />
      <p class="buttons">
        <button
          type="button"
          class="button primary"
          disabled={busy || blocked || choice.model === null || chart.tabId === null}
          onClick={open}
        >
          {t("fraxFillIn")}
        </button>
        <button type="button" class="button" onClick={copy}>
          {t("fraxCopyValues")}
        </button>
      </p>
      <p role="status" class="from">
        {refused !== null && <span class="reason">{refused}</span>} {copied === "yes" && t("fraxCopied")}
      </p>
      {copied === "by-hand" && <ByHand text={values} />}
      <p class="from">{t("fraxFillMeans")}</p>
    </>
  );
}

function Choice({ choice, choose }: { choice: FraxChoice; choose: (choice: FraxChoice) => void }) {
  const changed = (event: Event) => (event.currentTarget as HTMLSelectElement).value;
  return (
    <>
      <label class="field">
        <span>{t("fraxModel")}</span>
        <span class="control">
          <select
            value={choice.model ?? ""}
            onChange={(event) => choose({ ...choice, model: Number(changed(event)) || null })}
          >
            <option value="">{t("fraxChoose")}</option>
            {FRAX_MODELS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
        <span class="field-hint">{t("fraxModelMeans")}</span>
      </label>
      <label class="field">
        <span>{t("fraxPage")}</span>
        <span class="control">
          <select
            value={choice.calculator}
            onChange={(event) => choose({ ...choice, calculator: changed(event) as CalculatorId })}
          >
            {Object.entries(CALCULATORS).map(([id, { name }]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
      </label>
    </>
  );
}
