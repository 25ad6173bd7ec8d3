/** Runs one piece of work after the other: the browser's stores have no transactions, and what reads and then writes would overwrite what came between. */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
