import { t } from "../src/ui/text";
import { Calculator } from "./calculator";
import { SiteStatus } from "./site-status";

/** The toolbar popup: the tab's site above, the calculator with typed values below. */
export function Popup() {
  return (
    <main class="popup">
      <h1 class="visually-hidden">{t("extensionName")}</h1>
      <SiteStatus />
      <Calculator />
    </main>
  );
}
