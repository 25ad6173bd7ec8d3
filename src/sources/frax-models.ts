/** A country model of the official calculator. The clinician chooses it; it is never inferred from the chart (RISK.md 1.1, row 0). */
export interface FraxModel {
  /** `country=N` in the calculator's address [site script, RISK.md 2.1]. */
  id: number;
  /** As the calculator names it. */
  name: string;
  /** Whose thresholds may be held against it. */
  country: string;
  /** Name of its continent in the menus of FRAXplus; null where no source at hand names it. */
  continent: string | null;
}

/** The US has four models; they use race or ethnicity. */
export const FRAX_MODELS: readonly FraxModel[] = [
  { id: 9, name: "US (Caucasian)", country: "US", continent: "North America" },
  { id: 8, name: "US (Black)", country: "US", continent: "North America" },
  { id: 10, name: "US (Hispanic)", country: "US", continent: "North America" },
  { id: 7, name: "US (Asian)", country: "US", continent: "North America" },
  { id: 1, name: "UK", country: "UK", continent: null },
  { id: 19, name: "Canada", country: "Canada", continent: null },
  { id: 31, name: "Australia", country: "Australia", continent: null },
];

export function fraxModel(id: number): FraxModel | null {
  return FRAX_MODELS.find((model) => model.id === id) ?? null;
}

/** How figures that were read back say where they are from; those somebody typed say it otherwise. */
export const READ_BACK = "FRAX: official calculator";

export function isReadBack({ from, text }: { from: string; text: string }): boolean {
  return from === "typed" && text.startsWith(READ_BACK);
}

export type CalculatorId = "fraxplus" | "sheffield";

/** The public pages of the official calculator, and the hosts they may answer from (RISK.md 2, 6). */
export const CALCULATORS: Record<CalculatorId, { name: string; page: string; origins: readonly string[] }> = {
  fraxplus: {
    name: "fraxplus.org",
    page: "https://www.fraxplus.org/calculation-tool",
    origins: ["https://www.fraxplus.org/*", "https://fraxplus.org/*"],
  },
  sheffield: {
    name: "University of Sheffield",
    page: "https://frax.shef.ac.uk/FRAX/tool.aspx",
    origins: ["https://frax.shef.ac.uk/*", "https://www.sheffield.ac.uk/*"],
  },
};
