import type { Chart, ListKind } from "../../src/chart/chart";
import { known } from "../../src/chart/fact";
import {
  broken,
  fracture,
  frax,
  highWoman,
  type Input,
  lab,
  labs,
  man,
  med,
  prednisone,
  scan,
  without,
  woman,
} from "../cases/build";

/** A chart that leaves open whether the rule holds: an input, with lists that were never on screen. */
export interface Open {
  input: Input;
  unseen?: ListKind[];
  patch?: Partial<Chart>;
}

export interface RuleCase {
  yes: Input | Open;
  no: Input | Open;
  /** A chart that leaves it open, or why that cannot be. */
  open: Open | { never: string };
}

const open = (input: Input, ...unseen: ListKind[]): Open => ({ input, unseen });
const never = (reason: string) => ({ never: reason });
const unknownAge = (patch: Input = {}) => woman({ age: null, menopause: null, ...patch });
const noHistory = { fractureHistory: "unknown" };
const premenopausal = (patch: Input = {}) => woman({ age: 41, menopause: "pre", ...patch });
const noProblems = open(woman(), "problems");
const noMeds = open(woman(), "medications");
const noLabs = (key: string) => open(woman({ labs: without(key) }), "labs");

const L1 = (date: string | null = "2023-02-02") => fracture("vertebra L1", date);
const hip = (date: string | null = "2022-03-03", more: Input = {}) => fracture("hip", date, more);
const prolia = (more: Input = {}) =>
  med("denosumab", { text: "Prolia 60 mg SC", route: "sc", start: "2023-03-01", ...more });
const listed = (code: string) => ({
  yes: woman({ labs: without(code) }),
  no: woman(),
  open: never("a list that was not seen makes the item not seen, not unknown"),
});
const forAllWith = (yes: Input, no: Input = woman()): RuleCase => ({ yes, no, open: noMeds });
const problem = (text: string, patch: Input = {}): RuleCase => ({
  yes: woman({ problems: [text], ...patch }),
  no: woman(patch),
  open: { input: woman(patch), unseen: ["problems"] },
});
/** Habits and falls asked for and answered with no: only then are they ruled out. */
const asked = (input: Input): Open => ({
  input: { smoking: "never", alcoholDrinksPerDay: 0, ...input },
  patch: { fallsLastYear: known(0), parentHipFracture: known(false) },
});
const dental: RuleCase = {
  yes: highWoman({ lastDentalExam: null }),
  no: highWoman({ lastDentalExam: "2025-11-23" }),
  open: { input: highWoman({ lastDentalExam: "2025" }) },
};
const indeterminate = open(woman({ frax: null }));
const steroidUser = (mg: number, more: Input = {}) =>
  woman({ meds: [prednisone(mg)], frax: frax(12, 1.4, { gcTicked: true }), ...more });
const steroid: RuleCase = { yes: steroidUser(2.5), no: steroidUser(2.4), open: noMeds };
const veryHighWoman = (more: Input = {}) => woman({ dxa: [scan("LS", -3.2)], ...more });
const treated = (drug: Input, more: Input = {}) => woman({ meds: [drug], ...more });
const alendronate = (start: string | null = "2024-02-02") => med("alendronate", { doseMg: 70, start });

/** Every rule by id and title, with a patient for whom it holds, one for whom it does not, and one who leaves it open. */
export const RULE_CASES: Readonly<Record<string, RuleCase>> = {
  // Tiers
  "T-G2 T-score tiers do not apply": {
    yes: premenopausal(),
    no: premenopausal(broken(fracture("wrist", "2024-01-01"))),
    open: open(premenopausal(noHistory)),
  },
  "T-VH1 Recent fragility fracture": {
    yes: woman(broken(fracture("wrist", "2025-11-24"))),
    no: woman(broken(fracture("wrist", "2025-11-23"))),
    open: open(woman(broken(fracture("wrist", null)))),
  },
  "T-VH2 Fracture on therapy": {
    yes: woman(broken(hip("2022-03-03", { onTherapy: true }))),
    no: woman(broken(hip("2022-03-03", { onTherapy: false }))),
    open: open(woman({ ...noHistory, meds: [alendronate()] })),
  },
  "T-VH3 Several fragility fractures": {
    yes: woman(broken(hip(), fracture("wrist", "2019-01-01"))),
    no: woman(broken(hip(), fracture("finger", "2019-01-01"))),
    open: open(woman(broken(hip(), fracture("wrist", "2019-01-01", { trauma: null })))),
  },
  "T-VH4 Fracture on a drug that harms bone": {
    yes: woman(broken(hip("2022-03-03", { onHarmDrug: true }))),
    no: woman(broken(hip())),
    open: open(woman({ ...noHistory, meds: [med("letrozole")] })),
  },
  "T-VH5 Very low T-score": {
    yes: woman({ dxa: [scan("FN", -3.1)] }),
    no: woman({ dxa: [scan("FN", -3)] }),
    open: open(woman({ dxa: [] })),
  },
  "T-VH6 Falls on top of high risk": {
    yes: highWoman({ problems: ["Recurrent falls"] }),
    no: woman({ problems: ["Recurrent falls"] }),
    open: { input: highWoman(), unseen: ["problems"] },
  },
  "T-VH7 Very high FRAX": {
    yes: woman({ frax: frax(30.1, 2) }),
    no: woman({ frax: frax(30, 4.5) }),
    open: open(woman({ frax: frax(12, null) })),
  },
  "T-VH7g Very high FRAX on long glucocorticoid": {
    yes: steroidUser(5, { frax: frax(30, 2, { gcTicked: true }) }),
    no: steroidUser(5, { frax: frax(29.9, 4.4, { gcTicked: true }) }),
    open: { input: woman({ frax: frax(30, 2) }), unseen: ["medications"] },
  },
  "T-VH8 Osteoporosis with fragility fracture": {
    yes: woman({ dxa: [scan("FN", -2.5)], ...broken(hip()) }),
    no: woman({ dxa: [scan("FN", -2.4)], ...broken(hip()) }),
    open: open(woman({ dxa: [scan("FN", -2.5)], ...noHistory })),
  },
  "T-VH9a Fragility fracture on long glucocorticoid": {
    yes: steroidUser(2.5, broken(hip())),
    no: steroidUser(2.4, broken(hip())),
    open: { input: woman(broken(hip())), unseen: ["medications"] },
  },
  "T-VH9b Very high glucocorticoid dose": {
    yes: woman({ meds: [prednisone(30, { start: "2026-10-23" })] }),
    no: woman({ meds: [prednisone(30, { start: "2026-10-24" })] }),
    open: open(woman({ meds: [prednisone(30, { start: null })] })),
  },
  "T-VH9c T-score of -3.5 or lower on long glucocorticoid": {
    yes: steroidUser(5, { dxa: [scan("FN", -3.5)] }),
    no: steroidUser(5, { dxa: [scan("FN", -3.4)] }),
    open: open(steroidUser(5, { dxa: [] })),
  },
  "T-H1 FRAX at or over the source threshold": {
    yes: woman({ frax: frax(12, 3) }),
    no: woman({ frax: frax(19.9, 2.9) }),
    open: open(woman({ frax: frax(12, null) })),
  },
  "T-H2 T-score in the range of osteoporosis": {
    yes: woman({ dxa: [scan("TH", -2.5)] }),
    no: woman({ dxa: [scan("TH", -2.4)] }),
    open: open(woman({ dxa: [] })),
  },
  "T-H2p Earlier T-score in the range of osteoporosis": {
    yes: woman({ dxa: [scan("LS", -2.2), scan("LS", -2.6, "2019-04-04")] }),
    no: woman({ dxa: [scan("LS", -2.2), scan("LS", -2.4, "2019-04-04")] }),
    open: never("an earlier scan is on the chart or it is not"),
  },
  "T-H3 Fragility fracture": { yes: woman(broken(hip())), no: woman(), open: open(woman(noHistory)) },
  "T-M1 Osteopenia below both FRAX thresholds": {
    yes: woman({ frax: frax(19.9, 2.9) }),
    no: woman({ frax: frax(20, 2.9) }),
    open: open(woman({ frax: frax(12, null) })),
  },
  "T-M2 Moderate risk on long glucocorticoid": {
    yes: steroidUser(5, { frax: frax(10, 0.5, { gcTicked: true }), dxa: [scan("FN", -0.9)] }),
    no: steroidUser(5, { frax: frax(9.9, 1, { gcTicked: true }), dxa: [scan("FN", -1)] }),
    open: open(steroidUser(5, { frax: null })),
  },
  "T-L1 Normal bone density, no fracture": {
    yes: woman({ dxa: [scan("FN", -1)] }),
    no: woman({ dxa: [scan("FN", -1.1)] }),
    open: open(woman({ dxa: [] })),
  },
  "T-L2 Low risk on long glucocorticoid": {
    yes: steroidUser(5, { frax: frax(9.9, 1, { gcTicked: true }), dxa: [scan("FN", -1)] }),
    no: steroidUser(5, { frax: frax(9.9, 1.1, { gcTicked: true }), dxa: [scan("FN", -1)] }),
    open: open(steroidUser(5, { frax: null, dxa: [scan("FN", -1)] })),
  },
  "T-I1 FRAX needed": { yes: woman({ frax: frax(12, null) }), no: woman(), open: open(woman({ dxa: [], frax: null })) },
  "T-I2 Bone density needed": {
    yes: woman({ dxa: [scan("heel", -2.8)] }),
    no: woman(),
    open: never("a T-score is on the chart or it is not"),
  },
  // Work-up
  "W-VITD 25-OH vitamin D missing": listed("VITD"),
  "W-CA Calcium missing": listed("CA"),
  "W-ALB Albumin missing": listed("ALB"),
  "W-PHOS Phosphate missing": listed("PHOS"),
  "W-ALP Alkaline phosphatase missing": listed("ALP"),
  "W-CREAT Creatinine missing": listed("CREAT"),
  "W-LFT Liver tests missing": listed("LFT"),
  "W-CBC Blood count missing": listed("CBC"),
  "W-TSH TSH missing": listed("TSH"),
  "W-TESTO Testosterone missing": {
    yes: man({ labs: labs() }),
    no: woman(),
    open: open(woman({ sex: null })),
  },
  "W-DXA DXA missing or due": {
    yes: woman({ dxa: [scan("FN", -1.7, "2024-11-23")] }),
    no: woman({ dxa: [scan("FN", -1.7, "2024-11-24")] }),
    open: never("without a date a scan is not called due"),
  },
  "W-FRAX FRAX missing or outdated": {
    yes: woman({ frax: null }),
    no: woman(),
    open: { input: woman({ dxa: [scan("FN", -0.5)], frax: null }), unseen: ["medications"] },
  },
  "W-DENTAL Dental exam missing": dental,
  "W-PTH Parathyroid hormone called for": {
    yes: woman({ labs: labs(lab("VITD", 19.9, "ng/mL")) }),
    no: woman({ labs: labs(lab("VITD", 20, "ng/mL"), lab("EGFR", 60, "mL/min/1.73m2")) }),
    open: noProblems,
  },
  "W-UCA24 24-hour urine calcium called for": {
    yes: man({ labs: labs(lab("TESTO", 480, "ng/dL")) }),
    no: woman(),
    open: noProblems,
  },
  "W-SPEP/FLC Protein electrophoresis and free light chains called for": {
    yes: woman({ labs: labs(lab("CBC", 10.4, "g/dL", "2026-10-05", "Hemoglobin")) }),
    no: woman({ age: 50, labs: labs(lab("CBC", 10.4, "g/dL", "2026-10-05", "Hemoglobin")) }),
    open: noLabs("CBC"),
  },
  "W-TTG Tissue transglutaminase IgA called for": problem("Iron deficiency"),
  "W-CORTISOL Cortisol test called for": problem("Cushingoid appearance"),
  "W-SEXHORM Estradiol, FSH, LH, prolactin called for": problem("Cirrhosis"),
  "W-MG Magnesium called for": {
    yes: woman({ labs: labs(lab("CA", 8.1, "mg/dL")) }),
    no: asked(woman()),
    open: noLabs("CA"),
  },
  "W-BALP Bone-specific alkaline phosphatase or GGT called for": {
    yes: woman({ labs: labs(lab("ALP", 310, "U/L")) }),
    no: woman({ labs: labs(lab("ALP", 310, "U/L"), lab("GGT", 220, "U/L")) }),
    open: noLabs("ALP"),
  },
  "W-BTM Bone turnover marker (CTX or P1NP) called for": problem("Non-adherence to medication"),
  "W-CKDMBD CKD-MBD evaluation called for": {
    yes: highWoman({ labs: labs(lab("EGFR", 29, "mL/min/1.73m2")) }),
    no: highWoman({ labs: labs(lab("EGFR", 30, "mL/min/1.73m2")) }),
    open: { input: highWoman({ labs: labs(lab("CREAT", 3.4, "mg/dL")) }) },
  },
  "W-VFA Spine imaging called for": {
    yes: woman({ age: 70 }),
    no: woman({ age: 69 }),
    open: open(unknownAge()),
  },
  // Safety
  "D1 Creatinine clearance below 35": {
    // (140 - 63) x kg x 0.85 / (72 x 1.0): 38.4 kg gives 34.9, 38.6 kg gives 35.1.
    yes: woman({ weightKg: 38.4, labs: labs(lab("CREAT", 1, "mg/dL")) }),
    no: woman({ weightKg: 38.6, labs: labs(lab("CREAT", 1, "mg/dL")) }),
    open: open(woman({ weightKg: null })),
  },
  "D1 Acute renal impairment": problem("Acute kidney injury"),
  "D2 Creatinine clearance below 30": {
    yes: woman({ weightKg: 32.9, labs: labs(lab("CREAT", 1, "mg/dL")) }),
    no: woman({ weightKg: 33.1, labs: labs(lab("CREAT", 1, "mg/dL")) }),
    open: open(woman({ labs: without("CREAT") })),
  },
  "D3 Denosumab in severe kidney disease": {
    yes: woman({ labs: labs(lab("EGFR", 29.9, "mL/min/1.73m2")) }),
    no: woman({ labs: labs(lab("EGFR", 30, "mL/min/1.73m2")) }),
    open: open(woman({ labs: labs(lab("CREAT", 3.4, "mg/dL")) })),
  },
  "D4 Hypocalcemia": {
    // 8.3 + 0.8 x (4.0 - 3.7) = 8.54; with albumin 3.6 it is 8.62.
    yes: woman({ labs: labs(lab("CA", 8.3, "mg/dL"), lab("ALB", 3.7, "g/dL")) }),
    no: woman({ labs: labs(lab("CA", 8.3, "mg/dL"), lab("ALB", 3.6, "g/dL")) }),
    open: noLabs("CA"),
  },
  "D9 Raised risk of osteosarcoma": problem("Paget's disease of bone"),
  "D10 Hypercalcemic disorder": {
    yes: woman({ labs: labs(lab("CA", 10.5, "mg/dL")) }),
    no: woman({ labs: labs(lab("CA", 10.3, "mg/dL")) }),
    open: noLabs("CA"),
  },
  "D11 Kidney stones": problem("Nephrolithiasis"),
  "D6 Esophagus or posture": problem("Achalasia"),
  "D6 Gastric bypass": problem("Roux-en-Y gastric bypass"),
  "D6v Esophageal varices": problem("Esophageal varices"),
  "D7 Venous thromboembolism": problem("History of pulmonary embolism"),
  "D7b Hormone-sensitive cancer": problem("Breast cancer"),
  "D8 Myocardial infarction or stroke within a year": {
    yes: woman({ problems: ["Stroke 2025-11-24"] }),
    no: woman({ problems: ["Stroke 2025-11-23"] }),
    open: noProblems,
  },
  "M-RALOX Raloxifene in men": { yes: man(), no: woman(), open: open(woman({ sex: null })) },
  "M-ROMO Romosozumab in men": { yes: man(), no: woman(), open: open(woman({ sex: null })) },
  "S30 Intolerance": {
    yes: woman({ allergies: ["Fosamax: heartburn"] }),
    no: woman({ allergies: ["penicillin: rash"] }),
    open: open(woman(), "allergies"),
  },
  "D12 Pregnancy": problem("Pregnancy, second trimester"),
  "S42 Anabolic steroid in liver disease": {
    yes: woman({ problems: ["Cirrhosis"], meds: [med("oxandrolone")] }),
    no: woman({ problems: ["Cirrhosis"], meds: [med("teriparatide")] }),
    open: { input: woman({ meds: [med("oxandrolone")] }), unseen: ["problems"] },
  },
  "D13 Two antiresorptives": {
    yes: woman({ meds: [prolia(), med("denosumab", { text: "Xgeva 120 mg SC", route: "sc" })] }),
    no: woman({ meds: [prolia()] }),
    open: noMeds,
  },
  // Notes on the patient and the input
  "S1 Outside what this covers": problem("Bone metastases"),
  "S38 Cancer survivor": problem("Prostate cancer"),
  "S39 Preferred agents in cancer survivors": problem("Endometrial cancer"),
  "X6 When to intervene in cancer survivors": {
    yes: woman({ dxa: [scan("FN", -2.1)], meds: [med("anastrozole")] }),
    no: woman({ dxa: [scan("FN", -2)], meds: [med("anastrozole")] }),
    open: open(woman({ dxa: [], frax: null, meds: [med("anastrozole")] })),
  },
  "S40 Bone density in liver disease": problem("Hemochromatosis"),
  "S41 Tests in liver disease": problem("Primary biliary cholangitis"),
  "X11 Who is screened": {
    yes: woman({ age: 65, weightKg: 90, dxa: [] }),
    no: asked(woman({ age: 64, weightKg: 90, dxa: [] })),
    open: open(unknownAge({ dxa: [] })),
  },
  "X12 Reference database": {
    yes: woman(),
    no: woman({ dxa: [] }),
    open: never("a T-score is on the chart or it is not"),
  },
  "T-R33 Radius used": {
    yes: woman({ dxa: [scan("R33", -1.8)] }),
    no: woman({ dxa: [scan("R33", -1.8), scan("FN", -1.2)] }),
    open: never("the radius decides or it does not"),
  },
  "IN-RANGE T-score out of range": {
    yes: woman({ dxa: [scan("FN", -7.1), scan("LS", -1.2)] }),
    no: woman({ dxa: [scan("FN", -7), scan("LS", -1.2)] }),
    open: never("a number is in the range or it is not"),
  },
  "T-P1 Provisional": { yes: woman(noHistory), no: woman(), open: never("an assumption was made or it was not") },
  "M-AACE Extrapolation to men": {
    yes: man({ dxa: [scan("FN", -3.2)] }),
    no: woman({ dxa: [scan("FN", -3.2)] }),
    open: never("the tier is VERY_HIGH only where the sex is known or does not matter"),
  },
  // FRAX
  "S5 FRAX is the basis": { yes: woman(), no: woman({ dxa: [scan("FN", -1)] }), open: open(woman({ dxa: [] })) },
  "S8 FRAX missing beside a T-score": {
    yes: woman({ frax: null }),
    no: woman(),
    open: never("a FRAX is on the chart or it is not"),
  },
  "S9 Source threshold": { yes: woman({ frax: frax(20, 1) }), no: woman(), open: open(woman({ frax: frax(null, 1) })) },
  "S10 Steroid adjustment": {
    yes: steroidUser(7.6),
    no: steroidUser(7.5),
    open: open(woman(), "medications"),
  },
  "S10 Steroid adjustment considered, not applied": { yes: steroidUser(7.5), no: steroidUser(7.6), open: noMeds },
  "S10 Steroid box of FRAX not ticked": {
    yes: steroidUser(5, { frax: frax(9, 1, { gcTicked: false }) }),
    no: steroidUser(5),
    open: open(steroidUser(5, { frax: frax(9, 1) })),
  },
  "X2 Steroid boundary": { yes: steroidUser(7.5), no: steroidUser(7.4), open: noMeds },
  "X2 Age-specific adjustment": { yes: steroidUser(7.6), no: steroidUser(7.5), open: noMeds },
  "X2 Low steroid dose": { yes: steroidUser(2.4), no: steroidUser(2.5), open: noMeds },
  "T-G1 Age outside FRAX": { yes: woman({ age: 91 }), no: woman({ age: 90 }), open: open(unknownAge()) },
  "S5 FRAX outdated": {
    yes: woman({ frax: frax(9, 1, { date: "2024-11-22" }) }),
    no: woman({ frax: frax(9, 1, { date: "2024-11-23" }) }),
    open: open(woman({ frax: frax(9, 1, { date: null }) })),
  },
  "D21 FRAX in a treated patient": { yes: treated(alendronate()), no: woman(), open: noMeds },
  "X13 UK FRAX": {
    yes: woman({ frax: frax(9, 1, { country: "UK" }) }),
    no: woman(),
    open: never("a FRAX without a country is taken as US (S5)"),
  },
  "CAROC Provisional category (CAROC 2010)": {
    yes: woman({ frax: null }),
    no: woman(),
    open: open(woman({ dxa: [], frax: null })),
  },
  "CAROC No provisional category": {
    yes: woman({ frax: null, ...noHistory }),
    no: woman({ frax: null }),
    open: open(woman({ dxa: [], frax: null })),
  },
  "LS-OFFSET Lumbar-spine offset of FRAX": {
    // 0.5 rounds to a step, 0.4 to none.
    yes: woman({ dxa: [scan("FN", -1.5), scan("LS", -2)] }),
    no: woman({ dxa: [scan("FN", -1.6), scan("LS", -2)] }),
    open: never("a note on figures that are there: without one of them it is not made"),
  },
  "FRAX-LIMITS What FRAX does not count": {
    yes: woman({ problems: ["Type 2 diabetes"] }),
    no: asked(woman()),
    open: open(woman()),
  },
  // Steroids
  "GC-ROUTE Steroid without systemic effect": forAllWith(
    treated(med("budesonide", { route: "inhaled" })),
    steroidUser(5),
  ),
  "GC-REPL Adrenal replacement": forAllWith(
    treated(med("hydrocortisone", { doseMg: 20, replacement: true })),
    steroidUser(5),
  ),
  "GC-DUR Short course": forAllWith(
    treated(prednisone(20, { start: "2026-08-24" })),
    treated(prednisone(20, { start: "2026-08-23" })),
  ),
  "S11d Glucocorticoid exposure": steroid,
  "S35 Bone drug for steroid users": steroid,
  "X3 Steroid user below 20/3": steroid,
  "S36 Yearly reassessment": steroid,
  "S37 Care gap": steroid,
  "X10 Provenance of 5-62 %": steroid,
  // Secondary causes
  "S11a Vitamin D deficiency": {
    // 49.9 nmol/L is 19.99 ng/mL, 50 is 20.03.
    yes: woman({ labs: labs(lab("VITD", 49.9, "nmol/L")) }),
    no: woman({ labs: labs(lab("VITD", 50, "nmol/L")) }),
    open: open(woman({ labs: without("VITD") })),
  },
  "S16 Vitamin D target": {
    yes: woman({ labs: labs(lab("VITD", 20, "ng/mL")) }),
    no: woman({ labs: labs(lab("VITD", 19.9, "ng/mL")) }),
    open: open(woman({ labs: labs(lab("VITD", 30, null)) })),
  },
  "X1 Vitamin D target differs": {
    yes: woman({ labs: labs(lab("VITD", 29.9, "ng/mL")) }),
    no: woman({ labs: labs(lab("VITD", 30, "ng/mL")) }),
    open: open(woman({ labs: labs(lab("VITD", "<40", "ng/mL")) })),
  },
  "S11b Hypogonadism": {
    yes: man({ labs: labs(lab("TESTO", 299, "ng/dL")) }),
    no: man({ labs: labs(lab("TESTO", 300, "ng/dL")) }),
    open: open(man({ labs: labs() })),
  },
  "S11c Alcohol": { yes: woman({ alcoholDrinksPerDay: 3 }), no: woman({ alcoholDrinksPerDay: 2.9 }), open: noProblems },
  "S48 Secondary causes untested": { yes: woman({ labs: without("TSH") }), no: woman(), open: open(woman(), "labs") },
  "S48 TSH low": {
    yes: woman({ labs: labs(lab("TSH", 0.39, "mIU/L")) }),
    no: woman({ labs: labs(lab("TSH", 0.4, "mIU/L")) }),
    open: noLabs("TSH"),
  },
  "S48 Phosphate low": {
    yes: woman({ labs: labs(lab("PHOS", 2.4, "mg/dL")) }),
    no: woman({ labs: labs(lab("PHOS", 2.5, "mg/dL")) }),
    open: noLabs("PHOS"),
  },
  "D5 Vitamin D before IV zoledronic acid or denosumab": {
    yes: highWoman({ labs: labs(lab("VITD", 19, "ng/mL")) }),
    no: highWoman({ labs: labs(lab("VITD", 20, "ng/mL")) }),
    open: open(highWoman({ labs: without("VITD") })),
  },
  // Therapy
  "S6 Drug therapy by the source": { yes: highWoman(), no: woman(), open: indeterminate },
  "S12 Fragility fracture": { yes: woman(broken(hip())), no: woman(), open: open(woman(noHistory)) },
  "X4 Fracture from high trauma": {
    yes: woman(broken(fracture("tibia", "2014-06-01", { trauma: "high" }))),
    no: woman(broken(fracture("tibia", "2013-06-01", { trauma: "high" }))),
    open: open(woman(broken(fracture("tibia", null, { trauma: "high" })))),
  },
  "X4 Fragility fracture in the guidelines": { yes: woman(broken(hip())), no: woman(), open: open(woman(noHistory)) },
  "S24 No drug below high risk": { yes: woman(), no: highWoman(), open: indeterminate },
  "S25 First line": { yes: highWoman(), no: woman(), open: indeterminate },
  "S26 How alendronate works": { yes: highWoman(), no: woman(), open: indeterminate },
  "S27 Resorption markers on alendronate": forAllWith(treated(alendronate())),
  "S28 Evidence in osteopenia": { yes: highWoman(), no: highWoman({ dxa: [scan("FN", -2.6)] }), open: indeterminate },
  "S30 Alternatives in the source's order": { yes: highWoman(), no: woman(), open: indeterminate },
  "X5 Order of the alternatives": { yes: highWoman(), no: woman(), open: indeterminate },
  "S31 Anabolic first below -2.0 with risk factors": {
    yes: highWoman({ dxa: [scan("FN", -2.1)], smoking: true }),
    no: highWoman({ dxa: [scan("FN", -2)], smoking: true }),
    open: { input: highWoman({ dxa: [scan("FN", -2.1)] }), unseen: ["problems"] },
  },
  "X8 Anabolic first in osteopenia": {
    yes: highWoman({ dxa: [scan("FN", -2.1)], smoking: true }),
    no: woman({ dxa: [scan("FN", -2.1)], smoking: true }),
    open: { input: highWoman({ dxa: [scan("FN", -2.1)] }), unseen: ["problems"] },
  },
  "S32 Vertebral fracture": { yes: woman(broken(L1())), no: woman(broken(hip())), open: open(woman(noHistory)) },
  "S33 Very high risk": { yes: woman({ dxa: [scan("FN", -3.1)] }), no: highWoman(), open: indeterminate },
  "S34 Teriparatide and osteosarcoma": { yes: highWoman(), no: woman(), open: indeterminate },
  "S45 Adherence": forAllWith(treated(alendronate()), treated(prolia())),
  "S49 Poor response": {
    yes: woman(broken(hip("2022-03-03", { onTherapy: true }))),
    no: woman(broken(hip())),
    open: open(woman({ ...noHistory, meds: [alendronate()] })),
  },
  "S47 Not on the T-score alone": { yes: woman(), no: highWoman(), open: open(woman({ dxa: [], frax: null })) },
  "X7 Shared decision": {
    yes: woman({ age: 65 }),
    no: woman({ age: 64 }),
    open: open(unknownAge({ menopause: "post" })),
  },
  "X14 Goal-directed treatment": {
    yes: woman({ dxa: [scan("FN", -2.6)] }),
    no: woman({ dxa: [scan("FN", -2.5)] }),
    open: open(woman({ dxa: [], frax: frax(22, 2) })),
  },
  // Follow-up
  "S29 Dental screening first": dental,
  "S50 Dental screening, repeated": dental,
  "D17 Dental exam over 12 months old": dental,
  "D8 Romosozumab and other cardiovascular disease": {
    yes: veryHighWoman({ problems: ["Myocardial infarction 2019"] }),
    no: highWoman({ problems: ["Myocardial infarction 2019"] }),
    open: open(veryHighWoman(), "problems"),
  },
  "D12 Childbearing potential": {
    yes: premenopausal({ meds: [prednisone(40)] }),
    no: premenopausal(),
    open: open(premenopausal(), "problems"),
  },
  "D14 Denosumab due or overdue": {
    yes: treated(prolia({ lastGiven: "2026-05-23" })),
    no: treated(prolia({ lastGiven: "2026-05-24" })),
    open: open(treated(prolia())),
  },
  "D15 Denosumab stopped": forAllWith(
    treated(prolia({ stop: "2026-03-01" })),
    woman({ meds: [prolia({ stop: "2026-03-01" }), alendronate("2026-03-10")] }),
  ),
  "D16 Anabolic course over": forAllWith(
    treated(med("teriparatide", { route: "sc", start: "2024-11-23" })),
    treated(med("teriparatide", { route: "sc", start: "2024-11-24" })),
  ),
  "D18 Bisphosphonate holiday": {
    yes: treated(med("alendronate", { start: "2020-01-01", stop: "2023-01-01" })),
    no: treated(med("alendronate", { start: "2020-01-01", stop: "2022-12-31" })),
    open: open(treated(med("alendronate", { start: null, stop: "2023-01-01" }))),
  },
  "D18 Long bisphosphonate": {
    yes: treated(alendronate("2021-11-23")),
    no: treated(alendronate("2021-11-24")),
    open: open(treated(alendronate(null))),
  },
  "S51 Not indefinitely": {
    yes: treated(med("zoledronic acid", { route: "iv", start: "2023-11-23" })),
    no: treated(med("zoledronic acid", { route: "iv", start: "2023-11-24" })),
    open: open(treated(alendronate(null))),
  },
  "S46 T-score improved": {
    yes: treated(alendronate(), { dxa: [scan("LS", -1.9), scan("LS", -2.3, "2023-01-01")] }),
    no: treated(prolia(), { dxa: [scan("LS", -1.9), scan("LS", -2.3, "2023-01-01")] }),
    open: { input: woman({ dxa: [scan("LS", -1.9), scan("LS", -2.3, "2023-01-01")] }), unseen: ["medications"] },
  },
  "X5 Stopping when the T-score improved": {
    yes: treated(prolia(), { dxa: [scan("LS", -1.9), scan("LS", -2.3, "2023-01-01")] }),
    no: treated(alendronate(), { dxa: [scan("LS", -1.9), scan("LS", -2.3, "2023-01-01")] }),
    open: open(treated(prolia(), { dxa: [] })),
  },
  "D19 Thigh or groin pain": {
    yes: treated(alendronate(), { problems: ["Thigh pain, left"] }),
    no: woman({ problems: ["Thigh pain, left"] }),
    open: { input: treated(alendronate()), unseen: ["problems"] },
  },
  "D20 Atelvia with acid suppression": forAllWith(
    woman({ meds: [med("risedronate", { text: "Atelvia 35 mg" }), med("omeprazole")] }),
    woman({ meds: [med("risedronate", { text: "Actonel 35 mg" }), med("omeprazole")] }),
  ),
  "S43 DXA on treatment": {
    yes: treated(alendronate(), { dxa: [scan("FN", -2.2, "2024-11-23")] }),
    no: treated(alendronate(), { dxa: [scan("FN", -2.2, "2024-11-24")] }),
    open: { input: woman({ dxa: [scan("FN", -2.2, "2024-01-01")] }), unseen: ["medications"] },
  },
  "S44 DXA not more often than yearly": {
    yes: woman({ dxa: [scan("FN", -1.7, "2025-11-24")] }),
    no: woman({ dxa: [scan("FN", -1.7, "2025-11-23")] }),
    open: open(woman({ dxa: [{ site: "FN", t: -1.7, z: null, date: null }] })),
  },
  "X9b DXA interval differs": forAllWith(treated(alendronate())),
  // Lifestyle
  "S20 Smoking": { yes: woman({ smoking: true }), no: woman({ smoking: false }), open: noProblems },
  "S21 Alcohol": { yes: woman({ alcoholDrinksPerDay: 3 }), no: woman({ alcoholDrinksPerDay: 2 }), open: noProblems },
  "S22 Low body mass index": {
    // 163 cm: 53.0 kg is 19.9, 53.2 kg is 20.02.
    yes: woman({ weightKg: 53 }),
    no: woman({ weightKg: 53.2 }),
    open: open(woman({ weightKg: null })),
  },
};
