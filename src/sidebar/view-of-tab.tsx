import type { ComponentChildren } from "preact";
import type { Identity } from "../chart/chart";
import type { TabView, Trouble } from "../messages/view";
import type { Assessment } from "../rules/assessment";
import { AssessmentView } from "../ui/assessment-view";
import { listName } from "../ui/looked-at";
import { PatientLine } from "../ui/patient-line";
import { t } from "../ui/text";

/** One state of a tab. Whatever the state, nothing of an earlier patient stays on the page. */
export function ViewOfTab({ view }: { view: TabView }) {
  switch (view.state) {
    case "no-chart":
      return <Plate tone="calm" title={t("noChart")} text={t("noChartText")} />;
    case "reading":
      return <Plate tone="busy" title={t("reading")} text={t("readingText")} />;
    case "two-patients":
      return <Plate tone="stop" title={t("twoPatients")} text={t("twoPatientsText")} />;
    case "no-patient":
      return (
        <Plate tone="stop" title={t("noPatient")} text={t("noPatientText")}>
          <p>{t("listsOnScreen", view.lists.map(listName).join(", "))}</p>
        </Plate>
      );
    case "error":
      return (
        <Plate tone="stop" title={t("error")} text={view.trouble.text}>
          <p>{t("errorText")}</p>
        </Plate>
      );
    case "chart":
      return (
        <ChartView key={patientKey(view.assessment.patient)} assessment={view.assessment} troubles={view.troubles} />
      );
  }
}

function ChartView({ assessment, troubles }: { assessment: Assessment; troubles: Trouble[] }) {
  const { lookedAt, frax, decidingBmd } = assessment;
  const nothingRead = !lookedAt.some((list) => list.seen) && frax.raw === null && decidingBmd === null;
  return (
    <>
      <PatientLine patient={assessment.patient} />
      {troubles.map((trouble) => (
        <p key={trouble.code + trouble.text} class="trouble">
          {trouble.text}
        </p>
      ))}
      {nothingRead && <p class="hint">{t("nothingRead")}</p>}
      <AssessmentView assessment={assessment} />
    </>
  );
}

/** Another patient gets fresh elements: nothing opened for one stays open for the next. */
function patientKey({ name, birthDate, mrn }: Identity): string {
  return JSON.stringify([name, birthDate, mrn].map((fact) => (fact.state === "known" ? fact.value : fact.state)));
}

interface PlateProps {
  tone: "calm" | "busy" | "stop";
  title: string;
  text: string;
  children?: ComponentChildren;
}

/** A state without an assessment, in words. */
function Plate({ tone, title, text, children }: PlateProps) {
  return (
    <section class={`plate ${tone}`}>
      <PlateShape tone={tone} />
      <h2>{title}</h2>
      {text !== "" && <p>{text}</p>}
      {children}
    </section>
  );
}

function PlateShape({ tone }: { tone: PlateProps["tone"] }) {
  return (
    <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      {tone === "calm" && <path d="M9 5h22v30H9Zm5 8h12M14 20h12M14 27h7" />}
      {tone === "busy" && <path d="M9 5h22v30H9Zm5 8h12M14 20h12M14 27h7" stroke-dasharray="3 3" />}
      {tone === "stop" && <path d="M14 4h12l10 10v12L26 36H14L4 26V14Zm6 8v10m0 4v2.5" />}
    </svg>
  );
}
