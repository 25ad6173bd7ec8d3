import { drinksThreeOrMore, has, parentHipFracture, secondaryCause, smokes } from "../facts/conditions";
import { fragilityFracture } from "../facts/fractures";
import { longSteroid } from "../facts/steroids";
import type { Reader } from "../reader";
import type { Truth } from "../truth";
import { listed } from "../words";

/** The twelve inputs of FRAX (RISK.md 1.1): which the chart gave, and which it did not. */
export function fraxInputs(r: Reader): string {
  const value = (known: boolean): Truth => (known ? true : "unknown");
  const scans = r.list(
    (c) => c.dxa,
    (b) => b.site === "FN" && (b.t !== null || b.bmd !== null),
  );
  const inputs: readonly (readonly [string, Truth])[] = [
    ["age", value(r.fact("age", (c) => c.patient.age) !== null)],
    ["sex", value(r.fact("sex", (c) => c.patient.sex) !== null)],
    ["weight", value(r.fact("weight", (c) => c.weightKg) !== null)],
    ["height", value(r.fact("height", (c) => c.heightCm) !== null)],
    ["prior fracture", r.ask(fragilityFracture)],
    ["parent hip fracture", r.ask(parentHipFracture)],
    ["smoking", r.ask(smokes)],
    ["glucocorticoid", r.ask(longSteroid)],
    ["rheumatoid arthritis", has(r, "rheumatoid-arthritis")],
    ["secondary osteoporosis", r.ask(secondaryCause)],
    ["alcohol 3 or more a day", r.ask(drinksThreeOrMore)],
    ["femoral neck density", value(scans.length > 0)],
  ];
  const found = inputs
    .filter(([, truth]) => truth !== "unknown")
    .map(([name, truth]) => (truth === false ? `no ${name}` : name));
  const missing = inputs.filter(([, truth]) => truth === "unknown").map(([name]) => name);
  return `Found: ${listed(found) || "nothing"}. Missing: ${listed(missing) || "nothing"}; scanner maker.`;
}
