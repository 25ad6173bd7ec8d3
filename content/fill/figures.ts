import type { FormPlan, PageReading } from "../../src/messages/frax";
import { pause } from "./controls";
import { formOf, sameValues, type Values, valuesOf } from "./form";

type Figure = FormPlan["results"]["mof"];
type Printed = Pick<PageReading, "mof" | "hip" | "t">;

/** A figure as printed; null when it is not there, or there in two values. */
function printed({ at, pattern }: Figure): string | null {
  const texts =
    at === null ? [document.body.innerText] : [...document.querySelectorAll<HTMLElement>(at)].map((e) => e.innerText);
  const found = texts.flatMap((text) =>
    [...text.replace(/\s+/g, " ").matchAll(new RegExp(pattern, "gi"))].map(([, figure = ""]) => figure.trim()),
  );
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

function figuresOf({ results }: FormPlan): Printed | null {
  const [mof, hip] = [printed(results.mof), printed(results.hip)];
  return mof === null || hip === null ? null : { mof, hip, t: printed(results.t) };
}

/** Long enough for a page to have drawn all its figures. */
const SETTLE_MS = 300;

/**
 * Tells of figures when they appear and of a form that is changed after them. Figures count as fresh when they came
 * with the page (`loaded`: it sends itself anew on Calculate), are its first, or both differ from those before: pages
 * are known that keep an old result.
 */
export function watchFigures(
  plans: readonly FormPlan[],
  loaded: boolean,
  tell: (what: { event: "figures"; reading: PageReading } | { event: "edited" }) => void,
  signal: AbortSignal,
): void {
  const plan = () => formOf(plans);
  const now = plan();
  let last: { printed: Printed; values: Values; fresh: boolean } | null = null;
  const before = now && !loaded && figuresOf(now);
  if (before) last = { printed: before, values: {}, fresh: false };
  let edited = false;
  let turn = 0;

  const look = async () => {
    const mine = ++turn;
    await pause(SETTLE_MS);
    if (mine !== turn || signal.aborted) return;
    const form = plan();
    const figures = form && figuresOf(form);
    if (!form || !figures) return;
    const values = valuesOf(form);
    if (!last || JSON.stringify(last.printed) !== JSON.stringify(figures)) {
      const sameFigures = last !== null && last.printed.mof === figures.mof && last.printed.hip === figures.hip;
      const both = last !== null && last.printed.mof !== figures.mof && last.printed.hip !== figures.hip;
      last = { printed: figures, values, fresh: last === null || both || (sameFigures && last.fresh) };
      edited = false;
      tell({ event: "figures", reading: { build: form.build, values, ...figures, fresh: last.fresh } });
    } else if (Object.keys(last.values).length > 0 && sameValues(last.values, values) === edited) {
      edited = !edited;
      if (edited) tell({ event: "edited" });
      else tell({ event: "figures", reading: { build: form.build, values, ...figures, fresh: last.fresh } });
    }
  };
  const observer = new MutationObserver(() => void look());
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const type of ["input", "change", "click"]) addEventListener(type, () => void look(), { capture: true, signal });
  signal.addEventListener("abort", () => observer.disconnect());
  void look();
}
