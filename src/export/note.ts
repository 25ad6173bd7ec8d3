import type { Comparator } from "../chart/chart";
import type { Assessment, MissingItem, Suggestion } from "../rules";
import { isReadBack } from "../sources/frax-models";
import { type AnswerGiven, answerText } from "./answer-given";
import { type Maker, provenanceLine } from "./provenance";
import { CATEGORY_WORDS, SITE_WORDS, TIER_WORDS, tierInWords } from "./tier-words";
import { withoutPatient } from "./without-patient";

/**
 * A paragraph for the clinician's own note, plain text: tier, what decided it, the figures, what is missing, the options
 * considered, what was answered, and the line that says where all of it came from. It names no patient: the chart it is
 * pasted into does. `given` is what is still open of it.
 */
export function noteText(given: Assessment, maker: Maker, answers: readonly AnswerGiven[] = []): string {
  const { assessment, answered } = withoutPatient(given, answers);
  return [
    `Fracture risk: ${tier(assessment)}`,
    ...assumptions(assessment),
    ...figures(assessment),
    ...cautions(assessment),
    ...missing(assessment.missing),
    ...options(assessment),
    ...monitoring(assessment),
    ...(answered.length > 0 ? [`Answered: ${answered.map(answerOf).join("; ")}.`] : []),
    `${provenanceLine(assessment, maker)}. Options to consider, not orders; supports and does not replace clinical judgement.`,
  ].join("\n");
}

function tier(assessment: Assessment): string {
  const { headline, findings } = assessment;
  const word = TIER_WORDS[assessment.tier];
  // A headline that was cut short goes on in the detail of the statement it comes from.
  const whole = headline.endsWith("…")
    ? (findings.find(({ group }) => group === "tier")?.card.detail ?? headline)
    : headline;
  const decided = whole.startsWith(`${word}: `) ? whole.slice(word.length + 2) : whole;
  return `${tierInWords(assessment)}. ${sentence(decided)}`;
}

function assumptions({ provisional, findings }: Assessment): string[] {
  const gaps = findings.filter(({ group }) => group === "tier").flatMap((finding) => finding.gaps);
  const assumed = gaps.flatMap(({ what, assumed }) => (assumed === null ? [] : `${what} taken as ${assumed}`));
  return provisional && assumed.length > 0 ? [`Rests on: ${[...new Set(assumed)].join("; ")}.`] : [];
}

function figures({ frax, bmdCategory, decidingBmd, sourceThresholdMet }: Assessment): string[] {
  const { raw, used, notes } = frax;
  const lines: string[] = [];
  if (raw !== null) {
    const given = `FRAX (${raw.evidence.from === "page" ? "chart" : isReadBack(raw.evidence) ? "official calculator" : "entered"}, ${raw.date ?? "no date"}): ${percent("major fracture", raw.mof, raw.mofComparator)}, ${percent("hip", raw.hip, raw.hipComparator)}`;
    const after = used?.adjusted
      ? `; after the steroid-dose adjustment (S10): ${percent("major fracture", used.mof, raw.mofComparator)}, ${percent("hip", used.hip, raw.hipComparator)}`
      : "";
    lines.push(`${given}${after}${used === null ? "; not used for the tier" : ""}.`);
    lines.push(threshold(sourceThresholdMet));
  }
  lines.push(...notes.map(sentence));
  if (decidingBmd !== null) {
    const { site, t, z, date } = decidingBmd;
    const score = t !== null ? `T-score ${scoreText(t)}` : z !== null ? `Z-score ${scoreText(z)}` : "";
    const category = bmdCategory === null ? "" : ` (${CATEGORY_WORDS[bmdCategory]})`;
    lines.push(`Bone density: ${SITE_WORDS[site] ?? site} ${score}, ${date ?? "no date"}${category}.`);
  }
  return lines;
}

/** One decimal, or as many as were given. */
const scoreText = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

function threshold(met: Assessment["sourceThresholdMet"]): string {
  const named = "the source article's threshold (S9: hip 3 % or major fracture 20 %)";
  if (met === "unknown") return `Whether ${named} is met is not known.`;
  return `T${named.slice(1)} is ${met ? "" : "not "}met.`;
}

/** At most two decimals, so that rounding seems to cross no threshold. */
function percent(name: string, value: number | null, comparator: Comparator | null = null): string {
  return value === null ? `${name} not given` : `${name} ${comparator ?? ""}${Number(value.toFixed(2))} %`;
}

/** Groups with a line of their own. */
const SAID_ELSEWHERE: readonly string[] = ["tier", "missing", "avoid", "monitoring"];

/** The alerts that no other line says: a low vitamin D, an indication of its own. */
function cautions({ alerts, findings }: Assessment): string[] {
  const groups = new Map(findings.map(({ id, group }) => [id, group]));
  const said = alerts.filter(
    ({ level, finding }) => level !== "info" && !SAID_ELSEWHERE.includes(groups.get(finding) ?? ""),
  );
  return said.length > 0 ? [`Caution: ${[...new Set(said.map(({ text }) => text))].join("; ")}.`] : [];
}

function missing(items: MissingItem[]): string[] {
  const name = ({ label, last, why, lookBackMonths }: MissingItem) => {
    const older = last === null ? "" : `; last ${last.text}, ${last.date ?? "no date"}`;
    const window = lookBackMonths === null ? "" : ` in ${lookBackMonths} months`;
    const reason = why === "none-in-window" ? `none${window}` : WHY[why];
    return `${label} (${reason}${older})`;
  };
  const absent = items.filter(({ why }) => why !== "not-seen");
  const unseen = items.filter(({ why }) => why === "not-seen");
  return [
    ...(absent.length > 0 ? [`Missing: ${absent.map(name).join("; ")}.`] : []),
    // What has not been looked at is not missing.
    ...(unseen.length > 0 ? [`Not looked at yet: ${unseen.map(({ label }) => label).join("; ")}.`] : []),
  ];
}

const WHY: Record<Exclude<MissingItem["why"], "none-in-window">, string> = {
  "not-seen": "not seen yet",
  stale: "too old",
  pending: "ordered, no final result",
  conflicting: "conflicting values",
  unusable: "not usable",
};

function options({ suggest, avoid }: Assessment): string[] {
  const one = ({ drug, text, first }: Suggestion, place: number) =>
    `${place + 1}. ${drug === null ? text : `${drug}: ${text}`}${first.length > 0 ? ` (first: ${first.join(", ")})` : ""}`;
  return [
    ...(suggest.length > 0 ? [`Options considered: ${suggest.map(one).join("; ")}.`] : []),
    ...(avoid.length > 0 ? [`Not advised here: ${avoid.map((a) => `${a.drug} (${a.reason})`).join("; ")}.`] : []),
  ];
}

function monitoring({ findings }: Assessment): string[] {
  const due = findings.filter(({ group }) => group === "monitoring").map(({ card }) => card.summary);
  return due.length > 0 ? [`Monitoring: ${due.join("; ")}.`] : [];
}

function answerOf(line: AnswerGiven): string {
  return `${line.text} (${answerText(line)})`;
}

/** With a capital and a full stop; "eGFR" stays as it is. */
function sentence(text: string): string {
  const begun = /^[a-z]{2,}(?![A-Za-z])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
