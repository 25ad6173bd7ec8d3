import { type TextKey, t } from "../text";

const WORDS: Record<string, TextKey> = { years: "unitYears", "mg/day": "unitMgDay", "drinks/day": "unitDrinks" };

/** A unit as it is read: the code that goes into the case stays as it is. */
export function unitText(unit: string): string {
  const key = WORDS[unit];
  return key === undefined ? unit.replace("umol", "µmol").replace("1.73m2", "1.73\u00a0m²") : t(key);
}
