import { t } from "../ui/text";
import { AboutOsteon } from "./about-osteon";
import { AllowedSites } from "./allowed-sites";
import { RuleSettings } from "./rule-settings";
import { RuleTable } from "./rule-table";

/** Where it may read, and what it is. */
export function OptionsPage() {
  return (
    <main class="page">
      <h1>{t("extensionName")}</h1>
      <AllowedSites />
      <RuleSettings />
      <AboutOsteon />
      <RuleTable />
    </main>
  );
}
