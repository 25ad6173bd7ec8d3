import { newestCentralScan, scannedWithin } from "../facts/bmd";
import { currentBoneDrugs } from "../facts/therapy";
import { noteRule } from "../rule";
import { and, not } from "../truth";
import { dxaInterval } from "../workup/imaging-and-visits";

const note = { group: "monitoring", level: "info", alert: true } as const;

/** When to repeat the scan (S43, S44, X9b). */
export const DXA_INTERVAL_NOTES = [
  noteRule({
    ...note,
    alert: true,
    id: "S43",
    title: "DXA on treatment",
    when: "on treatment and the last DXA is 24 months old (12 on glucocorticoid, AI or ADT)",
    output: "repeat DXA",
    sources: ["S43"],
    holds: (r) =>
      and(r.found(r.ask(currentBoneDrugs).length > 0, "medications"), not(scannedWithin(r, r.ask(dxaInterval)))),
    says: (r) => ({ summary: `On treatment, last DXA ${r.ask(newestCentralScan)?.date ?? "unknown"}: repeat DXA` }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S44",
    title: "DXA not more often than yearly",
    when: "last DXA less than 12 months ago",
    output: "not yet due",
    sources: ["S44"],
    holds: (r) => {
      const last = r.ask(newestCentralScan);
      return last?.date === null ? "unknown" : and(last !== null, scannedWithin(r, 12));
    },
    says: (r) => ({ summary: `DXA of ${r.ask(newestCentralScan)?.date}: not more often than annually` }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "X9b",
    title: "DXA interval differs",
    when: "on treatment",
    output: "source and guidelines on the interval",
    group: "disagreement",
    unconfirmed: true,
    sources: ["S43", "BHOF 2022", "ACR 2022", "ASCO 2019"],
    holds: (r) => r.found(r.ask(currentBoneDrugs).length > 0, "medications"),
    says: () => ({
      summary:
        "Source 2025 says DXA every 2 years | BHOF 2022 1-2 y, ACR 2022 1-2 y on steroid, ACP 2017 none in the first 5 y",
    }),
  }),
];
