import browser from "webextension-polyfill";
import type { Placement } from "../messages/placement";
import { turns } from "./turns";

/** Over the right edge: nothing of the page moves until the user wants it so. */
export const DEFAULT_PLACEMENT: Placement = { side: "right", fit: "over", width: 360 };

const KEY = "placements";

/** Origin of a site to where its sidebar stands. Kept over restarts: it holds nothing of any patient. */
type Placements = Record<string, Placement>;

async function all(): Promise<Placements> {
  return ((await browser.storage.local.get(KEY))[KEY] as Placements | undefined) ?? {};
}

/** Where the sidebar stands on a site; on an unknown one where it stands by default. */
export async function placementOf(site: string | null): Promise<Placement> {
  return { ...DEFAULT_PLACEMENT, ...(site === null ? {} : (await all())[site]) };
}

/** Its own turns: it is called in the turn of a session. */
const inTurn = turns();

/** Takes over a change; what else is changed at the same time, of this or another site, stays. */
export function keepPlacement(site: string | null, change: Partial<Placement>): Promise<Placement> {
  return inTurn(async () => {
    const next = { ...(await placementOf(site)), ...change };
    if (site !== null) await browser.storage.local.set({ [KEY]: { ...(await all()), [site]: next } });
    return next;
  });
}
