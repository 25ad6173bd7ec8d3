/** Ids in an address: what changes when another patient is opened, and not when another page of the same chart is. */
const idsIn = (address: string): string[] =>
  address.match(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<![\w.])\d{2,}(?![\w.])/gi) ?? [];

/** Tells of in-page navigation. `elsewhere`: an id of the address has gone, so it may be another patient's page. */
export function watchAddress(signal: AbortSignal, moved: (elsewhere: boolean) => void): () => void {
  let address = location.href;
  const check = () => {
    if (location.href === address) return;
    const now = idsIn(location.href);
    const elsewhere = idsIn(address).some((id) => !now.includes(id));
    address = location.href;
    moved(elsewhere);
  };
  // what a page puts in the place of `navigation` is not seen from here; without it, `check` runs with every change of the page
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener("currententrychange", check, { signal });
  return check;
}
