import type { ComponentChildren } from "preact";
import type { Identity } from "../chart/chart";
import type { ChartView, TabView } from "../messages/view";
import { AssessmentView } from "../ui/assessment-view";
import { ClinicianContext } from "../ui/clinician";
import { ShownFirst } from "../ui/fold";
import { FraxOfTabContext } from "../ui/frax-calculator";
import { listName } from "../ui/looked-at";
import { PatientLine } from "../ui/patient-line";
import { t } from "../ui/text";
import { useClinician } from "./clinician-of-tab";

/** One state of a tab. Whatever the state, nothing of an earlier patient stays on the page. */
export function ViewOfTab({ view, tabId }: { view: TabView; tabId: number | null }) {
  switch (view.state) {
    case "no-chart":
      return <Plate tone="calm" title={t("noChart")} text={t("noChartText")} />;
    case "not-allowed":
      return <Plate tone="calm" title={t("notAllowed")} text={t("notAllowedText", t("allowSite"))} />;
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
      return <ChartOfTab key={`${view.visit} ${patientKey(view.assessment.patient)}`} view={view} tabId={tabId} />;
  }
}

function ChartOfTab({ view, tabId }: { view: ChartView; tabId: number | null }) {
  const { assessment, troubles } = view;
  const { lookedAt, frax, decidingBmd } = assessment;
  const nothingRead = !lookedAt.some((list) => list.seen) && frax.raw === null && decidingBmd === null;
  return (
    <ClinicianContext.Provider value={useClinician(tabId, view)}>
      <PatientLine patient={assessment.patient} />
      {troubles.map((trouble) => (
        <p key={trouble.code + trouble.text} class="trouble">
          {trouble.text}
        </p>
      ))}
      {nothingRead && <p class="hint">{t("nothingRead")}</p>}
      <FraxOfTabContext.Provider value={{ tabId, visit: view.visit, inputs: view.fraxInputs }}>
        <ShownFirst of={assessment}>
          <AssessmentView assessment={assessment} />
        </ShownFirst>
      </FraxOfTabContext.Provider>
    </ClinicianContext.Provider>
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
