import { describe, expect, it, vi } from "vitest";
import { badgeText } from "../../src/background/badge";
import { emptySession, received, type TabSession } from "../../src/background/tab-session";
import { tabView } from "../../src/background/tab-view";
import { type ClinicianMessage, said } from "../../src/background/typing";
import type { LabResult } from "../../src/chart/chart";
import { emptyFacts, type FrameFacts } from "../../src/chart/frame-facts";
import { parseExtensionMessage } from "../../src/messages/parse";
import { type ChartView, optionId } from "../../src/messages/view";

vi.mock("webextension-polyfill", () => ({ default: {} }));

const TODAY = "2026-11-23";
let id = 0;
const moment = () => ({ id: `t${++id}`, at: "2026-11-23T09:00:00.000Z", today: TODAY });

function evidence(ref: number, text: string) {
  return { from: "page" as const, place: { frame: 0, ref }, text, seenAt: "2026-11-23T08:00:00.000Z" };
}

const vitaminD: LabResult = {
  analyte: "VITD",
  label: "Vitamin D, 25-OH",
  loinc: null,
  result: { kind: "number", comparator: null, value: 340, unit: "ng/mL", canonical: { value: 340, unit: "ng/mL" } },
  range: null,
  flag: null,
  status: "final",
  date: "2026-09-02",
  evidence: evidence(7, "Vitamin D, 25-OH 340"),
};

/** The screen of one patient: results, and a femoral-neck T-score in the range of osteopenia. */
function screen(name: string, seenAt: string): FrameFacts {
  return {
    ...emptyFacts(0, "https://ehr.example/chart", true, seenAt),
    identities: [
      {
        name,
        birthDate: "1958-04-02",
        age: null,
        sex: "female",
        mrn: null,
        recordNumber: null,
        evidence: evidence(1, `${name} F 1958`),
      },
    ],
    labs: [vitaminD],
    dxa: [
      {
        site: "FN",
        side: "left",
        t: -2.1,
        z: null,
        bmd: null,
        maker: null,
        date: "2026-08-10",
        prior: false,
        evidence: evidence(8, "Femoral neck -2.1"),
      },
    ],
    seen: [
      { kind: "labs", complete: null, place: null },
      { kind: "dxa", complete: null, place: null },
    ],
  };
}

const ada = () => received(emptySession, 0, screen("Ada Marsh", "2026-11-23T08:00:00.000Z"));
const beth = (session: TabSession) => received(session, 0, screen("Beth Orne", "2026-11-23T08:30:00.000Z"));

function view(session: TabSession): ChartView {
  const shown = tabView(session, TODAY);
  if (shown.state !== "chart") throw new Error(`no chart: ${shown.state}`);
  return shown;
}

type Unaddressed<M> = M extends unknown ? Omit<M, "tabId" | "visit"> : never;

/** Says it as the sidebar of this patient does. */
function say(session: TabSession, message: Unaddressed<ClinicianMessage>, visit = session.visit) {
  return said(session, { tabId: 7, visit, ...message } as ClinicianMessage, moment());
}

function having(session: TabSession, ...messages: Unaddressed<ClinicianMessage>[]): TabSession {
  return messages.reduce((before, message) => {
    const taken = say(before, message);
    if ("refused" in taken) throw new Error(taken.refused);
    return taken.session;
  }, session);
}

const FRAX = {
  kind: "type-fact" as const,
  about: "FRAX: 25 %, 4 %",
  says: { kind: "values" as const, input: { frax: { mof: 25, hip: 4, date: TODAY } } },
};

describe("what is typed", () => {
  it("counts at once, looks typed, and goes again when it is undone", () => {
    const before = ada();
    expect(view(before).assessment.tier).toBe("INDETERMINATE");
    const typed = having(before, FRAX);
    expect(view(typed).assessment.tier).toBe("HIGH");
    expect(view(typed).assessment.frax.raw?.evidence.from).toBe("typed");
    const [{ id: which = "" } = {}] = view(typed).typed;
    expect(view(having(typed, { kind: "undo-typed", id: which })).assessment.tier).toBe("INDETERMINATE");
  });

  it("is refused in words when it cannot be true", () => {
    const says = { kind: "values" as const, input: { dxa: [{ site: "FN", t: -21, date: TODAY }] } };
    const taken = say(ada(), { kind: "type-fact", about: "T-score", says });
    expect("refused" in taken && taken.refused).toContain("-7 to 6");
  });

  it("goes with the patient, and what is on its way when the patient changes is refused", () => {
    const typed = having(ada(), FRAX);
    const next = beth(typed);
    expect(next.typed).toEqual([]);
    expect(view(next).typed).toEqual([]);
    const late = say(next, FRAX, typed.visit);
    expect("refused" in late && late.refused).toContain("has changed");
  });

  it("is refused while it is not clear whose chart is on screen", () => {
    const session = ada();
    expect("refused" in say({ ...session, inDoubt: [0] }, FRAX)).toBe(true);
  });

  it("of a former stay does not come back with the patient", () => {
    const again = received(beth(having(ada(), FRAX)), 0, screen("Ada Marsh", "2026-11-23T08:45:00.000Z"));
    expect(view(again).typed).toEqual([]);
    expect(view(again).assessment.frax.raw).toBeNull();
  });
});

describe("what is read and not so", () => {
  const at = { place: { frame: 0, ref: 7 }, text: "Vitamin D, 25-OH 340" };
  const isMissing = (session: TabSession) => view(session).assessment.missing.some(({ code }) => code === "VITD");

  it("is left out until it is undone", () => {
    const out = having(ada(), { kind: "leave-out", at });
    expect([isMissing(ada()), isMissing(out)]).toEqual([false, true]);
    expect(view(out).typed[0]).toMatchObject({ kind: "not-so", about: "Vitamin D, 25-OH 340" });
  });

  it("stays out when the list is read again", () => {
    const out = having(ada(), { kind: "leave-out", at });
    expect(isMissing(received(out, 0, screen("Ada Marsh", "2026-11-23T08:10:00.000Z")))).toBe(true);
  });

  it("gives way to the value typed instead", () => {
    const labs = [{ key: "VITD", name: "25-OH vitamin D", value: 34, unit: "ng/mL", date: "2026-09-20" }];
    const right = having(ada(), {
      kind: "type-fact",
      about: "Vitamin D 34 ng/mL",
      says: { kind: "values", input: { labs } },
      instead: at,
    });
    expect(isMissing(right)).toBe(false);
    expect(view(right).typed[0]?.instead.map(({ text }) => text)).toEqual(["Vitamin D, 25-OH 340"]);
  });

  it("cannot be who the patient is, nor what is not there", () => {
    const identity = say(ada(), { kind: "leave-out", at: { place: { frame: 0, ref: 1 }, text: "Ada Marsh F 1958" } });
    expect("refused" in identity && identity.refused).toContain("Who the patient is");
    const gone = say(ada(), { kind: "leave-out", at: { place: { frame: 0, ref: 99 }, text: "Vitamin D 12" } });
    expect("refused" in gone && gone.refused).toContain("not read");
  });
});

describe("answers to findings", () => {
  const open = (session: TabSession) => Number(badgeText(view(session)));
  const [first] = view(ada()).assessment.missing;
  const answer = { kind: "answer-finding" as const, finding: first?.finding ?? "", code: "action-completed" };

  it("are counted out of the badge, and taken back", () => {
    const before = ada();
    const done = having(before, answer);
    expect(view(done).answers[answer.finding]?.code).toBe("action-completed");
    expect(open(done)).toBeLessThan(open(before));
    expect(open(having(done, { kind: "unanswer-finding", finding: answer.finding }))).toBe(open(before));
  });

  it("are only those that the card offers, to what it says now", () => {
    expect("refused" in say(ada(), { ...answer, code: "because" })).toBe(true);
    expect("refused" in say(ada(), { ...answer, finding: "D999" })).toBe(true);
  });

  it("can be given to an option", () => {
    const high = having(ada(), FRAX);
    const [option] = view(high).assessment.suggest;
    if (!option) throw new Error("no option");
    const refused = having(high, { kind: "answer-finding", finding: optionId(option), code: "patient-refuses" });
    expect(view(refused).answers[optionId(option)]?.code).toBe("patient-refuses");
  });

  it("go with the patient", () => {
    expect(view(beth(having(ada(), answer))).answers).toEqual({});
  });

  it("hold no longer when the finding has become more serious", () => {
    const held = having(ada(), answer);
    const lower = { ...held.answers[answer.finding], level: "info" as const };
    const was = { ...held, answers: { [answer.finding]: lower as ChartView["answers"][string] } };
    const now = view(was).assessment.findings.find(({ id: which }) => which === answer.finding)?.card.indicator;
    expect(now).not.toBe("info");
    expect(view(was).answers).toEqual({});
  });
});

describe("messages of the sidebar", () => {
  const good = { ...FRAX, tabId: 7, visit: "2026" };
  it("pass when they have the agreed shape", () => {
    expect(parseExtensionMessage(good)).toEqual(good);
  });

  it.each([
    ["no patient", { ...good, visit: "" }],
    ["too many words", { ...good, about: "x".repeat(301) }],
    ["too much", { ...good, says: { kind: "values", input: { problems: ["x".repeat(5_000)] } } }],
    [
      "a fracture amended with something else",
      { ...good, says: { kind: "fracture", of: { in: "fractures", key: ["a"] }, fracture: { site: "hip" } } },
    ],
    [
      "a place that is none",
      { kind: "leave-out", tabId: 7, visit: "2026", at: { place: { frame: -1, ref: 0 }, text: "" } },
    ],
    ["an entry of no list", { ...good, says: { kind: "not-so", of: [{ in: "patient", key: ["Ada"] }] } }],
  ])("are refused with %s", (_, message) => {
    expect(parseExtensionMessage(message)).toBeNull();
  });
});
