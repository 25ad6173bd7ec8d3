/** The bone drugs that can be typed, with the dose of their label. */
export const BONE_DRUGS: Record<string, { route: string; doseMg: number; antiresorptive: boolean; text: string }> = {
  alendronate: { route: "oral", doseMg: 70, antiresorptive: true, text: "alendronate 70 mg weekly" },
  risedronate: { route: "oral", doseMg: 35, antiresorptive: true, text: "risedronate 35 mg weekly" },
  ibandronate: { route: "oral", doseMg: 150, antiresorptive: true, text: "ibandronate 150 mg monthly" },
  "zoledronic acid": { route: "iv", doseMg: 5, antiresorptive: true, text: "zoledronic acid 5 mg IV yearly" },
  denosumab: { route: "sc", doseMg: 60, antiresorptive: true, text: "denosumab 60 mg SC every 6 months" },
  raloxifene: { route: "oral", doseMg: 60, antiresorptive: true, text: "raloxifene 60 mg daily" },
  teriparatide: { route: "sc", doseMg: 0.02, antiresorptive: false, text: "teriparatide 20 mcg SC daily" },
  abaloparatide: { route: "sc", doseMg: 0.08, antiresorptive: false, text: "abaloparatide 80 mcg SC daily" },
  romosozumab: { route: "sc", doseMg: 210, antiresorptive: true, text: "romosozumab 210 mg SC monthly" },
};

export const STEROIDS = [
  "prednisone",
  "prednisolone",
  "methylprednisolone",
  "dexamethasone",
  "hydrocortisone",
  "betamethasone",
  "deflazacort",
] as const;
