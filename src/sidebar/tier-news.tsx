import type { ChartView, TabView } from "../messages/view";
import type { Assessment } from "../rules/assessment";
import { t } from "../ui/text";
import { tierWord } from "../ui/tier";

/** Says a change of the tier, of the state or of what was typed to a screen reader, politely; silent while all stay. */
export function TierNews({ view }: { view: TabView | null }) {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <p>{view === null ? "" : news(view)}</p>
      {view?.state === "chart" && <p>{said(view)}</p>}
    </div>
  );
}

/** The last thing typed, and how much was answered: what has just been taken over is heard. */
function said({ typed, answers }: ChartView): string {
  const last = typed.at(-1);
  const count = Object.keys(answers).length;
  return [
    last === undefined ? null : t(last.kind === "not-so" ? "newsNotSo" : "newsTyped", last.about),
    count === 0 ? null : t("newsAnswered", count),
  ]
    .filter((part) => part !== null)
    .join(" ");
}

/** The tier's word and what decided it; a headline that begins with the word is enough. */
function told({ tier, headline }: Assessment): string {
  const word = tierWord(tier);
  return headline.startsWith(word) ? headline : `${word}. ${headline}`;
}

function news(view: TabView): string {
  switch (view.state) {
    case "chart":
      return t("newsTier", told(view.assessment));
    case "reading":
      return t("reading");
    case "two-patients":
      return t("twoPatients");
    case "no-patient":
      return t("noPatient");
    case "no-chart":
      return t("noChart");
    case "not-allowed":
      return t("notAllowed");
    case "error":
      return t("error");
  }
}
