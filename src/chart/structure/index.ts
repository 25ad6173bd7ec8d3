import type { FrameSnapshot } from "../snapshot";
import { ADAPTERS } from "./adapters";
import { type Adapter, withAdapter } from "./adapters/adapter";
import { labelled } from "./banner-labels";
import { cards } from "./cards";
import { compose } from "./compose";
import { preformatted } from "./preformatted";
import { repeatedHeads } from "./repeated-heads";
import { transposed } from "./transposed";
import { hintWords } from "./words";

/** The address with what names the patient, without what changes by itself. */
function steady(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const [key, value] of [...url.searchParams]) {
    if (value.length > 40 || /token|session|nonce|auth|code|csrf|time|stamp|^_/i.test(key))
      url.searchParams.delete(key);
  }
  return url.href;
}

/**
 * Gives what the page sent its structure: columns, dividers, labels, plain words for hints.
 * The page script sends rows as they stand; what they are to each other is found here, where it can be tested without a browser.
 */
export function structured(snapshot: FrameSnapshot, adapters: readonly Adapter[] = ADAPTERS): FrameSnapshot {
  const plain = {
    ...snapshot,
    url: steady(snapshot.url),
    banner: labelled(snapshot.banner),
    regions: snapshot.regions
      .flatMap(preformatted)
      .flatMap(compose)
      .map(repeatedHeads)
      .map(transposed)
      .map(cards)
      .map((region) => ({
        ...region,
        hints: hintWords(region.hints),
        rows: region.rows.map((row) => ({
          ...row,
          hints: hintWords(row.hints),
          cells: row.cells.map((cell) => ({ ...cell, hints: hintWords(cell.hints) })),
        })),
      })),
  };
  return withAdapter(plain, adapters);
}
