import { addMonths, latest } from "../../chart/calendar";
import type { Medication } from "../../chart/chart";
import { earlierOsteoporosis, improved, lowestT, newestCentralScan, scannedWithin, T_OSTEOPOROSIS } from "../facts/bmd";
import { has } from "../facts/conditions";
import { fragilityFracture } from "../facts/fractures";
import { sex } from "../facts/population";
import {
  anabolicFinished,
  boneDrugPlanned,
  currentBoneDrugs,
  currentTreatment,
  denosumab,
  denosumabStopped,
  monthsSince,
  onClass,
} from "../facts/therapy";
import type { Question, Reader } from "../reader";
import { noteRule } from "../rule";
import { drugIndicated } from "../therapy/considered";
import { and, not, or, type Truth } from "../truth";
import { onOrBefore } from "../when";
import { decimal, onDate } from "../words";
import { boneDrugConsidered } from "../workup/gate";
import { dentalExam, dxaInterval } from "../workup/imaging-and-visits";

const note = { group: "monitoring", level: "info", alert: true } as const;
const medsSeen = (r: Reader, found: boolean): Truth => (found ? true : r.seen("medications") ? false : "unknown");

/** Denosumab is due every 6 months; rebound fractures from 7 on (D14). */
const DENOSUMAB = { due: 6, red: 7 } as const;

function lastDose(m: Medication | null): string | null {
  return m?.lastGiven ?? null;
}

/** Review of bisphosphonates: oral at 5 years, IV at 3; at most 10 and 6 in high risk (D18, ASBMR). */
const REVIEW = { oral: { review: 60, most: 120 }, iv: { review: 36, most: 72 } } as const;

interface LongBisphosphonate {
  medication: Medication;
  months: number;
  limits: { review: number; most: number };
}

const longBisphosphonate: Question<LongBisphosphonate | null> = (r) => {
  for (const { medication, drug, oncology } of r.ask(currentTreatment)) {
    if (!drug.classes.includes("bisphosphonate") || oncology) continue;
    const iv = medication.route === "iv" || drug.given === "parenteral";
    const limits = iv ? REVIEW.iv : REVIEW.oral;
    const months =
      medication.start === null ? null : (monthsSince(r, medication.start) ?? monthsSince(r, latest(medication.start)));
    if (months !== null && months >= limits.review) return { medication, months, limits };
  }
  return null;
};

const onBisphosphonate: Question<Truth> = (r) => {
  const all = r
    .ask(currentTreatment)
    .filter(({ drug, oncology }) => drug.classes.includes("bisphosphonate") && !oncology);
  if (r.ask(longBisphosphonate) !== null) return true;
  return all.some(({ medication }) => medication.start === null) ? "unknown" : medsSeen(r, false);
};

/** High risk keeps a bisphosphonate longer (D18): fracture, or a hip T-score still of osteoporosis. */
const staysHigh: Question<boolean> = (r) =>
  r.ask(fragilityFracture) === true ||
  r.list(
    (c) => c.dxa,
    (b) =>
      (b.site === "FN" || b.site === "TH") &&
      b.date === r.ask(newestCentralScan)?.date &&
      b.t !== null &&
      b.t <= T_OSTEOPOROSIS,
  ).length > 0;

const child: Question<Truth> = (r) =>
  and(r.ask(sex) === "female", r.fact("menopausal status", (c) => c.menopause) === "pre");

/** Follow-up of drugs and scans (S29, S36, S43–S46, S50, S51; D12–D20). */
export const MONITORING_NOTES = [
  noteRule({
    ...note,
    group: "missing",
    level: "warning",
    id: "S29",
    title: "Dental screening first",
    when: "an antiresorptive or romosozumab about to start and no dental exam in 12 months",
    output: "dental exam before the first dose (osteonecrosis of the jaw); one message for S29, S50 and D17",
    sources: ["S29", "S50", "Labels"],
    holds: (r) => and(r.ask(boneDrugConsidered), not(r.ask(dentalExam))),
    says: (r) => {
      const last = r.fact("dental exam", (c) => c.lastDentalExam);
      const months = last === null || last === "none" ? null : monthsSince(r, last);
      return {
        summary:
          months === null
            ? "No dental exam on file: arrange before starting a bisphosphonate or another antiresorptive"
            : `Dental exam is ${months} months old: renew before starting an antiresorptive`,
      };
    },
  }),
  noteRule({
    ...note,
    alert: false,
    group: "missing",
    id: "S50",
    title: "Dental screening, repeated",
    when: "as S29",
    output: "said once, with S29",
    sources: ["S50"],
    holds: (r) => and(r.ask(boneDrugConsidered), not(r.ask(dentalExam))),
    says: () => ({ summary: "Do not forget dental screening before bisphosphonates" }),
  }),
  noteRule({
    ...note,
    alert: false,
    group: "missing",
    level: "warning",
    id: "D17",
    title: "Dental exam over 12 months old",
    when: "as S29, for denosumab and romosozumab too",
    output: "said once, with S29",
    sources: ["Labels"],
    holds: (r) => and(r.ask(boneDrugConsidered), not(r.ask(dentalExam))),
    says: () => ({ summary: "Dental exam within 12 months before an antiresorptive or romosozumab" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D12",
    title: "Childbearing potential",
    when: "premenopausal woman for whom a bone drug is considered, or pregnancy",
    output: "pregnancy test and contraception before therapy",
    group: "avoid",
    sources: ["Labels"],
    holds: (r) =>
      or(
        and(has(r, "pregnancy"), r.ask(sex) !== "male"),
        and(r.ask(child), r.ask(drugIndicated) || r.ask(boneDrugPlanned) || r.ask(currentTreatment).length > 0),
      ),
    says: () => ({ summary: "Childbearing potential: pregnancy test and contraception before therapy" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D14",
    title: "Denosumab due or overdue",
    when: "on denosumab, 6 months or more since the last dose",
    output: "due from 6 months, urgent beyond 7: rebound vertebral fractures",
    sources: ["ECTS", "Joint 2020", "Labels"],
    holds: (r) => {
      const drug = r.ask(denosumab);
      if (drug === null) return medsSeen(r, false);
      const last = lastDose(drug);
      if (last === null) r.gap("date of the last denosumab dose", "none-in-window");
      return onOrBefore(last, addMonths(r.today, -DENOSUMAB.due));
    },
    says: (r) => {
      const last = lastDose(r.ask(denosumab));
      const red = last !== null && addMonths(latest(last), DENOSUMAB.red) < r.today;
      return {
        summary: `Denosumab: last dose ${last} (${monthsSince(r, last) ?? "?"} months), due every 6${red ? "; overdue: rebound fractures beyond 7, consider dose or bridge now" : ""}`,
        level: red ? "critical" : "warning",
      };
    },
  }),
  noteRule({
    ...note,
    level: "critical",
    id: "D15",
    title: "Denosumab stopped",
    when: "denosumab stopped with no antiresorptive after it",
    output: "never just stop: another antiresorptive about 6 months after the last dose",
    sources: ["ECTS", "Labels"],
    holds: (r) => medsSeen(r, r.ask(denosumabStopped) !== null),
    says: (r) => {
      const drug = r.ask(denosumabStopped);
      const last = drug?.lastGiven ?? drug?.stop ?? null;
      return {
        summary: `Denosumab stopped${onDate(last)} with nothing after it: another antiresorptive about 6 months after the last dose`,
      };
    },
  }),
  noteRule({
    ...note,
    level: "critical",
    id: "D16",
    title: "Anabolic course over",
    when: "teriparatide, abaloparatide or romosozumab finished, or beyond its longest course, with no antiresorptive",
    output: "an antiresorptive follows",
    sources: ["Labels"],
    holds: (r) => medsSeen(r, r.ask(anabolicFinished) !== null),
    says: (r) => {
      const end = r.ask(anabolicFinished);
      const how = end?.stopped ? `finished${onDate(end.medication.stop)}` : "is beyond its longest course";
      return {
        summary: `${end?.medication.ingredient ?? "Anabolic"} ${how} with nothing to follow: consider an antiresorptive now`,
      };
    },
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D18",
    title: "Long bisphosphonate",
    when: "oral bisphosphonate for 5 years or more, IV for 3",
    output: "review: high risk up to 10 years oral or 6 IV, else a holiday of 2-3 years, then reassess",
    sources: ["ASBMR 2016", "Labels"],
    holds: (r) => r.ask(onBisphosphonate),
    says: (r) => {
      const found = r.ask(longBisphosphonate);
      const years = Math.floor((found?.months ?? 0) / 12);
      const over = (found?.months ?? 0) >= (found?.limits.most ?? 0);
      const most = (found?.limits.most ?? 0) / 12;
      const next = over
        ? `at most about ${most}, even in high risk`
        : r.ask(staysHigh)
          ? `high risk: up to ${most}`
          : "consider a holiday of 2-3 years";
      return {
        summary: `${found?.medication.ingredient ?? ""} for ${years} years: review at ${(found?.limits.review ?? 0) / 12}; ${next} (ASBMR)`,
      };
    },
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S51",
    title: "Not indefinitely",
    when: "as D18",
    output: "do not use bisphosphonates indefinitely",
    sources: ["S51"],
    holds: (r) => r.ask(onBisphosphonate),
    says: () => ({ summary: "Do not use bisphosphonates indefinitely: severe harm rises with duration" }),
  }),
  noteRule({
    ...note,
    id: "S46",
    title: "T-score improved",
    when: "on a bisphosphonate and a T-score higher than before; never for denosumab or an anabolic",
    output: "consider stopping with periodic DXA, when beyond the centre's least significant change",
    sources: ["S46"],
    holds: (r) => {
      const all = r.ask(currentTreatment);
      const only =
        all.length > 0 && all.every(({ drug, oncology }) => drug.classes.includes("bisphosphonate") && !oncology);
      return and(medsSeen(r, only), r.ask(lowestT) === null ? "unknown" : r.ask(improved) !== null);
    },
    says: (r) => {
      const change = r.ask(improved);
      return {
        summary: `T-score ${change?.site} ${decimal(change?.from.t ?? 0)} to ${decimal(change?.to.t ?? 0)}: consider stopping with periodic DXA`,
        detail: `Only when the gain is beyond the least significant change of the centre.${r.ask(earlierOsteoporosis) ? " The diagnosis stays (AACE 2020)." : ""}`,
      };
    },
  }),
  noteRule({
    ...note,
    id: "X5",
    title: "Stopping when the T-score improved",
    when: "T-score improved on denosumab or an anabolic",
    output: "the source's advice to stop does not apply",
    group: "disagreement",
    level: "warning",
    sources: ["S46", "ECTS", "AACE 2020"],
    holds: (r) => {
      const other = r.ask(currentTreatment).some(({ drug }) => !drug.classes.includes("bisphosphonate"));
      return and(medsSeen(r, other), r.ask(lowestT) === null ? "unknown" : r.ask(improved) !== null);
    },
    says: () => ({
      summary:
        "Source 2025 says consider stopping when T improves | ECTS says never stop denosumab without another drug",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D19",
    title: "Thigh or groin pain",
    when: "thigh or groin pain on a bisphosphonate, denosumab or romosozumab",
    output: "image the femur (atypical fracture)",
    sources: ["Labels"],
    holds: (r) => {
      const risky = onClass(r, "bisphosphonate", "denosumab", "romosozumab").length > 0;
      return and(has(r, "thigh-or-groin-pain"), medsSeen(r, risky));
    },
    says: () => ({ summary: "Thigh or groin pain on this drug: image the femur (atypical fracture)" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D20",
    title: "Atelvia with acid suppression",
    when: "Atelvia with a proton-pump inhibitor or H2 blocker",
    output: "not together: delayed-release risedronate needs acid",
    sources: ["Labels"],
    holds: (r) => {
      const atelvia = r.list(
        (c) => c.medications,
        (m) => m.ingredient === "risedronate" && /atelvia/i.test(m.label) && m.status !== "stopped" && m.stop === null,
      ).length;
      return and(medsSeen(r, atelvia > 0), medsSeen(r, onClass(r, "ppi", "h2-blocker").length > 0));
    },
    says: () => ({ summary: "Atelvia with a proton-pump inhibitor or H2 blocker: not together" }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "S43",
    title: "DXA on treatment",
    when: "on treatment and the last DXA is 24 months old (12 on glucocorticoid, AI or ADT)",
    output: "repeat DXA",
    sources: ["S43"],
    holds: (r) => and(medsSeen(r, r.ask(currentBoneDrugs).length > 0), not(scannedWithin(r, r.ask(dxaInterval)))),
    says: (r) => ({ summary: `On treatment, last DXA ${r.ask(newestCentralScan)?.date ?? "unknown"}: repeat DXA` }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S44",
    title: "DXA not more often than yearly",
    when: "last DXA less than 12 months ago",
    output: "not yet due",
    sources: ["S44"],
    holds: (r) => {
      const last = r.ask(newestCentralScan);
      return last?.date === null ? "unknown" : and(last !== null, scannedWithin(r, 12));
    },
    says: (r) => ({ summary: `DXA of ${r.ask(newestCentralScan)?.date}: not more often than annually` }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "X9b",
    title: "DXA interval differs",
    when: "on treatment",
    output: "source and guidelines on the interval",
    group: "disagreement",
    unconfirmed: true,
    sources: ["S43", "BHOF 2022", "ACR 2022", "ASCO 2019"],
    holds: (r) => medsSeen(r, r.ask(currentBoneDrugs).length > 0),
    says: () => ({
      summary:
        "Source 2025 says DXA every 2 years | BHOF 2022 1-2 y, ACR 2022 1-2 y on steroid, ACP 2017 none in the first 5 y",
    }),
  }),
];
