import browser from "webextension-polyfill";
import { canonical } from "../chart/canonical";
import type { ExtensionMessage } from "../messages/extension";
import {
  type FormPlan,
  type FraxFill,
  type FraxFillState,
  type FraxInputs,
  type FraxOrders,
  type FraxPageMessage,
  type FraxPanel,
  type FraxWithdraw,
  fraxFillKey,
} from "../messages/frax";
import { viewIn, viewKey } from "../messages/view";
import { calculatorAddress, fraxPlans, plansAt } from "../risk/frax-plan";
import { names, type ReadBack, readBack } from "../risk/frax-read-back";
import { CALCULATORS, fraxModel, READ_BACK } from "../sources/frax-models";
import { FRAX_WORDS, notKept, panelOf } from "./frax-words";
import { localToday } from "./publish";
import { inTurn, loadSession } from "./session-store";

export const FILL_SCRIPT = "content/frax-fill.js";

type Of<K extends ExtensionMessage["kind"]> = Extract<ExtensionMessage, { kind: K }>;
type Refused = { refused: string };

/** What a calculator's tab was opened with, in `storage.session` under its own key: its values stay as they were on the click. */
interface OpenCalculator {
  id: string;
  chartTab: number;
  inputs: FraxInputs;
}

const openKey = (tabId: number) => `frax-open:${tabId}`;

async function stored<T>(key: string): Promise<T | undefined> {
  return (await browser.storage.session.get(key))[key] as T | undefined;
}

const fillOf = (chartTab: number) => stored<FraxFill>(fraxFillKey(chartTab));

async function keepFill(chartTab: number, fill: FraxFill, state: FraxFillState): Promise<FraxPanel> {
  await browser.storage.session.set({ [fraxFillKey(chartTab)]: { ...fill, state } });
  const open = await stored<OpenCalculator>(openKey(fill.calculatorTab));
  const notes = Object.values(open?.inputs.inputs ?? {}).flatMap((input) =>
    input.state === "found" ? input.notes : [],
  );
  return panelOf(state, plansOf(fill, open), notes);
}

function plansOf(fill: FraxFill, open: OpenCalculator | undefined): FormPlan[] {
  const model = fraxModel(fill.model);
  return open && model ? fraxPlans(fill.calculator, model, open.inputs) : [];
}

/** The inputs as the sidebar of the chart shows them; null when it shows no chart or another patient's. */
async function shownInputs(chartTab: number, visit: string): Promise<FraxInputs | null> {
  const view = viewIn(await stored<string>(viewKey(chartTab)));
  return view?.state === "chart" && view.visit === visit ? view.fraxInputs : null;
}

/** Opens the official calculator beside the chart; what it is filled with is settled now. Nothing of the patient is in its address. */
export function openCalculator({
  tabId,
  visit,
  calculator,
  model: id,
}: Of<"frax-fill">): Promise<{ done: true } | Refused> {
  return inTurn(async () => {
    const [inputs, model] = [await shownInputs(tabId, visit), fraxModel(id)];
    if (!inputs || !model) return { refused: FRAX_WORDS.patient };
    if (inputs.blocked.length > 0) return { refused: inputs.blocked.join("; ") };
    if (fraxPlans(calculator, model, inputs).length === 0) return { refused: FRAX_WORDS.model };
    if (!(await browser.permissions.contains({ origins: [...CALCULATORS[calculator].origins] }))) {
      await browser.runtime.openOptionsPage();
      return { refused: FRAX_WORDS.notAllowed };
    }
    await withdraw(tabId, FRAX_WORDS.again);
    const { index, windowId } = await browser.tabs.get(tabId);
    const at = { index: index + 1, ...(windowId !== undefined && { windowId }) };
    const tab = await browser.tabs.create({ url: calculatorAddress(calculator, model), ...at });
    if (tab.id === undefined) return { refused: FRAX_WORDS.elsewhere };
    const open: OpenCalculator = { id: crypto.randomUUID(), chartTab: tabId, inputs };
    const fill: FraxFill = { id: open.id, visit, calculator, model: id, calculatorTab: tab.id, state: { is: "open" } };
    await browser.storage.session.set({ [openKey(tab.id)]: open, [fraxFillKey(tabId)]: fill });
    return { done: true };
  });
}

/** Brings the fill script to a calculator's tab, after every load of it: the older page sends itself anew on Calculate. */
export function calculatorLoaded(tabId: number): Promise<void> {
  return inTurn(async () => {
    const open = await stored<OpenCalculator>(openKey(tabId));
    const fill = open && (await fillOf(open.chartTab));
    if (!fill || fill.id !== open.id) return;
    try {
      await browser.scripting.executeScript({ target: { tabId }, files: [FILL_SCRIPT] });
    } catch {
      await keepFill(open.chartTab, fill, { is: "not-filled", words: FRAX_WORDS.elsewhere });
    }
  });
}

/** An event of a calculator's page. Bound to the tab, to the click that opened it and to the patient who was on screen then. */
export function onFraxPage(
  message: FraxPageMessage,
  { tabId, url }: { tabId: number; url: string },
): Promise<FraxOrders | FraxPanel | undefined> {
  return inTurn(async () => {
    const open = await stored<OpenCalculator>(openKey(tabId));
    const fill = open && (await fillOf(open.chartTab));
    if (!fill || fill.id !== open.id) return undefined;
    if (message.event === "back") {
      await browser.tabs.update(open.chartTab, { active: true }).catch(() => undefined);
      return undefined;
    }
    const { visit, inDoubt } = await loadSession(open.chartTab);
    const ended = visit !== fill.visit ? FRAX_WORDS.patient : null;
    const state: FraxFillState = ended
      ? { is: "ended", words: ended }
      : inDoubt.length > 0
        ? { is: "refused", words: FRAX_WORDS.doubt }
        : await nextState(message, fill, open, url);
    const panel = await keepFill(open.chartTab, fill, state);
    if (message.event !== "ready") return panel;
    const model = fraxModel(fill.model);
    const plans = model ? plansAt(url, fill.calculator, model, plansOf(fill, open)) : [];
    const usable = state.is === "open" || state.is === "filled" || state.is === "read" || state.is === "refused";
    return { plans: usable ? plans : [], fill: state.is === "open", panel };
  });
}

async function nextState(
  message: Exclude<FraxPageMessage, { event: "back" }>,
  fill: FraxFill,
  open: OpenCalculator,
  url: string,
): Promise<FraxFillState> {
  if (fill.state.is === "stored" || fill.state.is === "not-filled") return fill.state;
  switch (message.event) {
    case "ready": {
      const model = fraxModel(fill.model);
      const known = model && plansAt(url, fill.calculator, model, plansOf(fill, open)).length > 0;
      return known ? fill.state : { is: "not-filled", words: FRAX_WORDS.elsewhere };
    }
    case "filled":
      return { is: "filled", filled: message.filled, left: message.left };
    case "unknown-form":
      // A page that was filled and now shows only figures, or an error of its own, keeps its state.
      return fill.state.is === "open" ? { is: "not-filled", words: FRAX_WORDS.unknownForm } : fill.state;
    case "other-language":
      return { is: "not-filled", words: FRAX_WORDS.otherLanguage };
    case "in-use":
      return { is: "not-filled", words: FRAX_WORDS.inUse };
    case "not-kept":
      return { is: "not-filled", words: notKept(message.fields, message.cleared) };
    case "edited":
      return { is: "refused", words: FRAX_WORDS.edited };
    case "figures": {
      const now = await shownInputs(open.chartTab, fill.visit);
      if (now && changed(now, open.inputs)) return { is: "refused", words: FRAX_WORDS.chartChanged };
      const read = readBack(plansOf(fill, open), open.inputs.neck, message.reading);
      return "refused" in read ? { is: "refused", words: read.refused } : { is: "read", figures: read };
    }
  }
}

/** Whether the chart gives other values than those the calculator was filled with. */
function changed(now: FraxInputs, then: FraxInputs): boolean {
  const values = ({ inputs }: FraxInputs) =>
    canonical(
      Object.fromEntries(
        Object.entries(inputs).map(([name, input]) => [name, input.state === "found" ? input.value : null]),
      ),
    );
  return values(now) !== values(then);
}

/** The figures as something the clinician says of this patient; refused where they are not those on screen. */
export async function confirmedFigures({ tabId, visit, id }: Of<"frax-confirm">): Promise<Of<"type-fact"> | Refused> {
  const fill = await fillOf(tabId);
  if (!fill || fill.id !== id || fill.visit !== visit || fill.state.is !== "read")
    return { refused: FRAX_WORDS.patient };
  const [model, open] = [fraxModel(fill.model), await stored<OpenCalculator>(openKey(fill.calculatorTab))];
  const now = await shownInputs(tabId, visit);
  if (!model || !now) return { refused: FRAX_WORDS.patient };
  if (open && changed(now, open.inputs)) return { refused: FRAX_WORDS.chartChanged };
  const { mof, hip, mofComparator, hipComparator, t, yes } = fill.state.figures;
  const frax = {
    tool: model.name,
    country: model.country,
    mof,
    hip,
    ...(mofComparator && { mofComparator }),
    ...(hipComparator && { hipComparator }),
    withBMD: t !== null,
    date: localToday(),
    gcTicked: yes.includes("glucocorticoids"),
    doseAdjusted: false,
  };
  const about = `${READ_BACK}, ${frax.date}. ${answersOf(fill.state.figures)}`;
  return { kind: "type-fact", tabId, visit, about, says: { kind: "values", input: { frax } } };
}

/** What the calculator counts as "yes", as its own caption does, and what nobody answered (RISK.md 1.3). */
function answersOf({ yes, countedAsNo }: ReadBack): string {
  const left = countedAsNo.length > 0 ? `; not found, counted as no: ${names(countedAsNo)}` : "";
  return `Answered yes: ${yes.length > 0 ? names(yes) : "none"}${left}`;
}

/** The figures were stored, or the clinician does not want them. */
export function settleFigures(tabId: number, id: string, state: FraxFillState): Promise<void> {
  return inTurn(async () => {
    const fill = await fillOf(tabId);
    if (fill?.id === id) await keepFill(tabId, fill, state);
  });
}

/** Takes the values out of a chart's calculator and ends its connection. Called in turn. */
async function withdraw(chartTab: number, words: string): Promise<void> {
  const fill = await fillOf(chartTab);
  if (!fill) return;
  const state: FraxFillState = { is: "ended", words };
  const command: FraxWithdraw = { kind: "frax-withdraw", panel: panelOf(state, []) };
  await browser.tabs.sendMessage(fill.calculatorTab, command).catch(() => undefined);
  await browser.storage.session.remove(openKey(fill.calculatorTab));
  await browser.storage.session.set({ [fraxFillKey(chartTab)]: { ...fill, state } });
}

/** Another patient's chart is in the tab: nothing of the former one stays in a calculator. Called in turn. */
export async function withdrawIfOther(chartTab: number, visit: string): Promise<void> {
  const fill = await fillOf(chartTab);
  if (!fill || fill.visit === visit) return;
  // Stored, discarded or refused: as long as the calculator is open, its form holds the former patient's values.
  if (await stored<OpenCalculator>(openKey(fill.calculatorTab))) await withdraw(chartTab, FRAX_WORDS.patient);
}

/** A tab is gone: the chart's, or a calculator's before it was read. Called in turn. */
export async function fraxTabClosed(tabId: number): Promise<void> {
  await withdraw(tabId, FRAX_WORDS.chartClosed);
  await browser.storage.session.remove(fraxFillKey(tabId));
  const open = await stored<OpenCalculator>(openKey(tabId));
  const fill = open && (await fillOf(open.chartTab));
  if (!fill || fill.id !== open.id) return;
  const done = fill.state.is === "read" || fill.state.is === "stored";
  if (!done) await keepFill(open.chartTab, fill, { is: "ended", words: FRAX_WORDS.calculatorClosed });
  if (!done) await browser.storage.session.remove(openKey(tabId));
}
