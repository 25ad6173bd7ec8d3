import { read } from "./read/read";
import { frameIsVisible } from "./read/visible";
import { send } from "./send";
import { inSlices } from "./watch/slices";

const life = new AbortController();

async function look(): Promise<void> {
  if (!frameIsVisible()) return;
  const reading = await inSlices(read(), life.signal);
  if (reading && (reading.snapshot.regions.length > 0 || reading.snapshot.banner.length > 0)) {
    await send({ kind: "snapshot", snapshot: reading.snapshot });
  }
}

void look();
