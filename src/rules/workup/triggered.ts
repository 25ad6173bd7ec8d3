import type { Analyte } from "../../chart/chart";
import { lowestT, lowestZ, radiusIsLowest, T_NORMAL } from "../facts/bmd";
import { chronicLiverDisease, drinksThreeOrMore, has } from "../facts/conditions";
import { vertebralFractures } from "../facts/fractures";
import { reducedEgfr, severeKidneyDisease } from "../facts/kidney";
import { abnormal } from "../facts/labs";
import {
  hypercalcemia,
  hyperparathyroidism,
  hypocalcemia,
  unexplainedAlp,
  vitaminDDeficient,
  vitaminDNotRising,
} from "../facts/mineral";
import { age, sex } from "../facts/population";
import { vfaSteroid } from "../facts/steroids";
import { denosumab, onClass } from "../facts/therapy";
import { isAtMost, isBelow } from "../range";
import type { Question, Reader } from "../reader";
import { workupRule } from "../rule";
import { and, not, or, type Truth } from "../truth";
import { listed } from "../words";
import { onFile } from "./everyone";
import { boneDrugConsidered, workupApplies } from "./gate";

type Trigger = readonly [words: string, holds: Question<Truth>];

/** ISCD 2005: at or below -2.0 a secondary cause is looked for. */
const Z_LOW = -2;
const lowZ: Question<Truth> = (r) => {
  const z = r.ask(lowestZ);
  return z !== null && isAtMost(z, Z_LOW);
};

const isMan: Question<Truth> = (r) => and(r.ask(workupApplies), r.ask(sex) === "male");
const anemia: Question<Truth> = (r) => {
  const { hemoglobinLowMen, hemoglobinLowWomen } = r.policy.unconfirmedLimits;
  return abnormal(r, "HGB", "low", { unconfirmed: r.ask(sex) === "male" ? hemoglobinLowMen : hemoglobinLowWomen });
};
/** Myeloma is looked for from here (section 3, SPEP/FLC). */
const over50: Question<Truth> = (r) => {
  const years = r.ask(age);
  return years === null ? "unknown" : years > 50;
};
const lowTestosterone: Question<Truth> = (r) =>
  and(r.ask(sex) === "male", abnormal(r, "TESTO", "low", r.policy.limits.testosteroneLow));
const denosumabConsidered: Question<Truth> = (r) => r.ask(boneDrugConsidered) || r.ask(denosumab) !== null;

interface Item {
  code: string;
  label: string;
  /** Results that settle it; empty for imaging. */
  analytes: readonly Analyte[];
  triggers: readonly Trigger[];
  /** Holds for every trigger. */
  and?: Question<Truth>;
}

/** CLINICAL.md section 3, tier 2: asked for by a finding. */
const ITEMS: readonly Item[] = [
  {
    code: "PTH",
    label: "Parathyroid hormone",
    analytes: ["PTH"],
    triggers: [
      ["low calcium", hypocalcemia],
      ["high calcium", hypercalcemia],
      ["vitamin D below 20 ng/mL", vitaminDDeficient],
      ["eGFR below 60", reducedEgfr],
      ["kidney stones", (r) => has(r, "kidney-stones")],
      ["radius lower than hip and spine", (r) => r.ask(radiusIsLowest)],
      ["unexplained alkaline phosphatase", unexplainedAlp],
    ],
  },
  {
    code: "UCA24",
    label: "24-hour urine calcium",
    analytes: ["UCA24"],
    triggers: [
      ["kidney stones", (r) => has(r, "kidney-stones")],
      ["Z-score of -2.0 or lower", lowZ],
      ["man", isMan],
      ["malabsorption", (r) => has(r, "malabsorption", "gastric-bypass")],
      ["hyperparathyroidism", hyperparathyroidism],
    ],
  },
  {
    code: "SPEP/FLC",
    label: "Protein electrophoresis and free light chains",
    analytes: ["SPEP", "FLC"],
    and: over50,
    triggers: [
      ["anemia", anemia],
      ["high calcium without hyperparathyroidism", (r) => and(r.ask(hypercalcemia), not(r.ask(hyperparathyroidism)))],
      ["high ESR", (r) => abnormal(r, "ESR", "high", null)],
      ["several vertebral fractures", (r) => r.ask(vertebralFractures).length >= 2],
    ],
  },
  {
    code: "TTG",
    label: "Tissue transglutaminase IgA",
    analytes: ["TTG"],
    triggers: [
      ["anemia", anemia],
      ["vitamin D low and not rising", vitaminDNotRising],
      ["iron deficiency", (r) => has(r, "iron-deficiency")],
      ["chronic gastrointestinal symptoms", (r) => has(r, "gi-symptoms")],
      ["Z-score of -2.0 or lower", lowZ],
    ],
  },
  {
    code: "CORTISOL",
    label: "Cortisol test",
    analytes: ["CORTISOL"],
    triggers: [
      ["cushingoid features", (r) => has(r, "cushing")],
      ["Z-score of -2.0 or lower", lowZ],
    ],
  },
  {
    code: "SEXHORM",
    label: "Estradiol, FSH, LH, prolactin",
    analytes: ["ESTRADIOL", "FSH", "LH", "PROLACTIN"],
    triggers: [
      ["amenorrhea", (r) => has(r, "amenorrhea")],
      ["chronic liver disease", chronicLiverDisease],
      ["low testosterone", lowTestosterone],
    ],
  },
  {
    code: "MG",
    label: "Magnesium",
    analytes: ["MG"],
    triggers: [
      ["low calcium", hypocalcemia],
      ["proton-pump inhibitor", (r) => onClass(r, "ppi").length > 0],
      ["diuretic", (r) => onClass(r, "loop-diuretic", "thiazide").length > 0],
      ["alcohol", drinksThreeOrMore],
      [
        "malabsorption before denosumab",
        (r) => and(has(r, "malabsorption", "gastric-bypass"), r.ask(denosumabConsidered)),
      ],
    ],
  },
  {
    code: "BALP",
    label: "Bone-specific alkaline phosphatase or GGT",
    analytes: ["BALP", "GGT"],
    triggers: [["unexplained alkaline phosphatase", unexplainedAlp]],
  },
  {
    code: "BTM",
    label: "Bone turnover marker (CTX or P1NP)",
    analytes: ["CTX", "P1NP"],
    triggers: [["doubtful adherence", (r) => has(r, "nonadherence")]],
  },
];

/** CKD-MBD is a panel: it stays open until each of its parts is there (boxed warning of denosumab). */
const CKD_MBD_PARTS: readonly Analyte[] = ["PTH", "CA", "VITD", "PHOS"];

/** ISCD 2019: T below -1.0 and one of these. */
const VFA_AGE = { female: 70, male: 80 } as const;
const VFA_HEIGHT_LOSS_CM = 4;
const vfaTriggers: readonly Trigger[] = [
  [
    "woman of 70 or more, man of 80 or more",
    (r) => {
      const [years, who] = [r.ask(age), r.ask(sex)];
      return years === null || who === null ? "unknown" : years >= VFA_AGE[who];
    },
  ],
  [
    "height loss over 4 cm",
    (r) => {
      const loss = r.fact("height loss", (c) => c.heightLossCm);
      return or(loss !== null && loss > VFA_HEIGHT_LOSS_CM, has(r, "height-loss"));
    },
  ],
  ["self-reported vertebral fracture, not documented", (r) => has(r, "reported-vertebral-fracture")],
  ["glucocorticoid of 5 mg/day or more for 3 months", vfaSteroid],
];

const holding = (r: Reader, triggers: readonly Trigger[]) =>
  listed(triggers.filter(([, holds]) => r.ask(holds) === true).map(([words]) => words));

export const TRIGGERED_RULES = [
  ...ITEMS.map(({ code, label, analytes, triggers, and: gate }) =>
    workupRule({
      id: `W-${code}`,
      code,
      label,
      title: `${label} called for`,
      when: `${triggers.map(([words]) => words).join(", or ")}${gate ? "; over 50 years" : ""}; and no usable result in 12 months`,
      output: "this part of the work-up is called for",
      sources: ["Workup", "Product"],
      triggered: true,
      lookBackMonths: (r) => r.policy.labMonths,
      holds: (r) => and(gate ? r.ask(gate) : true, or(...triggers.map(([, q]) => r.ask(q))), not(onFile(r, analytes))),
      reason: (r) => `${label}: called for by ${holding(r, triggers)}`,
    }),
  ),
  workupRule({
    id: "W-CKDMBD",
    code: "CKDMBD",
    label: "CKD-MBD evaluation",
    title: "CKD-MBD evaluation called for",
    when: "eGFR below 30 or dialysis, and denosumab considered",
    output: "PTH, calcium, 25-OH vitamin D, 1,25-(OH)2 vitamin D and phosphate first",
    sources: ["Labels"],
    triggered: true,
    lookBackMonths: (r) => r.policy.labMonths,
    holds: (r) =>
      and(
        r.ask(severeKidneyDisease),
        r.ask(denosumabConsidered),
        not(and(...CKD_MBD_PARTS.map((part) => onFile(r, [part])))),
      ),
    reason: () =>
      "CKD-MBD evaluation (PTH, calcium, 25-OH and 1,25-(OH)2 vitamin D, phosphate): eGFR below 30 or dialysis",
  }),
  workupRule({
    id: "W-VFA",
    code: "VFA",
    label: "Vertebral fracture assessment",
    title: "Spine imaging called for",
    when: "T-score below -1.0 and woman of 70, man of 80, height loss over 4 cm, self-reported vertebral fracture or glucocorticoid of 5 mg/day for 3 months; no vertebral fracture documented",
    output: "a lateral spine film or VFA is called for",
    sources: ["ISCD VFA 2019"],
    triggered: true,
    lookBackMonths: () => null,
    holds: (r) => {
      const lowest = r.ask(lowestT);
      const low = lowest === null ? "unknown" : isBelow(lowest.t, T_NORMAL);
      return and(low, or(...vfaTriggers.map(([, q]) => r.ask(q))), r.ask(vertebralFractures).length === 0);
    },
    reason: (r) => `Spine imaging (VFA): T-score below -1.0 and ${holding(r, vfaTriggers)}`,
  }),
];

/** Results that settle each triggered item. */
export const TRIGGERED_ANALYTES: Readonly<Record<string, readonly Analyte[]>> = {
  ...Object.fromEntries(ITEMS.map(({ code, analytes }) => [code, analytes])),
  CKDMBD: CKD_MBD_PARTS,
};
