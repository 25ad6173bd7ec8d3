import type { ComponentChild } from "preact";
import { render } from "preact";
import { act } from "preact/test-utils";

/** The browser that draws has nothing else to do. */
globalThis.requestIdleCallback ??= (call) => {
  call({ didTimeout: false, timeRemaining: () => 50 });
  return 0;
};
globalThis.cancelIdleCallback ??= () => {};

/** Draws into a fresh page and gives its root. */
export async function draw(node: ComponentChild, into?: Element): Promise<HTMLElement> {
  if (into === undefined) document.body.replaceChildren(document.createElement("div"));
  const root = (into ?? document.body.firstElementChild) as HTMLElement;
  await act(() => render(node, root));
  return root;
}

/** A click as the user's own hand makes it; with `trusted` false, as a page's script would. */
export async function click(element: Element | null, trusted = true): Promise<void> {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: trusted });
  await act(async () => {
    element?.dispatchEvent(event);
    await settled();
  });
}

/** Types into a field and leaves it; with a select, chooses. */
export async function type(root: Element, selector: string, text: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (field === null) throw new Error(`No field ${selector}`);
  await act(async () => {
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
  });
  await act(async () => {
    field.dispatchEvent(new Event("blur"));
    field.dispatchEvent(new Event("focusout", { bubbles: true }));
  });
}

/** Lets what was promised arrive. */
export async function settled(ms = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

export function button(root: Element, text: string): HTMLButtonElement | null {
  return [...root.querySelectorAll("button")].find((candidate) => textOf(candidate).includes(text)) ?? null;
}
