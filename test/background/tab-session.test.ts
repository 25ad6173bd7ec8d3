import { describe, expect, it } from "vitest";
import {
  doubted,
  emptied,
  emptySession,
  onlyFrames,
  received,
  type TabSession,
} from "../../src/background/tab-session";
import { tabView } from "../../src/background/tab-view";
import { canonical } from "../../src/chart/canonical";
import type { LabResult } from "../../src/chart/chart";
import { emptyFacts, type FrameFacts } from "../../src/chart/frame-facts";

const AT = "2026-06-01T09:00:00.000Z";

function evidence(frame: number, text: string) {
  return { from: "page" as const, place: { frame, ref: 1 }, text, seenAt: AT };
}

function lab(value: number, date: string): LabResult {
  return {
    analyte: "VITD",
    label: "Vitamin D, 25-OH",
    loinc: null,
    result: { kind: "number", comparator: null, value, unit: "ng/mL", canonical: { value, unit: "ng/mL" } },
    range: null,
    flag: null,
    status: "final",
    date,
    evidence: evidence(0, `Vitamin D, 25-OH ${value}`),
  };
}

function frame(number: number, who: string | null, labs: LabResult[]): FrameFacts {
  return {
    ...emptyFacts(number, "https://ehr.example/chart", number === 0, AT),
    identities: who
      ? [
          {
            name: who,
            birthDate: null,
            age: null,
            sex: null,
            mrn: null,
            recordNumber: null,
            evidence: evidence(number, who),
          },
        ]
      : [],
    labs,
    seen: labs.length > 0 ? [{ kind: "labs", complete: null, place: null }] : [],
  };
}

function sessionAfter(...events: ((session: TabSession) => TabSession)[]): TabSession {
  return events.reduce((session, event) => event(session), emptySession);
}

const read = (facts: FrameFacts) => (session: TabSession) => received(session, facts.frame, facts);
const values = (session: TabSession) =>
  [...Object.values(session.frames), ...session.earlier]
    .flatMap(({ labs }) => labs)
    .map(({ result }) => (result.kind === "number" ? result.value : result.text));

describe("one patient", () => {
  it("keeps what an earlier screen showed", () => {
    const session = sessionAfter(read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])), read(frame(0, "Ada Marsh", [])));
    expect(values(session)).toEqual([18]);
  });

  it("keeps what a closed frame showed", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [])),
      read(frame(4, null, [lab(18, "2026-03-02")])),
      (before) => emptied(before, 4),
    );
    expect(session.frames["4"]).toBeUndefined();
    expect(values(session)).toEqual([18]);
  });

  it("does not grow when a list is read a thousand times", () => {
    const once = sessionAfter(
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
    );
    let often = once;
    for (let i = 0; i < 1000; i++) often = received(often, 0, frame(0, "Ada Marsh", [lab(18, "2026-03-02")]));
    expect(JSON.stringify(often).length).toBe(JSON.stringify(once).length);
  });
});

describe("a screen that does not say whose it is", () => {
  const TODAY = "2026-06-01";
  const unnamed = sessionAfter(
    read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
    read(frame(0, null, [lab(33, "2026-04-05")])),
  );

  it("shows nobody's chart, though there is a memory of one", () => {
    expect(tabView(unnamed, TODAY)).toEqual({ state: "no-patient", lists: ["labs"] });
    expect(tabView(emptied(unnamed, 0), TODAY)).toEqual({ state: "no-chart" });
  });

  it("never gives its values to the patient named before or after", () => {
    const again = received(unnamed, 0, frame(0, "Ada Marsh", []));
    expect(values(again)).toEqual([18]);
    expect(tabView(again, TODAY).state).toBe("chart");
  });

  it("loses nothing of a frame that goes after the one with the banner went", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [])),
      read(frame(4, null, [lab(18, "2026-03-02")])),
      (before) => emptied(before, 0),
      (before) => emptied(before, 4),
      read(frame(0, "Ada Marsh", [])),
    );
    expect(values(session)).toEqual([18]);
  });
});

describe("change of patient", () => {
  it("drops everything of the former patient", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
      read(frame(0, "Ada Marsh", [])),
      read(frame(0, "Beth Orne", [lab(33, "2026-04-05")])),
    );
    expect(values(session)).toEqual([33]);
    expect(session.patient).toContain("Beth Orne");
  });

  it("does not believe a list that still stands as it stood under the former name", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
      read(frame(0, "Beth Orne", [lab(18, "2026-03-02")])),
    );
    expect(values(session)).toEqual([]);
    expect(session.troubles.map(({ code }) => code)).toEqual(["stale-frame"]);
    const later = received(session, 0, frame(0, "Beth Orne", [lab(33, "2026-04-05")]));
    expect(values(later)).toEqual([33]);
    expect(later.troubles).toEqual([]);
  });

  it("does not believe a frame without a banner until it shows something else", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [])),
      read(frame(4, null, [lab(18, "2026-03-02")])),
      read(frame(0, "Beth Orne", [])),
      read(frame(4, null, [lab(18, "2026-03-02")])),
    );
    expect(values(session)).toEqual([]);
    expect(values(received(session, 4, frame(4, null, [lab(33, "2026-04-05")])))).toEqual([33]);
  });

  it("knows a list again that was kept in the browser's storage, which gives keys back in another order", () => {
    const stored = (session: TabSession) => JSON.parse(canonical(session)) as TabSession;
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [])),
      read(frame(4, null, [lab(18, "2026-03-02")])),
      stored,
      read(frame(0, "Beth Orne", [])),
      stored,
      read(frame(4, null, [lab(18, "2026-03-02")])),
    );
    expect(values(session)).toEqual([]);
  });

  it("believes a frame that names the new patient itself, whichever changed first", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [])),
      read(frame(4, "Beth Orne", [lab(33, "2026-04-05")])),
      read(frame(0, "Beth Orne", [])),
    );
    expect(values(session)).toEqual([33]);
  });

  it("treats the same name on another site as somebody else", () => {
    const elsewhere = { ...frame(0, "Ada Marsh", []), url: "https://other.example/" };
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
      read(frame(0, "Ada Marsh", [])),
      (before) => emptied(before, 0),
      read(elsewhere),
    );
    expect(values(session)).toEqual([]);
  });

  it("is in doubt from the first sign until that frame was read again", () => {
    const doubt = sessionAfter(
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
      (before) => doubted(before, 0),
      read(frame(4, null, [lab(33, "2026-04-05")])),
    );
    expect(doubt.inDoubt).toEqual([0]);
    expect(received(doubt, 0, frame(0, "Beth Orne", [])).inDoubt).toEqual([]);
    expect(onlyFrames(doubt, [4]).inDoubt).toEqual([]);
  });
});

describe("two patients on screen", () => {
  it("brings back what was remembered once the screen is clear again", () => {
    const session = sessionAfter(
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
      read(frame(4, "Beth Orne", [lab(33, "2026-04-05")])),
      (before) => emptied(before, 4),
      read(frame(0, "Ada Marsh", [lab(18, "2026-03-02")])),
    );
    expect(values(session)).toContain(18);
    expect(values(session)).not.toContain(33);
  });
});
