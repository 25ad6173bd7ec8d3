const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same text for the same facts: a browser's storage gives the keys of what it kept back in an order of its own. */
export function canonical(facts: unknown): string {
  return JSON.stringify(facts, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
