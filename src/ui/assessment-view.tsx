import { useContext } from "preact/hooks";
import type { Assessment, Finding, FindingGroup } from "../rules/assessment";
import { About } from "./about";
import { Alerts, topAlerts } from "./alerts";
import { openPart } from "./answered";
import { AnsweredSection } from "./answered-section";
import { ClinicianContext } from "./clinician";
import { CopyMenu } from "./copy-menu";
import { Disagreements } from "./disagreements";
import { FindingList } from "./finding-list";
import { FraxCalculator } from "./frax-calculator";
import { LookedAt } from "./looked-at";
import { Missing } from "./missing";
import { Options } from "./options";
import { PrintSheet } from "./patient-sheet";
import { Questions } from "./questions";
import { SAID_WITH } from "./said-with";
import { t } from "./text";
import { Figures, isStandIn, TierCard } from "./tier-card";
import { AddOrCorrect } from "./type-in/add-or-correct";
import { TypedContext } from "./typed-context";

/** An assessment from the line that answers, through what is missing and what fits, down to figures and sources. Draws what it is given and decides nothing. */
export function AssessmentView({ assessment }: { assessment: Assessment }) {
  const typed = useContext(TypedContext);
  const clinician = useContext(ClinicianContext);
  const open = clinician === null ? assessment : openPart(assessment, clinician.answers);
  const { findings, missing, suggest, avoid } = open;
  const of = (group: FindingGroup) => findings.filter((finding) => finding.group === group);
  const needsFrax = missing.some(({ code }) => code === "FRAX");
  const patientNotes = of("note").filter((note) => !isGeneral(note) && !isStandIn(note));
  return (
    <>
      <TierCard assessment={assessment} />
      <CopyMenu assessment={assessment} />
      <Alerts assessment={open} />
      <Questions questions={assessment.questions} />
      {needsFrax && <FraxCalculator needed={true} />}
      <Missing items={missing} findings={findings} answered={assessment.missing.length - missing.length} />
      <Options
        suggest={suggest}
        avoid={avoid}
        findings={findings}
        answered={assessment.suggest.length - suggest.length}
      />
      <FindingList title={t("monitoring")} id="monitoring" findings={of("monitoring")} />
      <Figures assessment={assessment} />
      {!needsFrax && <FraxCalculator needed={false} />}
      <AddOrCorrect />
      <Disagreements findings={of("disagreement")} />
      <FindingList title={t("notes")} id="notes" findings={[...patientNotes, ...unplaced(open)]} folded={true} />
      <FindingList title={t("lifestyle")} id="lifestyle" findings={of("lifestyle")} folded={true}>
        {!typed && <PrintSheet />}
      </FindingList>
      <AnsweredSection assessment={assessment} />
      {!typed && <LookedAt lookedAt={assessment.lookedAt} rejected={assessment.rejected} />}
      <About assessment={assessment} general={of("note").filter(isGeneral)} />
    </>
  );
}

/** A note that rests on nothing of this patient speaks of the tool and its sources. */
function isGeneral({ evidence, gaps }: Finding): boolean {
  return evidence.length === 0 && gaps.length === 0;
}

/** Findings of a section that no item of that section points to: shown among the notes, never dropped. */
export function unplaced(assessment: Assessment): Finding[] {
  const placed = new Set([
    ...assessment.missing.flatMap(({ finding }) => [finding, ...(SAID_WITH[finding] ?? [])]),
    ...assessment.avoid.map((avoided) => avoided.finding),
    ...assessment.suggest.flatMap((suggestion) => suggestion.findings),
    ...topAlerts(assessment).map((alert) => alert.finding),
  ]);
  const pointed: FindingGroup[] = ["missing", "option", "avoid"];
  return assessment.findings.filter((finding) => pointed.includes(finding.group) && !placed.has(finding.id));
}
