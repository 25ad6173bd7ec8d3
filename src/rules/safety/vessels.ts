import { addMonths } from "../../chart/calendar";
import { has, problems } from "../facts/conditions";
import type { Question } from "../reader";
import { safetyRule } from "../rule";
import { or, type Truth } from "../truth";
import { after } from "../when";

const ESTROGENS = ["conjugated estrogens/bazedoxifene", "estrogens"] as const;

/** Myocardial infarction or stroke less than 12 months ago; unknown when its date is not stated (D8). */
export const recentCardiovascularEvent: Question<Truth> = (r) => {
  const events = problems(r, "myocardial-infarction", "stroke");
  const limit = addMonths(r.today, -12);
  for (const event of events)
    if (event.date === null) r.gap(`date of ${event.label}`, "not-stated", "within the last year");
  return or(
    ...events.map((event) => after(event.date, limit)),
    has(r, "myocardial-infarction", "stroke") === "unknown" ? "unknown" : false,
  );
};

export const VESSEL_SAFETY = [
  safetyRule({
    id: "D7",
    title: "Venous thromboembolism",
    when: "active or past deep vein, pulmonary or retinal vein thrombosis",
    output: "no raloxifene, bazedoxifene or estrogen",
    sources: ["Labels"],
    standing: true,
    drugs: () => ["raloxifene", ...ESTROGENS],
    holds: (r) => has(r, "venous-thromboembolism"),
    reason: () => "venous thromboembolism",
  }),
  safetyRule({
    id: "D7b",
    title: "Hormone-sensitive cancer",
    when: "breast or endometrial cancer",
    output: "no estrogen",
    sources: ["ASCO 2019", "Labels"],
    standing: true,
    drugs: () => ESTROGENS,
    holds: (r) => has(r, "breast-cancer", "endometrial-cancer"),
    reason: () => "hormone-sensitive cancer",
  }),
  safetyRule({
    id: "D8",
    title: "Myocardial infarction or stroke within a year",
    when: "myocardial infarction or stroke less than 12 months ago, or at a date that is not stated",
    output: "boxed warning: no romosozumab",
    sources: ["Labels"],
    standing: true,
    drugs: () => ["romosozumab"],
    // A boxed warning: an event without a date is taken as recent.
    holds: (r) => {
      const events = problems(r, "myocardial-infarction", "stroke");
      const recent = r.ask(recentCardiovascularEvent);
      return recent === "unknown" && events.length > 0 ? true : recent;
    },
    reason: (r) =>
      r.ask(recentCardiovascularEvent) === true
        ? "myocardial infarction or stroke within 12 months"
        : "myocardial infarction or stroke at an unknown date: confirm it was over 12 months ago",
  }),
];
