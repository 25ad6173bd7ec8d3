import { addMonths, earliest } from "../chart/calendar";
import type { Chart, Fracture, ListKind, Medication, Problem } from "../chart/chart";
import type { Evidence, IsoDate } from "../chart/evidence";
import { conditionName } from "../terminology/conditions";
import { glucocorticoid, isSystemicGlucocorticoid, prednisoneEquivalentMg } from "../terminology/glucocorticoids";
import { type FraxInput, found, notFound, unsettled } from "./frax-input";

const evidenceOf = (items: readonly { evidence: Evidence }[]) => items.map(({ evidence }) => evidence);
const labels = (items: readonly { label: string }[]) => [...new Set(items.map(({ label }) => label))].join("; ");
/** Only a list that says it shows everything can say no by silence. */
const seenInFull = (chart: Chart, kind: ListKind) =>
  chart.seen.some((list) => list.kind === kind && list.complete === true);

const HISTORY: ListKind[] = ["problems", "notes"];
const ADULT = 18;
const VERTEBRA = /vertebra|compression|wedge/i;
const NOT_COUNTED = /skull|face|hand|finger|foot|toe/i;
const TUMOUR = /patholog|metasta|tumou?r|malignan|myeloma/i;

/** Whether FRAX counts a fracture: in adult life, not from a trauma that would break a healthy bone (RISK.md 1.1, row 5). */
function counts(fracture: Fracture, chart: Chart, today: IsoDate): boolean | null {
  if (fracture.trauma === "high") return false;
  if (chart.patient.age.state === "known" && fracture.date !== null) {
    const then = chart.patient.age.value - (Number(today.slice(0, 4)) - Number(fracture.date.slice(0, 4)));
    if (then < ADULT - 1) return false;
    if (then <= ADULT) return null;
  }
  if (NOT_COUNTED.test(fracture.site) || TUMOUR.test(fracture.label)) return null;
  // A vertebral fracture counts even when only a picture shows it.
  return fracture.trauma === "low" || VERTEBRA.test(fracture.site) ? true : null;
}

export function previousFractureInput(chart: Chart, today: IsoDate): FraxInput {
  const counted = chart.fractures.filter((one) => counts(one, chart, today) === true);
  if (counted.length > 0) {
    const severe = counted.length > 1 || counted.some(({ site }) => VERTEBRA.test(site) || /hip/i.test(site));
    const note = "FRAX underestimates after several, hip or clinical vertebral fractures";
    return found("yes", labels(counted), evidenceOf(counted), severe ? [note] : []);
  }
  const unclear = chart.fractures.filter((one) => counts(one, chart, today) === null);
  if (unclear.length > 0)
    return notFound(HISTORY, `whether this counts is not certain: ${labels(unclear)}`, evidenceOf(unclear));
  const { fractureHistory } = chart;
  if (fractureHistory.state === "known" && fractureHistory.value === "none")
    return found("no", "no fracture", fractureHistory.evidence);
  return unsettled(fractureHistory, HISTORY);
}

/** What the problem list says of some conditions; null when it names none. */
function stated(chart: Chart, codes: readonly string[]): { yes: Problem[]; no: Problem[] } {
  const named = chart.problems.filter(({ condition }) => condition !== null && codes.includes(condition));
  return { yes: named.filter(({ negated }) => !negated), no: named.filter(({ negated }) => negated) };
}

export function parentHipInput(chart: Chart): FraxInput {
  const look: ListKind[] = ["social", "notes"];
  const { parentHipFracture } = chart;
  const { yes, no } = stated(chart, ["parent-hip-fracture"]);
  if (parentHipFracture.state === "conflicting") return unsettled(parentHipFracture, look);
  const says = parentHipFracture.state === "known" ? parentHipFracture : null;
  const all = [...(says?.evidence ?? []), ...evidenceOf([...yes, ...no])];
  const [saidYes, saidNo] = [says?.value === true || yes.length > 0, says?.value === false || no.length > 0];
  if (saidYes && saidNo) return notFound(look, "the chart says yes and no", all);
  if (saidYes) return found("yes", "hip fracture in a parent", all);
  return saidNo ? found("no", "no hip fracture in a parent", all) : notFound(look);
}

export function smokingInput(chart: Chart): FraxInput {
  const { smoking } = chart;
  const { yes } = stated(chart, ["current-smoker"]);
  const now = yes.filter(({ status }) => status === null || status === "active");
  if (smoking.state === "conflicting") return unsettled(smoking, ["social"]);
  if (smoking.state === "unknown")
    return now.length > 0 ? found("yes", labels(now), evidenceOf(now)) : notFound(["social"]);
  if (smoking.value !== "current" && now.length > 0)
    return notFound(["social"], `the chart says ${smoking.value} and ${labels(now)}`, [
      ...smoking.evidence,
      ...evidenceOf(now),
    ]);
  return found(smoking.value === "current" ? "yes" : "no", `${smoking.value} smoker`, smoking.evidence);
}

/** FRAX counts exposure of more than 3 months at 5 mg/day of prednisolone or more, at any time (RISK.md 1.1, row 8). */
const EXPOSURE = { months: 3, mgPerDay: 5 } as const;
const REPLACEMENT = ["hydrocortisone", "cortisone"];

/** Whether one entry of the list makes the answer yes; null when it is not certain. */
function exposes(drug: Medication, chart: Chart, today: IsoDate): boolean | null {
  const replaced = chart.problems.some(({ condition, negated }) => condition === "adrenal-insufficiency" && !negated);
  if (drug.replacement ?? (replaced && REPLACEMENT.includes(drug.ingredient))) return false;
  const systemic = isSystemicGlucocorticoid(drug.ingredient, drug.route);
  if (systemic !== true || drug.asNeeded) return systemic === false ? false : null;
  const current = drug.stop === null && drug.status === "active";
  if (current && drug.route === "oral") return true;
  const dose =
    drug.prednisoneMgPerDay ??
    (drug.dosePerDayMg === null ? null : prednisoneEquivalentMg(drug.ingredient, drug.dosePerDayMg));
  const end = drug.stop ?? (current ? today : null);
  if (dose !== null && dose < EXPOSURE.mgPerDay) return false;
  if (drug.start === null || end === null) return null;
  const long = addMonths(earliest(drug.start), EXPOSURE.months) < earliest(end);
  return long ? (dose === null || drug.route !== "oral" ? null : true) : false;
}

export function glucocorticoidInput(chart: Chart, today: IsoDate): FraxInput {
  const look: ListKind[] = ["medications", "notes"];
  const steroids = chart.medications.filter((drug) => drug.status !== "planned" && glucocorticoid(drug.ingredient));
  const yes = steroids.filter((drug) => exposes(drug, chart, today) === true);
  if (yes.length > 0) return found("yes", labels(yes), evidenceOf(yes));
  const unclear = steroids.filter((drug) => exposes(drug, chart, today) === null);
  if (unclear.length > 0)
    return notFound(look, `dose, route or duration is not certain: ${labels(unclear)}`, evidenceOf(unclear));
  const none = "none taken by mouth is on the medication list; earlier courses are not stated";
  return notFound(look, chart.seen.some(({ kind }) => kind === "medications") ? none : null);
}

const NOT_LISTED = "not on the problem list, which was shown in full";
const resolved = ({ status }: Problem) => status === "resolved" || status === "inactive";

/** Only a confirmed diagnosis counts (RISK.md 1.1, row 9). */
export function rheumatoidArthritisInput(chart: Chart): FraxInput {
  const { yes, no } = stated(chart, ["rheumatoid-arthritis"]);
  if (yes.length > 0 && no.length > 0)
    return notFound(HISTORY, "the chart says yes and no", evidenceOf([...yes, ...no]));
  if (yes.some((one) => !resolved(one))) return found("yes", labels(yes), evidenceOf(yes));
  if (yes.length > 0) return notFound(HISTORY, `marked as past: ${labels(yes)}`, evidenceOf(yes));
  if (no.length > 0) return found("no", labels(no), evidenceOf(no));
  return seenInFull(chart, "problems") ? found("no", NOT_LISTED, []) : notFound(HISTORY);
}

/** Disorders of row 10 (RISK.md 1.1) that count once they were diagnosed. */
const LASTING = [
  "type-1-diabetes",
  "osteogenesis-imperfecta",
  "premature-menopause",
  "chronic-liver-disease",
  "cholestatic-liver-disease",
];
/** Those that count only while they last: a resolved one is not certain. */
const WHILE_PRESENT = ["hypogonadism", "malnutrition", "malabsorption"];
/** Counts only when untreated and long-standing, which a problem list does not say. */
const UNTREATED = ["hyperthyroidism"];

export function secondaryOsteoporosisInput(chart: Chart, withBmd: boolean): FraxInput {
  const note = withBmd ? ["with bone density entered this adds nothing"] : [];
  const lasting = stated(chart, LASTING).yes;
  const present = stated(chart, WHILE_PRESENT).yes;
  const counted = [...lasting, ...present.filter((one) => !resolved(one))];
  if (counted.length > 0) return found("yes", labels(counted), evidenceOf(counted), note);
  const unclear = [...present, ...stated(chart, UNTREATED).yes];
  if (unclear.length > 0) {
    const names = unclear.map(({ condition }) => conditionName(condition ?? "")).join(", ");
    return notFound(
      HISTORY,
      `${names}: counts only while present, hyperthyroidism only untreated and long-standing`,
      evidenceOf(unclear),
    );
  }
  return seenInFull(chart, "problems") ? found("no", NOT_LISTED, [], note) : notFound(HISTORY);
}

/** FRAX counts from 3 units a day; a drink holds one unit or two, so 3 drinks do, and 1 does not (RISK.md 1.1, row 11). */
const DRINKS = { yes: 3, no: 1 } as const;

export function alcoholInput(chart: Chart): FraxInput {
  const look: ListKind[] = ["social"];
  const { alcoholDrinksPerDay: drinks } = chart;
  if (drinks.state !== "known") return unsettled(drinks, look);
  const text = `drinks a day: ${Math.round(drinks.value * 10) / 10}`; // 2 a week: 0.3
  if (drinks.value >= DRINKS.yes) return found("yes", text, drinks.evidence);
  if (drinks.value <= DRINKS.no) return found("no", text, drinks.evidence);
  return notFound(look, `${text}: whether that makes 3 units is not certain`, drinks.evidence);
}
