import type { Evidence } from "../chart/evidence";
import type { Assessment, MissingItem, PageMark } from "./assessment";
import { lowestT } from "./facts/bmd";
import { frax } from "./facts/frax";
import { VITAMIN_D, vitaminD, vitaminDDeficient } from "./facts/mineral";
import { currentTreatment, plannedBoneDrugs } from "./facts/therapy";
import type { Reader } from "./reader";
import { placement } from "./tier/placement";
import { dentalExam, dentalText } from "./workup/dental";
import { EVERYONE_LIST } from "./workup/everyone";
import { TRIGGERED_ANALYTES } from "./workup/triggered";

/** Items of the work-up that stand in a list of laboratory results. */
const LAB_CODES: ReadonlySet<string> = new Set([
  ...EVERYONE_LIST.map(({ code }) => code),
  ...Object.keys(TRIGGERED_ANALYTES),
]);

const of = (finding: string) => ({ rule: finding, finding });

/** Vitamin D below the source target (S16), on the value itself. */
function vitaminDLow(r: Reader): PageMark[] {
  const own = r.fresh();
  own.ask(vitaminD);
  if (own.ask(vitaminDDeficient) !== true) return [];
  const text = `25-OH vitamin D below ${VITAMIN_D.source} ng/mL, the source's target`;
  return own.evidence.map((evidence) => ({ ...of("S16"), tone: "warning", text, at: { evidence } }));
}

/** Vitamin D missing from a list that was read (W-VITD), beside that list. */
function vitaminDMissing(missing: readonly MissingItem[]): PageMark[] {
  const item = missing.find(({ code, why }) => code === "VITD" && why !== "not-seen");
  if (!item) return [];
  const label =
    item.why === "stale" ? "Vitamin D outdated" : item.why === "pending" ? "Vitamin D pending" : "No vitamin D";
  return [{ ...of(item.finding), tone: "warning", text: item.reason, at: { list: "labs", label } }];
}

/** An antiresorptive, or romosozumab, without a dental exam of the last 12 months (S29, D17): the drug and its list. */
function dentalMissing(r: Reader): PageMark[] {
  const own = r.fresh();
  const drugs = [...own.ask(currentTreatment), ...own.ask(plannedBoneDrugs)].filter(
    ({ drug }) => drug.antiresorptive || drug.ingredient === "romosozumab",
  );
  if (drugs.length === 0 || r.fresh().ask(dentalExam) === true) return [];
  const looked = r.seen("dental");
  const text = looked ? dentalText(r.fresh()) : `${dentalText(r.fresh())}: look where the chart keeps it`;
  return [
    ...drugs.map(({ medication, drug }): PageMark => {
      return {
        rule: "S29",
        finding: "W-DENTAL",
        tone: "warning",
        text: `${drug.ingredient}: ${text}`,
        at: { evidence: medication.evidence },
      };
    }),
    {
      rule: "S29",
      finding: "W-DENTAL",
      tone: "warning",
      text,
      at: { list: "medications", label: looked ? "No dental exam" : "Dental exam?" },
    },
  ];
}

/** The other laboratory work-up that is missing from a list that was read, in one badge beside that list. */
function othersMissing(missing: readonly MissingItem[]): PageMark[] {
  const others = missing.filter(({ code, why }) => code !== "VITD" && why !== "not-seen" && LAB_CODES.has(code));
  const [first] = others;
  if (!first) return [];
  const label = others.length === 1 ? `Missing: ${first.label}` : `${others.length} more tests missing`;
  const text = others.map(({ reason }) => reason).join("; ");
  return [{ ...of(first.finding), tone: "warning", text, at: { list: "labs", label } }];
}

/** What the result rests on, where it was read: the deciding T-score and the FRAX figures. */
function used(r: Reader): PageMark[] {
  const rule = r.ask(placement).deciding[0]?.id;
  const scan = r.ask(lowestT)?.scan;
  const { raw, used } = r.ask(frax);
  if (rule === undefined) return [];
  const mark = (text: string, evidence: Evidence): PageMark => ({
    rule,
    finding: null,
    tone: "used",
    text,
    at: { evidence },
  });
  return [
    ...(scan ? [mark("Lowest T-score: the bone density category rests on it", scan.evidence)] : []),
    ...(raw && used ? [mark("FRAX as used for the tier", raw.evidence)] : []),
  ];
}

/** What is to be marked on the page itself, but for what is missing from a list. */
export function pageMarks(r: Reader): PageMark[] {
  return [...vitaminDLow(r), ...dentalMissing(r), ...used(r)];
}

/** Every mark that is still open: what the clinician has answered folds away on the page as in the sidebar. */
export function openMarks(
  { marks, missing }: Pick<Assessment, "marks" | "missing">,
  answered: (finding: string) => boolean,
): PageMark[] {
  const open = missing.filter(({ finding }) => !answered(finding));
  const kept = marks.filter(({ finding }) => finding === null || !answered(finding));
  return [...vitaminDMissing(open), ...othersMissing(open), ...kept];
}
