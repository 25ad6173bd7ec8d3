import { addMonths } from "../chart/calendar";
import type { Chart, Fracture, Medication } from "../chart/chart";
import type { IsoDate } from "../chart/evidence";
import { applyTyped, readEntry } from "../chart/typed";
import type { TypedInput, Typing } from "../chart/typed-fact";
import type { AnswerForm, DecisiveQuestion, Tier } from "./assessment";
import { lowestT } from "./facts/bmd";
import { fractures, fragilityFracture } from "./facts/fractures";
import { population } from "./facts/population";
import { courses } from "./facts/steroids";
import { thresholdMet } from "./facts/threshold";
import type { Reader } from "./reader";
import { chosen } from "./therapy/choice";
import { placement } from "./tier/placement";
import { after } from "./when";
import { ofSite } from "./words";

/** What somebody could answer: a fact to try, and the form that asks for what only they know. */
interface Answer {
  label: string;
  fact: Typing;
  form: AnswerForm | null;
}

interface Asked {
  id: string;
  question: string;
  answers: Answer[];
}

type LeadsTo = DecisiveQuestion["answers"][number]["leadsTo"];

/** Only what decides: tier, threshold, first suggestion. */
function outcome(r: Reader): LeadsTo {
  const { steps, drugs } = r.ask(chosen);
  return {
    tier: r.ask(placement).tier,
    sourceThresholdMet: r.ask(thresholdMet) === true,
    firstSuggestion: steps[0]?.text ?? drugs[0]?.drug ?? null,
  };
}

/** The chart as it would be if the fact were typed. */
function supposed(chart: Chart, says: Typing, today: IsoDate): Chart {
  return applyTyped(chart, [{ id: "what-if", typedAt: "", about: "supposed", says }], today).chart;
}

const values = (input: TypedInput): Typing => ({ kind: "values", input });
const atOnce = (label: string, fact: Typing): Answer => ({ label, fact, form: null });
const byForm = (form: AnswerForm) => (label: string, fact: Typing) => ({ label, fact, form });

function fractureHistory(older: IsoDate, recent: IsoDate): Asked {
  const broken = (date: IsoDate) =>
    values({ fractureHistory: "documented", fractures: [{ site: "fragility", date, trauma: "low" }] });
  return {
    id: "fracture-history",
    question: "Any fragility fracture as an adult?",
    answers: [
      atOnce("None", values({ fractureHistory: "documented-none" })),
      byForm("fracture")("Yes, over 12 months ago", broken(older)),
      byForm("fracture")("Yes, within 12 months", broken(recent)),
    ],
  };
}

function fractureCause(fracture: Fracture): Asked {
  const of = readEntry("fractures", fracture);
  const as = (trauma: "low" | "high"): Typing => ({ kind: "fracture", of, fracture: { trauma } });
  return {
    id: "fracture-cause",
    question: `Was the ${ofSite(fracture.site)} fracture a fragility fracture?`,
    answers: [atOnce("Yes: fall from standing height or less", as("low")), atOnce("No: high trauma", as("high"))],
  };
}

function fractureDate(fracture: Fracture, older: IsoDate, recent: IsoDate): Asked {
  const of = readEntry("fractures", fracture);
  const on = (date: IsoDate): Typing => ({ kind: "fracture", of, fracture: { date } });
  const answer = byForm("fracture-date");
  return {
    id: "fracture-date",
    question: `When was the ${ofSite(fracture.site)} fracture?`,
    answers: [answer("Within 12 months", on(recent)), answer("Earlier", on(older))],
  };
}

function boneDensity(today: IsoDate): Asked {
  const at = (t: number) => values({ dxa: [{ site: "FN", t, date: today }] });
  const answer = byForm("bone-density");
  return {
    id: "bone-density",
    question: "Lowest T-score of hip or spine?",
    answers: [
      answer("-1.0 or higher", at(-0.5)),
      answer("Between -1.0 and -2.5", at(-1.8)),
      answer("-2.5 or lower", at(-2.6)),
      answer("Below -3.0", at(-3.2)),
    ],
  };
}

function fraxResult(today: IsoDate): Asked {
  const of = (mof: number, hip: number) =>
    values({ frax: { mof, hip, date: today, gcTicked: true, doseAdjusted: true } });
  const answer = byForm("frax");
  return {
    id: "frax",
    question: "FRAX, 10-year risk?",
    answers: [
      answer("MOF below 20 % and hip below 3 %", of(15, 2)),
      answer("MOF 20 % or hip 3 %, or more", of(20, 3)),
      answer("MOF above 30 % or hip above 4.5 %", of(31, 5)),
    ],
  };
}

/** A steroid course whose length, dose or route the chart leaves open: only what is open is asked for. */
function steroidCourse(drug: Medication, today: IsoDate): Asked {
  const { start, route, prednisoneMgPerDay: dose, ingredient } = drug;
  const on = (mg: number, months: number): Typing => ({
    kind: "medication",
    of: readEntry("medications", drug),
    medication: {
      ...(start === null ? { start: addMonths(today, -months) } : {}),
      ...(route === null ? { route: "oral" } : {}),
      ...(dose === null ? { prednisoneMgPerDay: mg } : {}),
    },
  });
  const more = dose === null ? ", above 7.5 mg/day prednisone equivalent" : "";
  const answer = byForm("steroid");
  return {
    id: "steroid",
    question: dose === null ? `${ingredient}: how long, and how much a day?` : `${ingredient}: for how long?`,
    answers: [answer("Less than 3 months", on(5, 1)), answer(`3 months or more${more}`, on(10, 6))],
  };
}

const MENOPAUSE: Asked = {
  id: "menopause",
  question: "Menopausal status?",
  answers: [
    atOnce("Premenopausal", values({ menopause: "pre" })),
    atOnce("Postmenopausal", values({ menopause: "post" })),
  ],
};

const FALLS: Asked = {
  id: "falls",
  question: "Falls in the last 12 months?",
  answers: [
    atOnce("None", values({ fallsLastYear: 0 })),
    atOnce("One", values({ fallsLastYear: 1 })),
    atOnce("Two or more", values({ fallsLastYear: 2 })),
  ],
};

/** Every unknown of this chart that could decide, with answers to try. */
function candidates(r: Reader, chart: Chart): Asked[] {
  const { today } = r;
  const older = addMonths(today, -r.policy.recentFractureMonths - 12);
  const recent = addMonths(today, -1);
  const limit = addMonths(today, -r.policy.recentFractureMonths);
  const { fragility, unclear } = r.ask(fractures);
  const [ofUnknownCause] = unclear;
  const ofUnknownDate = fragility.find(({ date }) => after(date, limit) === "unknown");
  const course = r.ask(courses).find((c) => c.current && (c.long === "unknown" || c.dose.low !== c.dose.high))?.drug;
  const who = r.ask(population);
  const asked: (Asked | false)[] = [
    ofUnknownCause
      ? fractureCause(ofUnknownCause)
      : r.ask(fragilityFracture) === "unknown" && fractureHistory(older, recent),
    ofUnknownDate !== undefined && fractureDate(ofUnknownDate, older, recent),
    r.ask(lowestT) === null && boneDensity(today),
    r.ask(thresholdMet) === "unknown" && fraxResult(today),
    (who.population === "unknown" || who.menopauseAssumed) && MENOPAUSE,
    chart.fallsLastYear.state !== "known" && FALLS,
    course !== undefined && steroidCourse(course, today),
  ];
  return asked.filter((one) => one !== false);
}

const RANK: Readonly<Record<Tier, number>> = {
  NOT_APPLICABLE: 0,
  INDETERMINATE: 1,
  LOW: 2,
  MODERATE: 3,
  HIGH: 4,
  VERY_HIGH: 5,
};

/** How far apart the answers lead: tiers first, then the threshold, then the first suggestion. The threshold alone decides nothing. */
function weight(base: LeadsTo, answers: LeadsTo[]): number {
  const tier = Math.max(...answers.map((a) => Math.abs(RANK[a.tier] - RANK[base.tier])));
  const threshold = answers.some((a) => a.sourceThresholdMet !== base.sourceThresholdMet) ? 1 : 0;
  const drug = answers.some((a) => a.firstSuggestion !== base.firstSuggestion) ? 1 : 0;
  return tier + drug === 0 ? 0 : tier * 4 + threshold * 2 + drug;
}

/** Unknowns whose answer would change tier or first suggestion, most decisive first. */
export function decisiveQuestions(r: Reader, chart: Chart): DecisiveQuestion[] {
  const base = outcome(r);
  return candidates(r.fresh(), chart)
    .map(({ id, question, answers }) => {
      const led = answers.map((answer) => ({
        ...answer,
        leadsTo: outcome(r.supposing(supposed(chart, answer.fact, r.today))),
      }));
      const leads = led.map(({ leadsTo }) => leadsTo);
      return { question: { id, question, answers: led }, weight: weight(base, leads) };
    })
    .filter((q) => q.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ question }) => question);
}
