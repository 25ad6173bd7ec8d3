import { bmdCategory, lowestT } from "../facts/bmd";
import { fragilityFracture } from "../facts/fractures";
import { age, sex } from "../facts/population";
import { isBelow } from "../range";
import type { Question, Reader } from "../reader";
import { noteRule } from "../rule";
import { anabolicFirstBySource, lowTWithRiskFactor } from "../therapy/anabolic-first";
import { candidates } from "../therapy/candidates";
import { drugIndicated } from "../therapy/considered";
import { placedIn } from "../tier/placement";
import { and, or, type Truth } from "../truth";

const note = { group: "note", level: "info", alert: false } as const;

/** The shared-decision card is for women from this age with osteopenia (5.4). */
const SHARED_DECISION_AGE = 65;

const sharedDecision: Question<Truth> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  const known = years === null || who === null ? "unknown" : years >= SHARED_DECISION_AGE && who === "female";
  return and(known, r.ask(bmdCategory) === "osteopenia", placedIn(r, "MODERATE"), !r.ask(drugIndicated));
};

/** BHOF 2022 counts a fracture of high trauma from here on. */
const TRAUMA_AGE = 50;

const traumaticAfter50: Question<Truth> = (r) => {
  const traumatic = r.list(
    (c) => c.fractures,
    ({ trauma }) => trauma === "high",
  );
  const years = r.ask(age);
  return or(...traumatic.map(({ date }) => afterAge(r, date, years)), false);
};

function afterAge(r: Reader, date: string | null, years: number | null): Truth {
  if (date === null || years === null) return "unknown";
  return years - (Number(r.today.slice(0, 4)) - Number(date.slice(0, 4))) > TRAUMA_AGE;
}

/** Where source and guidelines differ on therapy: two statements, never one (X4, X5, X7, X8, X14). */
export const DISAGREEMENT_NOTES = [
  noteRule({
    ...note,
    id: "X4",
    title: "Fragility fracture in the guidelines",
    when: "a fragility fracture",
    output: "what others call severe; obtain DXA as baseline, without delay of treatment",
    group: "disagreement",
    sources: ["S12", "AACE 2020", "WHO"],
    holds: (r) => r.ask(fragilityFracture),
    says: () => ({
      summary:
        "Source 2025 says severe at any site | AACE 2020 says diagnostic even with normal BMD; WHO severe = T ≤-2.5 plus fracture",
      detail: "Obtain DXA as a baseline; it does not delay treatment.",
    }),
  }),
  noteRule({
    ...note,
    id: "X4",
    title: "Fracture from high trauma",
    when: "a fracture from high trauma after 50",
    output: "not a fragility fracture by the source; BHOF counts it",
    group: "disagreement",
    sources: ["S12", "BHOF 2022"],
    holds: (r) => r.ask(traumaticAfter50),
    says: () => ({
      summary:
        "Source 2025 speaks of fragility fractures only | BHOF 2022 says even a traumatic fracture after 50 matters",
    }),
  }),
  noteRule({
    ...note,
    id: "X5",
    title: "Order of the alternatives",
    when: "several drugs come into question",
    output: "source and guidelines differ",
    group: "disagreement",
    sources: ["S30", "ACP 2023", "ACR 2022", "ECTS"],
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : r.ask(candidates).list.length > 2),
    says: () => ({
      summary:
        "Source 2025 says IV bisphosphonate, teriparatide, denosumab, raloxifene | ACP 2023 says denosumab second line",
      detail:
        "ACP 2023: anabolics only for women at very high risk. ACR 2022: denosumab or PTH analogue over bisphosphonate at high risk. Denosumab is never just stopped (ECTS).",
    }),
  }),
  noteRule({
    ...note,
    id: "X8",
    title: "Anabolic first in osteopenia",
    when: "S31 holds",
    output: "no guideline checked does so in osteopenia",
    group: "disagreement",
    sources: ["S31", "ES 2020", "ACR 2022", "Eriksen 2012"],
    holds: (r) => r.ask(anabolicFirstBySource),
    says: () => ({
      summary:
        "Source 2025 says anabolic first below -2.0 with risk | ES 2020 says below -2.5 with fractures; ACR 2022 -3.5 or lower",
      detail:
        "Source statement; outside label and the guidelines checked; specialist decision. AACE T below -3.0 is unconfirmed.",
    }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "X7",
    title: "Shared decision",
    when: "woman of 65 or more with osteopenia at moderate risk",
    output: "NNT with their populations; individualise",
    group: "disagreement",
    sources: ["S47", "Eriksen 2012", "Reid 2018", "ACP 2023"],
    holds: (r) => r.ask(sharedDecision),
    says: (r) => ({
      summary:
        "Source 2025 says NNT over 100, no drug | ACP: individualise in women over 65; Reid 2018: NNT 15 over 6 years",
      detail: `${
        r.ask(lowTWithRiskFactor) === true
          ? "The source lists a T-score below -2.0 with risk factors under anabolic first, but reserves drugs for patients over the threshold (S24): none is suggested. "
          : ""
      }NNT over 100 is against patients who had a fracture and T below -2.5 (Eriksen 2012). NNT 15: zoledronate every 18 months in osteopenic women from 65 (Reid 2018). The ACP wording is unconfirmed.`,
    }),
  }),
  noteRule({
    ...note,
    id: "X14",
    title: "Goal-directed treatment",
    when: "tier VERY_HIGH, or HIGH with a T-score below -2.5",
    output: "first drug by the chance of reaching a target",
    group: "disagreement",
    unconfirmed: true,
    sources: ["S25", "ASBMR/BHOF 2024"],
    holds: (r) => {
      const lowest = r.ask(lowestT);
      const low = lowest === null ? "unknown" : isBelow(lowest.t, -2.5);
      return placedIn(r, "VERY_HIGH") ? true : and(placedIn(r, "HIGH"), low);
    },
    says: () => ({
      summary:
        "Source 2025 says bisphosphonate first | ASBMR/BHOF 2024 says first drug by the chance of reaching a BMD target",
      detail:
        "Recent fracture or very high risk: fast-acting (anabolic) first. Targets such as hip T above -2.5 are unconfirmed.",
    }),
  }),
];
