import english from "../../public/_locales/en/messages.json";

/** Gives the pages their texts as the browser would; `change` makes another language of them. */
export function speakEnglish(change: (text: string) => string = (text) => text): void {
  const messages: Record<string, { message: string }> = english;
  const getMessage = (key: string, values: string[] = []) =>
    change(messages[key]?.message ?? "").replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? "");
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
}

/** A language 40 % longer than English. */
export function pseudo(text: string): string {
  return text + " ·".padEnd(Math.ceil(text.length * 0.4), "ö");
}
