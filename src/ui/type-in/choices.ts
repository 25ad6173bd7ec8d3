import type { TextKey } from "../text";

/** Fracture sites as a case names them. */
export const FRACTURE_SITES: [string, TextKey][] = [
  ["hip", "fxHip"],
  ["vertebra", "fxVertebra"],
  ["wrist", "fxWrist"],
  ["proximal humerus", "fxHumerus"],
  ["pelvis", "fxPelvis"],
  ["rib", "fxRib"],
  ["ankle", "fxAnkle"],
];

/** Conditions that change the answer, as a problem list writes them. */
export const CONDITIONS: [string, TextKey][] = [
  ["Parent hip fracture", "conditionParent"],
  ["Rheumatoid arthritis", "conditionRa"],
  ["Chronic liver disease", "conditionLiver"],
  ["Esophageal stricture", "conditionEsophagus"],
  ["Deep vein thrombosis", "conditionVte"],
  ["Myocardial infarction", "conditionMi"],
  ["Stroke", "conditionStroke"],
  ["Primary hyperparathyroidism", "conditionPhpt"],
  ["Nephrolithiasis", "conditionStones"],
  ["Breast cancer", "conditionBreast"],
  ["Prostate cancer", "conditionProstate"],
  ["Bone metastases", "conditionMets"],
  ["ESRD on hemodialysis", "conditionDialysis"],
  ["Pregnancy", "conditionPregnancy"],
];
