import type { Identity } from "../chart/chart";
import type { Evidence } from "../chart/evidence";
import type { Fact } from "../chart/fact";
import type { Assessment } from "../rules";
import type { AnswerGiven } from "./answer-given";
import { datePattern } from "./date-spellings";
import { folded, nameWords, unspacedWords, WORD, withoutName } from "./name-words";

/** Stands for a quote of the chart that names the patient. */
const QUOTE_LEFT_OUT = "[left out: it names the patient]";
/** Stands for what would name the patient within a sentence. */
const TAKEN_OUT = "[…]";

/** A shorter record number could as well be a value. */
const LEAST_NUMBER = 4;

const valuesOf = <T>(fact: Fact<T>): T[] =>
  fact.state === "known" ? [fact.value] : fact.state === "conflicting" ? fact.values.map(({ value }) => value) : [];

/** A record number as printed, with or without what separates its parts. */
function numberPattern(mrn: string): RegExp | null {
  const parts = mrn.match(WORD);
  return parts && new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("[^\\p{L}\\p{N}]*")}(?![\\p{L}\\p{N}])`, "giu");
}

/** What takes the patient's name, birth date and record number out of texts. */
function remover({ name, birthDate, mrn }: Identity, own: ReadonlySet<string>) {
  const names = valuesOf(name);
  const words = new Set(names.flatMap(nameWords));
  const numbers = valuesOf(mrn);
  const dates = valuesOf(birthDate).flatMap((date) => datePattern(date) ?? []);
  const patterns = (least: number) => [
    ...dates,
    ...names.flatMap(unspacedWords).map((word) => new RegExp(word, "gu")),
    ...numbers.filter((number) => number.length >= least).flatMap((number) => numberPattern(number) ?? []),
  ];
  const take = (text: string, least: number, kept: ReadonlySet<string>) =>
    withoutName(
      patterns(least).reduce((left, pattern) => left.replace(pattern, TAKEN_OUT), text),
      words,
      kept,
      TAKEN_OUT,
    );
  return {
    /** A sentence of the rules, which may hold a label of the chart. */
    said: (text: string) => take(text, LEAST_NUMBER, own),
    /** A text of the chart: whole or not at all. */
    quoted: (text: string) => (take(text, 1, new Set()) === text ? text : QUOTE_LEFT_OUT),
  };
}

/** The words of the rules themselves, which name nobody: "low" is a risk, even in the chart of a Mrs Low. */
const ownWords = ({ findings }: Assessment) =>
  new Set(findings.flatMap(({ rationale }) => rationale.match(WORD) ?? []).map(folded));

/** What may leave for the clipboard: no text in it holds the patient's name, birth date or record number. */
export function withoutPatient(
  assessment: Assessment,
  answered: readonly AnswerGiven[] = [],
): { assessment: Assessment; answered: AnswerGiven[] } {
  const { frax, decidingBmd, missing, suggest, avoid, alerts, findings } = assessment;
  const { said, quoted } = remover(assessment.patient, ownWords(assessment));
  const evidence = (one: Evidence): Evidence => ({ ...one, text: quoted(one.text) });
  const shown = <T extends { evidence: Evidence }>(one: T): T => ({ ...one, evidence: evidence(one.evidence) });
  return {
    assessment: {
      ...assessment,
      headline: said(assessment.headline),
      frax: { ...frax, raw: frax.raw && shown(frax.raw), notes: frax.notes.map(said) },
      decidingBmd: decidingBmd && shown(decidingBmd),
      missing: missing.map((item) => ({
        ...item,
        label: said(item.label),
        reason: said(item.reason),
        last: item.last && shown({ ...item.last, text: said(item.last.text) }),
      })),
      suggest: suggest.map((one) => ({ ...one, text: said(one.text), first: one.first.map(said) })),
      alerts: alerts.map((one) => ({ ...one, text: said(one.text) })),
      avoid: avoid.map((one) => ({ ...one, reason: said(one.reason) })),
      findings: findings.map(({ card, ...finding }) => ({
        ...finding,
        card: {
          ...card,
          summary: said(card.summary),
          ...(card.detail === undefined ? {} : { detail: said(card.detail) }),
          ...(card.suggestions && {
            suggestions: card.suggestions.map((one) => ({ ...one, label: said(one.label) })),
          }),
        },
        evidence: finding.evidence.map(evidence),
        gaps: finding.gaps.map((gap) => ({ ...gap, what: said(gap.what), assumed: gap.assumed && said(gap.assumed) })),
      })),
    },
    answered: answered.map((one) => ({ ...one, text: said(one.text) })),
  };
}
