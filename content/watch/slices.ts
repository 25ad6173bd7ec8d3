/** Longest time in one go, well under the 50 ms that people notice and the browser calls a long task. */
const SLICE_MS = 12;

const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };

/** Runs steps to their end, giving the page a turn whenever a slice is used up. Null when it was stopped. */
export async function inSlices<T>(steps: Generator<unknown, T>, signal: AbortSignal): Promise<T | null> {
  let end = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    // one turn for the page
    await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
    if (signal.aborted) return null;
    end = performance.now() + SLICE_MS;
  }
}
