import { useContext } from "preact/hooks";
import type { Identity } from "../chart/chart";
import type { Evidence } from "../chart/evidence";
import type { Fact } from "../chart/fact";
import { ShowInChartContext } from "./evidence";
import { dateText } from "./figures";
import { type TextKey, t } from "./text";
import { onTrusted } from "./trusted";

/** Whose chart this is, so that a wrong one is noticed. */
export function PatientLine({ patient }: { patient: Identity }) {
  return (
    <section class="patient" aria-label={t("patient")}>
      <p class="patient-name">
        <FactText fact={patient.name} unknown="nameUnknown" />
      </p>
      <p>
        <FactText fact={patient.age} unknown="ageUnknown" text={(age) => t("ageYears", age)} />
        {" · "}
        <FactText fact={patient.sex} unknown="sexUnknown" text={(sex) => t(sex)} />
        {" · "}
        <FactText fact={patient.birthDate} unknown="birthDateUnknown" text={(date) => t("born", dateText(date))} />
        {" · "}
        <FactText fact={patient.mrn} unknown="recordUnknown" text={(mrn) => t("recordNumber", mrn)} />
      </p>
    </section>
  );
}

/** A known fact shows where the chart says it, quietly: the line is for reading. */
function KnownFact({ text, evidence }: { text: string; evidence: Evidence[] }) {
  const show = useContext(ShowInChartContext);
  const place = evidence.find((one) => one.from === "page");
  if (show === null || place === undefined) return <span class="fact">{text}</span>;
  const reveal = onTrusted<Event>(() => void show(place.place, place.text).catch(() => undefined));
  return (
    <button type="button" class="fact fact-link" title={t("showInChart")} onClick={reveal}>
      {text}
    </button>
  );
}

interface FactTextProps<T> {
  fact: Fact<T>;
  unknown: TextKey;
  text?: (value: T) => string;
}

/** A fact in each of its three states; conflicting values are all shown. */
function FactText<T extends string | number>({ fact, unknown, text = String }: FactTextProps<T>) {
  switch (fact.state) {
    case "known":
      return <KnownFact text={text(fact.value)} evidence={fact.evidence} />;
    case "unknown":
      return <span class="fact unknown">{t(unknown)}</span>;
    case "conflicting":
      return (
        <span class="fact conflict">
          {t("conflict", fact.values.map(({ value }) => text(value)).join(` ${t("or")} `))}
        </span>
      );
  }
}
