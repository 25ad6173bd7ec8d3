import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { CALCULATORS, type CalculatorId, fraxModel } from "../sources/frax-models";

/** Which page, and which country model: the clinician's own choice. Null until it was made. */
export interface FraxChoice {
  calculator: CalculatorId;
  model: number | null;
}

const KEY = "frax-choice";
const FIRST: FraxChoice = { calculator: "fraxplus", model: null };

function parsed(stored: unknown): FraxChoice {
  const { calculator, model } = (stored ?? {}) as Partial<Record<keyof FraxChoice, unknown>>;
  return {
    calculator:
      typeof calculator === "string" && calculator in CALCULATORS ? (calculator as CalculatorId) : FIRST.calculator,
    model: typeof model === "number" && fraxModel(model) !== null ? model : null,
  };
}

/** Remembered in this browser, for no patient in particular: nothing about a patient is stored with it. */
export function useFraxChoice(): [FraxChoice, (choice: FraxChoice) => void] {
  const [choice, setChoice] = useState(FIRST);
  useEffect(() => {
    browser.storage.local?.get(KEY).then(
      (stored) => setChoice(parsed(stored[KEY])),
      () => setChoice(FIRST),
    );
  }, []);
  const choose = (next: FraxChoice) => {
    setChoice(next);
    // A choice that cannot be remembered is asked for again the next time.
    browser.storage.local?.set({ [KEY]: next }).catch(() => undefined);
  };
  return [choice, choose];
}
