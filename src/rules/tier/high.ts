import { bmdCategory, earlierOsteoporosis, lowestT } from "../facts/bmd";
import { fractures, fragilityFracture, recentFracture } from "../facts/fractures";
import { frax } from "../facts/frax";
import { population } from "../facts/population";
import { SOURCE_THRESHOLD, thresholdMet } from "../facts/threshold";
import { fraxText } from "../frax-text";
import { tierRule } from "../rule";
import { and } from "../truth";
import { ofSite, tScore } from "../words";

export const HIGH_RULES = [
  tierRule({
    id: "T-H1",
    title: "FRAX at or over the source threshold",
    when: "10-year hip fracture risk of at least 3 %, or major fracture risk of at least 20 %, after steroid adjustment",
    output: "high risk: the source threshold for drug therapy is met",
    tier: "HIGH",
    basis: "frax",
    sources: ["S9", "S6"],
    holds: (r) => {
      const who = r.ask(population).population;
      return who === "minor" ? false : r.ask(thresholdMet);
    },
    says: (r) => {
      const over = r.ask(bmdCategory) === "normal" ? "; the thresholds were written for low bone mass" : "";
      return `${fraxText(r.ask(frax), SOURCE_THRESHOLD)}: meets 20 % or 3 %${over}`;
    },
  }),
  tierRule({
    id: "T-H2",
    title: "T-score in the range of osteoporosis",
    when: "lowest valid T-score of -2.5 or lower",
    output: "high risk",
    tier: "HIGH",
    basis: "bmd",
    sources: ["WHO", "AACE 2020"],
    holds: (r) => {
      const category = r.ask(bmdCategory);
      if (category !== null) return category === "osteoporosis";
      const who = r.ask(population).population;
      return who === "t-score" || who === "unknown" ? "unknown" : false;
    },
    says: (r) => `lowest T-score ${tScore(r.ask(lowestT)?.t ?? null)}: range of osteoporosis`,
  }),
  tierRule({
    id: "T-H2p",
    title: "Earlier T-score in the range of osteoporosis",
    when: "a valid T-score of -2.5 or lower on an earlier scan",
    output: "high risk: the diagnosis stays although the T-score rose",
    tier: "HIGH",
    basis: "bmd",
    sources: ["AACE 2020"],
    holds: (r) => and(r.ask(population).population === "t-score", r.ask(earlierOsteoporosis) !== null),
    says: (r) => {
      const scan = r.ask(earlierOsteoporosis);
      return `earlier T-score ${tScore(scan?.t ?? null)}${scan?.date ? ` of ${scan.date}` : ""}: the diagnosis stays`;
    },
  }),
  tierRule({
    id: "T-H3",
    title: "Fragility fracture",
    when: "a fragility fracture 12 months ago or earlier",
    output: "high risk: severe osteoporosis in the source's words; bone density is not needed to treat",
    tier: "HIGH",
    basis: "fracture",
    sources: ["S12"],
    // A fracture surely younger than 12 months is T-VH1; one without a date is at least this.
    holds: (r) =>
      and(r.ask(fragilityFracture), r.ask(recentFracture) !== true || r.ask(fractures).fragility.length > 1),
    says: (r) => {
      const [fracture] = r.ask(fractures).fragility;
      return `${ofSite(fracture?.site ?? "")} fragility fracture${fracture?.date ? ` of ${fracture.date}` : ""}`;
    },
  }),
];
