import type { IsoDate } from "../../chart/evidence";
import type { TextKey } from "../text";
import { boneDrugForm, plannedForm, steroidForm } from "./drug-forms";
import { historyForms, patientForms } from "./history-forms";
import { LABS, type Lab, MORE_LABS, SEX_HORMONES } from "./measures";
import { boneDensityForm, fraxForm, labForm, myelomaForm, panelForm } from "./risk-forms";
import type { TypeForm } from "./type-form";

/** Everything a clinician can type of a patient, in groups as one thinks of them. */
export interface KindGroup {
  title: TextKey;
  kinds: TypeForm[];
}

/** All that can be typed, by group. `today` stands in the date of figures that are made today. */
export function kindGroups(today: IsoDate): KindGroup[] {
  const labs = Object.entries<Lab>({ ...LABS, ...MORE_LABS }).map(([id, lab]) => labForm(id, lab));
  const { pth, calcium, vitaminD, phosphate } = LABS;
  const panels = [
    panelForm("sexHormones", "labSexHormones", SEX_HORMONES),
    panelForm("ckdMbd", "labCkdMbd", { pth, calcium, vitaminD, phosphate }),
    myelomaForm(),
  ];
  return [
    { title: "groupRisk", kinds: [fraxForm(today), boneDensityForm()] },
    { title: "groupHistory", kinds: historyForms() },
    { title: "groupDrugs", kinds: [steroidForm(), boneDrugForm(), plannedForm()] },
    { title: "groupLabs", kinds: [...labs, ...panels] },
    { title: "groupPatient", kinds: patientForms() },
  ];
}

/** The form that supplies a missing item of work-up, by the item's code. Spine imaging without a fracture is answered as done. */
export const KIND_OF_ITEM: Readonly<Record<string, string>> = {
  FRAX: "frax",
  DXA: "bone-density",
  DENTAL: "dental",
  FALLS: "falls",
  HEIGHT: "height-loss",
  VFA: "spine-fracture",
  VITD: "lab-vitaminD",
  CA: "lab-calcium",
  ALB: "lab-albumin",
  PHOS: "lab-phosphate",
  ALP: "lab-alp",
  CREAT: "lab-creatinine",
  LFT: "lab-alt",
  CBC: "lab-hemoglobin",
  TSH: "lab-tsh",
  TESTO: "lab-testosterone",
  PTH: "lab-pth",
  UCA24: "lab-urineCalcium",
  TTG: "lab-ttg",
  CORTISOL: "lab-cortisol",
  SEXHORM: "lab-sexHormones",
  CKDMBD: "lab-ckdMbd",
  MG: "lab-magnesium",
  BALP: "lab-boneAlp",
  BTM: "lab-ctx",
  "SPEP/FLC": "lab-myeloma",
};
