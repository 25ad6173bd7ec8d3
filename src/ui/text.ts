import type english from "../../public/_locales/en/messages.json";

/** Every text of the pages has a key in `_locales/en/messages.json`. */
export type TextKey = keyof typeof english;

/** The text of a key in the browser's language; `$1` … `$9` in it are replaced by `values`. */
export function t(key: TextKey, ...values: (string | number)[]): string {
  return globalThis.chrome?.i18n?.getMessage(key, values.map(String)) || key;
}
