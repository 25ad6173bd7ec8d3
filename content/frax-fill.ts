import type { FormPlan, FraxOrders, FraxPageMessage, FraxPanel, FraxWithdraw } from "../src/messages/frax";
import { shownOf } from "./fill/controls";
import { watchFigures } from "./fill/figures";
import { awaitForm, clear, fill, inEnglish, inUse } from "./fill/form";
import { panelLayer } from "./fill/panel";

declare global {
  var osteonFill: true | undefined;
}

/** How long a page may take to build its form. */
const FORM_MS = 15_000;

async function ask<T>(message: FraxPageMessage): Promise<T | undefined> {
  try {
    return (await chrome.runtime.sendMessage(message)) as T | undefined;
  } catch {
    // The extension was updated or removed: nobody is there to ask.
    return undefined;
  }
}

/** Brought to the official calculator's tab after the user's click: fills once, then only looks. Calculate is the user's. */
async function start(): Promise<void> {
  const orders = await ask<FraxOrders>({ kind: "frax-page", event: "ready" });
  if (!orders) return;
  const life = new AbortController();
  const layer = panelLayer(() => void ask({ kind: "frax-page", event: "back" }));
  const told = async (message: FraxPageMessage) => {
    const panel = await ask<FraxPanel>(message);
    if (panel && !life.signal.aborted) layer.say(panel);
  };
  layer.say(orders.panel);
  if (orders.plans.length === 0) return;

  let form: FormPlan | null = null;
  const withdraw = (command: FraxWithdraw, _sender: unknown, answer: (done: true) => void) => {
    if (command.kind !== "frax-withdraw") return;
    life.abort();
    layer.mark([]);
    layer.say(command.panel);
    if (form) void clear(form);
    answer(true);
  };
  chrome.runtime.onMessage.addListener(withdraw);

  form = await awaitForm(orders.plans, FORM_MS);
  if (!form) return told({ kind: "frax-page", event: "unknown-form" });
  if (orders.fill) {
    const said = await fillIn(form, life.signal);
    if (said.event === "filled") mark(form);
    await told(said);
    if (said.event !== "filled") return;
  } else mark(form);
  watchFigures(orders.plans, !orders.fill, (what) => void told({ kind: "frax-page", ...what }), life.signal);

  function mark({ steps }: FormPlan): void {
    layer.mark(steps.map(({ control, value }) => ({ at: shownOf(control), as: value === null ? "left" : "filled" })));
  }
}

async function fillIn(form: FormPlan, signal: AbortSignal): Promise<FraxPageMessage> {
  if (!inEnglish(form)) return { kind: "frax-page", event: "other-language" };
  if (inUse(form)) return { kind: "frax-page", event: "in-use" };
  const fields = await fill(form);
  if (fields.length > 0) return { kind: "frax-page", event: "not-kept", fields, cleared: await clear(form) };
  if (signal.aborted) await clear(form);
  const [filled, left] = [
    form.steps.filter(({ value }) => value !== null),
    form.steps.filter(({ value }) => value === null),
  ];
  const names = (steps: FormPlan["steps"]) => steps.map(({ field }) => field);
  return { kind: "frax-page", event: "filled", build: form.build, filled: names(filled), left: names(left) };
}

if (!globalThis.osteonFill && window === window.top) {
  globalThis.osteonFill = true;
  void start();
}
