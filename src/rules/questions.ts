import { addMonths } from "../chart/calendar";
import type { Chart, Fracture, FraxResult } from "../chart/chart";
import type { Evidence, IsoDate } from "../chart/evidence";
import { known } from "../chart/fact";
import type { DecisiveQuestion, Tier } from "./assessment";
import { lowestT } from "./facts/bmd";
import { fractures, fragilityFracture, recentFracture } from "./facts/fractures";
import { population } from "./facts/population";
import { courses } from "./facts/steroids";
import { thresholdMet } from "./facts/threshold";
import { Reader } from "./reader";
import { choice } from "./therapy/choice";
import { placement } from "./tier/placement";

interface Answer {
  label: string;
  chart: Chart;
}

interface Asked {
  id: string;
  question: string;
  answers: Answer[];
}

type LeadsTo = DecisiveQuestion["answers"][number]["leadsTo"];

const SUPPOSED: Evidence = { from: "typed", field: "what-if", text: "supposed", typedAt: "" };

/** Only what decides: tier, threshold, first suggestion. */
function outcome(r: Reader): LeadsTo {
  const [first] = r.ask(choice).suggest;
  return {
    tier: r.ask(placement).tier,
    sourceThresholdMet: r.ask(thresholdMet) === true,
    firstSuggestion: first ? (first.drug ?? first.text) : null,
  };
}

function fracture(date: string): Fracture {
  return {
    site: "fragility",
    date,
    trauma: "low",
    onTherapy: null,
    onHarmDrug: null,
    label: "supposed",
    evidence: SUPPOSED,
  };
}

function withFrax(chart: Chart, mof: number, hip: number, today: IsoDate): Chart {
  const supposed: FraxResult = {
    mof,
    hip,
    mofComparator: null,
    hipComparator: null,
    withBmd: null,
    model: null,
    country: null,
    glucocorticoidsTicked: true,
    glucocorticoidAdjusted: true,
    date: today,
    evidence: SUPPOSED,
  };
  return { ...chart, frax: [supposed] };
}

function withT(chart: Chart, t: number, today: IsoDate): Chart {
  const scan = {
    site: "FN",
    side: null,
    t,
    z: null,
    bmd: null,
    maker: null,
    date: today,
    prior: false,
    evidence: SUPPOSED,
  };
  return { ...chart, dxa: [...chart.dxa, scan] };
}

/** Every unknown of this chart that could decide, with answers to try. */
function candidates(r: Reader, chart: Chart): Asked[] {
  const { today } = r;
  const asked: Asked[] = [];
  const ask = (id: string, question: string, ...answers: Answer[]) => asked.push({ id, question, answers });
  const older = addMonths(today, -r.policy.recentFractureMonths - 12);
  const recent = addMonths(today, -1);
  const unclear = r.ask(fractures).unclear[0];
  if (unclear) {
    const as = (trauma: "low" | "high"): Chart => ({
      ...chart,
      fractures: chart.fractures.map((f) => (f.evidence === unclear.evidence ? { ...f, trauma } : f)),
    });
    ask(
      "fracture-cause",
      `Was the ${unclear.site} fracture a fragility fracture?`,
      { label: "Yes: fall from standing height or less", chart: as("low") },
      { label: "No: high trauma", chart: as("high") },
    );
  } else if (r.ask(fragilityFracture) === "unknown") {
    const fact = (value: "none" | "documented") => known(value, SUPPOSED);
    const broken = (date: string): Chart => ({
      ...chart,
      fractures: [...chart.fractures, fracture(date)],
      fractureHistory: fact("documented"),
    });
    ask(
      "fracture-history",
      "Any fragility fracture as an adult?",
      { label: "None", chart: { ...chart, fractureHistory: fact("none") } },
      { label: "Yes, over 12 months ago", chart: broken(older) },
      { label: "Yes, within 12 months", chart: broken(recent) },
    );
  }
  if (r.ask(recentFracture) === "unknown") {
    const dated = (date: string): Chart => ({
      ...chart,
      fractures: chart.fractures.map((f) => (f.date === null || f.date.length < 10 ? { ...f, date } : f)),
    });
    ask(
      "fracture-date",
      "When was the fracture?",
      { label: "Within 12 months", chart: dated(recent) },
      { label: "Earlier", chart: dated(older) },
    );
  }
  if (r.ask(lowestT) === null) {
    ask(
      "bone-density",
      "Lowest T-score of hip or spine?",
      { label: "-1.0 or higher", chart: withT(chart, -0.5, today) },
      { label: "Between -1.0 and -2.5", chart: withT(chart, -1.8, today) },
      { label: "-2.5 or lower", chart: withT(chart, -2.6, today) },
      { label: "Below -3.0", chart: withT(chart, -3.2, today) },
    );
  }
  if (r.ask(thresholdMet) === "unknown") {
    ask(
      "frax",
      "FRAX, 10-year risk?",
      { label: "MOF below 20 % and hip below 3 %", chart: withFrax(chart, 15, 2, today) },
      { label: "MOF 20 % or hip 3 %, or more", chart: withFrax(chart, 20, 3, today) },
      { label: "MOF above 30 % or hip above 4.5 %", chart: withFrax(chart, 31, 5, today) },
    );
  }
  if (r.ask(population).population === "unknown" || r.ask(population).menopauseAssumed) {
    ask(
      "menopause",
      "Menopausal status?",
      { label: "Premenopausal", chart: { ...chart, menopause: known("pre", SUPPOSED) } },
      { label: "Postmenopausal", chart: { ...chart, menopause: known("post", SUPPOSED) } },
    );
  }
  if (chart.fallsLastYear.state !== "known") {
    const falls = (n: number): Chart => ({ ...chart, fallsLastYear: known(n, SUPPOSED) });
    ask(
      "falls",
      "Falls in the last 12 months?",
      { label: "None or one", chart: falls(0) },
      { label: "Two or more", chart: falls(2) },
    );
  }
  const course = r.ask(courses).find((c) => c.current && (c.long === "unknown" || c.dose.low !== c.dose.high))?.drug;
  if (course) {
    const known = course.prednisoneMgPerDay;
    const on = (mg: number, months: number): Chart => ({
      ...chart,
      medications: chart.medications.map((m) =>
        m.evidence === course.evidence
          ? {
              ...m,
              prednisoneMgPerDay: known ?? mg,
              route: m.route ?? "oral",
              start: m.start ?? addMonths(today, -months),
            }
          : m,
      ),
    });
    const dose = known === null ? ", above 7.5 mg/day prednisone equivalent" : "";
    ask(
      "steroid",
      known === null ? `${course.ingredient}: how long, and how much a day?` : `${course.ingredient}: for how long?`,
      { label: "Less than 3 months", chart: on(5, 1) },
      { label: `3 months or more${dose}`, chart: on(10, 6) },
    );
  }
  return asked;
}

const RANK: Readonly<Record<Tier, number>> = {
  NOT_APPLICABLE: 0,
  INDETERMINATE: 1,
  LOW: 2,
  MODERATE: 3,
  HIGH: 4,
  VERY_HIGH: 5,
};

/** How far apart the answers lead: tiers first, then the threshold, then the first suggestion. */
function weight(base: LeadsTo, answers: LeadsTo[]): number {
  const tier = Math.max(...answers.map((a) => Math.abs(RANK[a.tier] - RANK[base.tier])));
  const threshold = answers.some((a) => a.sourceThresholdMet !== base.sourceThresholdMet) ? 1 : 0;
  const drug = answers.some((a) => a.firstSuggestion !== base.firstSuggestion) ? 1 : 0;
  return tier * 4 + threshold * 2 + drug;
}

/** Unknowns whose answer would change tier, threshold or first suggestion, most decisive first. */
export function decisiveQuestions(r: Reader, chart: Chart): DecisiveQuestion[] {
  const base = outcome(r);
  return candidates(r.fresh(), chart)
    .map(({ id, question, answers }) => {
      const led = answers.map(({ label, chart: supposed }) => ({
        label,
        leadsTo: outcome(Reader.over(supposed, r.policy, r.today)),
      }));
      return {
        id,
        question,
        answers: led,
        weight: weight(
          base,
          led.map((a) => a.leadsTo),
        ),
      };
    })
    .filter((q) => q.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ id, question, answers }) => ({ id, question, answers }));
}
