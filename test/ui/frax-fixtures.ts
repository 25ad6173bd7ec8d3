import { FRAX_WORDS } from "../../src/background/frax-words";
import type { Evidence } from "../../src/chart/evidence";
import type { FraxFill, FraxFillState, FraxInput, FraxInputs, ReadBack } from "../../src/messages/frax";

/** Inputs of the official calculator written by hand, for tests of what the pages draw. */

const from = (text: string): Evidence[] => [
  { from: "page", place: { frame: 0, ref: 9 }, text, seenAt: "2026-11-23T09:00:00Z" },
];
const found = (value: string, text: string, ...notes: string[]): FraxInput => ({
  state: "found",
  value,
  text,
  notes,
  evidence: from(text),
});
const missing = (why: string | null, ...look: Extract<FraxInput, { state: "not-found" }>["look"]): FraxInput => ({
  state: "not-found",
  why,
  look,
  evidence: [],
});

export const fraxInputs: FraxInputs = {
  inputs: {
    age: found("68", "68 years"),
    sex: found("female", "female"),
    weight: found("125", "131 kg", "the calculator takes at most 125 kg: 125 is entered"),
    height: found("163", "163 cm"),
    previousFracture: missing("whether this counts is not certain: Fracture of wrist, 2019", "problems", "notes"),
    parentHip: missing(null, "social", "notes"),
    smoking: found("no", "former smoker"),
    glucocorticoids: found("yes", "predniSONE 10 mg tablet"),
    rheumatoidArthritis: found("no", "not on the problem list, which was shown in full"),
    secondaryOsteoporosis: missing(null, "problems", "notes"),
    alcohol: found("no", "drinks a day: 1"),
    bmd: found("0.612", "Hologic, 0.612 g/cm² (T-score -2.05)"),
  },
  neck: null,
  blocked: [],
};

export const blockedInputs: FraxInputs = {
  ...fraxInputs,
  inputs: {
    ...fraxInputs.inputs,
    height: { state: "unusable", text: "98 cm", why: "the calculator takes 100 to 220 cm", evidence: from("98 cm") },
  },
  blocked: ["height 98 cm: the calculator takes 100 to 220 cm"],
};

export const fill = (state: FraxFillState): FraxFill => ({
  id: "fill-1",
  visit: "2026-06-01T09:00:00.000Z",
  calculator: "fraxplus",
  model: 9,
  calculatorTab: 7,
  state,
});

/** Figures as they are read back, with every kind of answer that stands behind them. */
export const readFigures: ReadBack = {
  mof: 13,
  hip: 2.7,
  mofComparator: null,
  hipComparator: null,
  t: -2.05,
  modelOnPage: true,
  yes: ["glucocorticoids"],
  enteredThere: [{ field: "parentHip", value: "yes" }],
  countedAsNo: ["previousFracture"],
};

/** Every state that filling in can be in, by name. */
export const fills: Record<string, FraxFillState> = {
  open: { is: "open" },
  filled: { is: "filled", filled: ["age", "sex", "weight"], left: ["previousFracture", "parentHip"] },
  read: { is: "read", figures: { ...readFigures, hip: 0.1, hipComparator: "<" } },
  refused: { is: "refused", words: "The page computed with T-score -1.7, the chart gives -2.05." },
  "not-filled": { is: "not-filled", words: FRAX_WORDS.otherLanguage },
  stored: { is: "stored" },
  ended: { is: "ended", words: FRAX_WORDS.calculatorClosed },
};
