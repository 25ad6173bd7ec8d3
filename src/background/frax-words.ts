import type { FormPlan, FraxFillState, FraxPanel } from "../messages/frax";
import { names } from "../risk/frax-read-back";

/** Why values are taken out of the calculator again, or never put in. */
export const FRAX_WORDS = {
  patient: "The patient in the chart has changed. Nothing is read back from this calculator.",
  chartClosed: "The chart's tab was closed. Nothing is read back from this calculator.",
  doubt: "The chart is just changing, and whose it is is not certain. Nothing was taken over.",
  calculatorClosed: "The calculator's tab was closed before figures were read.",
  again: "The calculator was opened again for this chart. Nothing is read back from this tab.",
  unknownForm: "The calculator's page is not the one this tool knows. Nothing was filled in: copy the values.",
  otherLanguage:
    "The calculator's page is not in English. Nothing was filled in: switch it to English, or copy the values.",
  inUse: "Something already stands in the calculator's form. Nothing was filled in: clear it, or copy the values.",
  elsewhere: "The calculator answered from an address this tool may not fill in. Copy the values.",
  model: "This page cannot be set to the chosen country model. Take the other page, or copy the values.",
  notAllowed:
    "The calculator's site is not allowed yet. Allow it on the settings page that has opened, then press again.",
  edited: "The form was changed after its figures appeared. Press Calculate again.",
  chartChanged: "The chart's values have changed since the calculator was filled in. Fill it in again.",
} as const;

/** The form did not keep what was put in; `cleared`: it is out again. */
export function notKept(fields: readonly string[], cleared: boolean): string {
  const rest = cleared ? "Nothing is left in it" : "Clear the form";
  return `The calculator's page did not keep: ${names(fields)}. ${rest}; copy the values.`;
}

const SHOWN = (field: string) => field !== "continent" && field !== "units" && field !== "maker";

/** What the panel beside the form says of a state. */
export function panelOf(state: FraxFillState, plans: readonly FormPlan[], notes: readonly string[] = []): FraxPanel {
  switch (state.is) {
    case "open":
      return { tone: "go", title: "Looking at the form …", lines: [], back: false };
    case "filled":
      return {
        tone: "go",
        title: "Check every value, then press Calculate yourself",
        lines: [...filledLines(state, plans[0]), ...notes.map((note) => `Note: ${note}.`)],
        back: true,
      };
    case "read": {
      const { mof, mofComparator, hip, hipComparator } = state.figures;
      return {
        tone: "done",
        title: `Read: major ${mofComparator ?? ""}${mof} %, hip ${hipComparator ?? ""}${hip} %`,
        lines: ["Go back to the chart and confirm them there. Nothing is stored before."],
        back: true,
      };
    }
    case "stored":
      return { tone: "done", title: "The figures are in the chart's sidebar", lines: [], back: true };
    case "refused":
      return { tone: "stop", title: "The figures are not taken over", lines: [state.words], back: true };
    case "not-filled":
      return { tone: "stop", title: "Not filled in", lines: [state.words], back: true };
    case "ended":
      return { tone: "stop", title: "No longer connected to the chart", lines: [state.words], back: false };
  }
}

function filledLines({ filled, left }: { filled: string[]; left: string[] }, plan: FormPlan | undefined): string[] {
  const value = (field: string) => plan?.steps.find((step) => step.field === field)?.value ?? "";
  const maker = value("maker");
  const done = filled
    .filter(SHOWN)
    .map((field) => `${names([field])} ${field === "bmd" && maker !== "" ? `${maker} ` : ""}${value(field)}`);
  const open = left.filter(SHOWN);
  const lines = [`Filled in: ${done.join(", ")}.`];
  if (open.length > 0)
    lines.push(`Not found in the chart, left as the page has it (a blank counts as no): ${names(open)}.`);
  if (!filled.includes("model"))
    lines.push("The country is not read from this page: check that it is the model you chose.");
  return lines;
}
