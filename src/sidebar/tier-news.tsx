import type { TabView } from "../messages/view";
import type { Assessment } from "../rules/assessment";
import { t } from "../ui/text";
import { tierWord } from "../ui/tier";

/** Says a change of the tier or of the state to a screen reader, politely; silent while both stay. */
export function TierNews({ view }: { view: TabView | null }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {view === null ? "" : news(view)}
    </p>
  );
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
    case "error":
      return t("error");
  }
}
