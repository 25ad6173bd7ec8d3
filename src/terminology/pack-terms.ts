/**
 * Packs the anchor terms for the page script: for each kind, its terms joined by "|".
 * Runs at build time; the page script splits them again.
 */
export function packTerms(terms: readonly { kind: string; text: string }[]): Record<string, string> {
  const packed: Record<string, string[]> = {};
  for (const { kind, text } of terms) {
    packed[kind] ??= [];
    packed[kind].push(text);
  }
  return Object.fromEntries(Object.entries(packed).map(([kind, texts]) => [kind, texts.join("|")]));
}
