import type { FormControl } from "../../src/messages/frax";

type Field = HTMLInputElement | HTMLSelectElement;

/** The input itself, or the one a label or a wrapper stands for. */
function inputOf(element: Element | undefined): HTMLInputElement | null {
  if (element instanceof HTMLInputElement) return element;
  const own = element instanceof HTMLLabelElement ? element.control : null;
  return own instanceof HTMLInputElement ? own : (element?.querySelector("input") ?? null);
}

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
/** Only what stands there exactly once. */
const only = (selector: string): Element | undefined => {
  const [first, second] = all(selector);
  return second ? undefined : first;
};

/** The elements of a control; null when it is not there as it is known. */
export function elementsOf(control: FormControl): Field[] | null {
  switch (control.as) {
    case "text": {
      const input = inputOf(only(control.at));
      return input ? [input] : null;
    }
    case "options": {
      const inputs = Object.values(control.at).map((at) => inputOf(only(at)));
      return inputs.every((input) => input !== null) ? inputs : null;
    }
    case "checkbox":
    case "combobox": {
      const input = inputOf(all(control.at)[control.nth]);
      return input ? [input] : null;
    }
    case "menu": {
      const select = only(control.at);
      return select instanceof HTMLSelectElement ? [select] : null;
    }
  }
}

/** The part of a combobox that shows what is chosen. */
const boxOf = (input: Element): Element => input.closest("[class*=control]") ?? input.parentElement ?? input;

/** What of a control can be seen. */
export function shownOf(control: FormControl): Element[] {
  const elements = elementsOf(control) ?? [];
  return control.as === "combobox" ? elements.map(boxOf) : elements;
}

/** What a control holds: "yes", "no", a value, a text; null when it is not there or holds none of its values. */
export function held(control: FormControl): string | null {
  const elements = elementsOf(control);
  const [first] = elements ?? [];
  if (!elements || !first) return null;
  switch (control.as) {
    case "text":
    case "menu":
      return first.value.trim();
    case "options":
      return Object.keys(control.at).find((_, at) => (elements[at] as HTMLInputElement).checked) ?? null;
    case "checkbox":
      return (first as HTMLInputElement).checked ? "yes" : "no";
    case "combobox":
      return (boxOf(first).textContent ?? "").trim();
  }
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
/** Figures and names as a page may rewrite them: "66" and "66.0", "US (Caucasian)" and "US(Caucasian)". */
export const sameValue = (a: string, b: string): boolean =>
  a.trim() !== "" && Number(a) === Number(b) ? true : letters(a) === letters(b) && /-/.test(a) === /-/.test(b);

function tell(element: Element, ...events: string[]): void {
  for (const type of events) element.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Chooses in a list that opens on a press and shows its options somewhere in the page. */
async function pick(input: HTMLInputElement, value: string): Promise<void> {
  if (sameValue(value, boxOf(input).textContent ?? "")) return;
  input.focus();
  input.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true, button: 0 }));
  input.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, button: 0 }));
  for (let waits = 0; waits < 20; waits++) {
    const option = all("[role=option]").find(({ textContent }) => sameValue(value, textContent ?? ""));
    if (option instanceof HTMLElement) return option.click();
    await pause(50);
  }
  // Not offered: what was opened is closed again; the values read back show that nothing was chosen.
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
}

/** Puts a value into a control as a user's input would. Whether it stays is seen by reading it back. */
export async function put(control: FormControl, value: string): Promise<void> {
  const elements = elementsOf(control);
  const [first] = elements ?? [];
  if (!elements || !first || held(control) === value) return;
  switch (control.as) {
    case "text":
    case "menu":
      first.value = value;
      tell(first, "input", "change", "blur");
      return;
    case "options":
      return elements[Object.keys(control.at).indexOf(value)]?.click();
    case "checkbox":
      return first.click();
    case "combobox":
      return pick(first as HTMLInputElement, value);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
