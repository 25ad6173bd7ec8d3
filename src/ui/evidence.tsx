import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import type { Evidence as EvidenceOf, PagePlace } from "../chart/evidence";
import type { ExtensionAnswers } from "../messages/extension";
import { isReadBack } from "../sources/frax-models";
import { caseText } from "./case-text";
import { ClinicianContext } from "./clinician";
import { prose } from "./figures";
import { t } from "./text";
import { onTrusted } from "./trusted";
import { TypedMark } from "./typed-mark";

type Found = ExtensionAnswers["reveal"]["found"];

/** Shows a place in the chart. Null where there is no chart to show it in, as in the popup. */
export type ShowInChart = ((place: PagePlace, text: string) => Promise<Found>) | null;

export const ShowInChartContext = createContext<ShowInChart>(null);

/** A value with where it was read: a button that scrolls the chart to it when it has a place there. */
export function Evidence({ evidence }: { evidence: EvidenceOf }) {
  const show = useContext(ShowInChartContext);
  const [failure, setFailure] = useState<"goneFromPage" | "notShown" | null>(null);
  if (evidence.from === "typed") return <TypedEvidence evidence={evidence} />;
  if (evidence.from !== "page" || show === null) {
    return (
      <span class="evidence">
        <q>{evidence.from === "case" ? caseText(evidence.text) : evidence.text}</q>{" "}
        <span class="from">{t(evidence.from === "page" ? "fromChart" : "fromForm")}</span>
      </span>
    );
  }
  const reveal = onTrusted<Event>(() => {
    show(evidence.place, evidence.text).then(
      (found) => setFailure(found === "gone" ? "goneFromPage" : null),
      () => setFailure("notShown"),
    );
  });
  return (
    <span class="evidence">
      <button type="button" class="show-in-chart" onClick={reveal} title={t("showInChart")}>
        <q>{evidence.text}</q>
        <span class="visually-hidden"> {t("showInChart")}</span>
      </button>
      <span role="status">{failure !== null && <span class="from">{t(failure)}</span>}</span>
    </span>
  );
}

/** What was typed looks typed; what the chart says instead stands beside it. */
function TypedEvidence({ evidence }: { evidence: EvidenceOf & { from: "typed" } }) {
  const clinician = useContext(ClinicianContext);
  const instead = clinician?.typed.find(({ id }) => id === evidence.field)?.instead ?? [];
  return (
    <span class="evidence typed">
      <TypedMark /> <span class="typed-text">{prose(evidence.text)}</span>{" "}
      {!isReadBack(evidence) && <span class="from">{t("fromTyped")}</span>}
      {instead.map((read) => (
        <span key={read.text}>
          {" "}
          <span class="from">{t("chartSays")}</span> <Evidence evidence={read} />
        </span>
      ))}
    </span>
  );
}
