// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from "vitest";
import english from "../../public/_locales/en/messages.json";
import type { Assessment } from "../../src/rules/assessment";
import { AssessmentView } from "../../src/ui/assessment-view";
import { TypedContext } from "../../src/ui/typed-context";
import {
  conflicting,
  empty,
  finding,
  frax,
  high,
  indeterminate,
  low,
  moderate,
  onPage,
  outside,
  veryHigh,
} from "./fixtures";
import { speakEnglish } from "./locale";
import { draw, textOf } from "./page";

vi.mock("webextension-polyfill", () => ({ default: {} }));

const all: Record<string, Assessment> = {
  empty,
  low,
  moderate,
  high,
  veryHigh,
  indeterminate,
  conflicting,
  outside,
};

beforeAll(() => speakEnglish());

function section(root: Element, id: string): string {
  return textOf(root.querySelector(`#${id}`)?.closest("section"));
}

describe("the line that answers", () => {
  it.each([
    ["low", "Low risk"],
    ["moderate", "Moderate risk"],
    ["high", "High risk"],
    ["veryHigh", "Very high risk"],
    ["indeterminate", "Not yet classified"],
    ["outside", "No tier"],
  ])("says the tier of %s in words, with what decided it", async (name, word) => {
    const assessment = all[name] as Assessment;
    const root = await draw(<AssessmentView assessment={assessment} />);
    expect(textOf(root.querySelector(".tier-card h2"))).toBe(word);
    const decision = textOf(root.querySelector(".headline span:last-child")).replace(/\u00a0/g, " ");
    expect(assessment.headline).toContain(decision);
  });

  it("does not repeat the tier's word, and says the whole where the headline was cut short", async () => {
    const root = await draw(<AssessmentView assessment={{ ...high, headline: "High risk: lowest T-score -2.6" }} />);
    expect(textOf(root.querySelector(".headline"))).toBe("Lowest T-score \u22122.6");
    const cut = { ...indeterminate, headline: "Not yet classified: calculate FRAX. Found: age, sex…" };
    const whole = await draw(<AssessmentView assessment={cut} />);
    expect(textOf(whole.querySelector(".headline"))).toContain("Still missing: weight, height, parent hip fracture.");
  });

  it("gives every tier a shape of its own", async () => {
    const shapes = new Set<string>();
    for (const assessment of [low, moderate, high, veryHigh, indeterminate, outside]) {
      const root = await draw(<AssessmentView assessment={assessment} />);
      shapes.add(root.querySelector(".tier-card .tier-shape")?.innerHTML ?? "");
    }
    expect(shapes.size).toBe(6);
  });

  it("shows under FRAX needed the one category that stands in, with all that it is not, and in no tier's colours", async () => {
    const root = await draw(<AssessmentView assessment={indeterminate} />);
    const line = root.querySelector(".tier-card .stand-in") as Element;
    expect(textOf(line.querySelector("summary"))).toBe("Provisional category (CAROC 2010) moderate");
    expect(textOf(line.querySelector(":scope > p"))).toBe(
      "Canadian major-fracture category from age, sex, femoral-neck T-score, prior fracture, steroids. Not FRAX. No hip-fracture estimate. Not a US treatment threshold.",
    );
    expect(textOf(line)).toContain("Rule CAROC · not confirmed");
    expect(line.querySelector("[class*=tone-]")).toBeNull();
    expect(textOf(root).match(/Provisional category/g)).toHaveLength(1);
  });

  it("says among the notes why none stands in", async () => {
    const why = finding("CAROC", "note", "No provisional category (CAROC 2010): no femoral neck was read", {
      evidence: [onPage("T-score -2.1")],
    });
    const findings = [...indeterminate.findings.filter(({ rule }) => rule !== "CAROC"), why];
    const root = await draw(<AssessmentView assessment={{ ...indeterminate, findings }} />);
    expect(root.querySelector(".stand-in")).toBeNull();
    expect(section(root, "notes")).toContain("No provisional category (CAROC 2010): no femoral neck was read");
  });

  it.each([
    "INDETERMINATE",
    "NOT_APPLICABLE",
  ] as const)("calls nothing provisional where there is no tier: %s", async (tier) => {
    const root = await draw(<AssessmentView assessment={{ ...indeterminate, tier, provisional: true }} />);
    expect(root.querySelector(".chip.provisional")).toBeNull();
  });

  it("says what a provisional tier takes for granted", async () => {
    const root = await draw(<AssessmentView assessment={moderate} />);
    const card = textOf(root.querySelector(".tier-card"));
    expect(card).toContain("provisional");
    expect(card).toContain("Fracture history: not seen yet. Taken as: no earlier fracture.");
  });
});

describe("every why", () => {
  it.each(Object.entries(all))("%s: each finding is on the page with rule, sentence, status", async (_, assessment) => {
    const root = await draw(<AssessmentView assessment={assessment} />);
    const text = textOf(root);
    for (const { rationale, rule } of assessment.findings) {
      expect(text).toContain(rationale);
      expect(text).toMatch(new RegExp(`Rule ${rule} · (pending clinician review|not confirmed)`));
    }
  });

  it("keeps what holds for every patient apart from what is known of this one", async () => {
    const about = finding("S2", "note", "The source is pending human review");
    const own = finding("S11", "note", "Secondary cause present", { evidence: [onPage("Prednisone")] });
    const root = await draw(<AssessmentView assessment={{ ...low, findings: [...low.findings, about, own] }} />);
    expect(section(root, "notes")).toContain("Secondary cause present");
    expect(section(root, "notes")).not.toContain("The source is pending");
    expect(textOf(root.querySelector(".about"))).toContain("The source is pending human review");
  });

  it("shows a finding that no item points to among the notes", async () => {
    const stray = finding("S34", "option", "A statement without an item");
    const root = await draw(<AssessmentView assessment={{ ...low, findings: [...low.findings, stray] }} />);
    expect(section(root, "notes")).toContain("A statement without an item");
  });

  it("shows both sides of a disagreement, each on its line", async () => {
    const root = await draw(<AssessmentView assessment={high} />);
    const sides = [...root.querySelectorAll(".sides > span")].map(textOf);
    expect(sides).toEqual([
      "Source article 2025: no drug below the threshold",
      "ACR 2022: offer therapy at moderate risk",
    ]);
  });
});

describe("missing work-up", () => {
  it("keeps what was never looked at apart from what was looked for", async () => {
    const root = await draw(<AssessmentView assessment={high} />);
    const unseen = textOf(root.querySelector(".unseen"));
    expect(unseen).toContain("Dental exam");
    expect(unseen).not.toContain("Phosphate");
    expect(textOf(root.querySelector("#missing"))).toBe("Missing 3");
    const missing = section(root, "missing");
    expect(missing).toContain("Vitamin D, 25-OH older than 12 months");
    expect(missing).toContain("Phosphate none in 12 months");
    expect(missing).toContain("TSH ordered, no final result");
    expect(missing).toContain("Last, Mar 2, 2024: Vitamin D, 25-OH 34 ng/mL");
  });
});

it("does not say that typed values were looked for in a chart", async () => {
  const [phosphate] = high.missing.filter(({ code }) => code === "PHOS");
  const missing = phosphate === undefined ? [] : [phosphate];
  const root = await draw(
    <TypedContext.Provider value={true}>
      <AssessmentView assessment={{ ...high, missing }} />
    </TypedContext.Provider>,
  );
  expect(section(root, "missing")).toContain("Phosphate not typed in");
  expect(root.querySelector("#looked-at")).toBeNull();
});

describe("options", () => {
  it("says that none is named, and where a treatment under way presses", async () => {
    const none = await draw(<AssessmentView assessment={low} />);
    expect(section(none, "options")).toBe("Options to consider The rules name no drug for this result.");
    const overdue = finding("D14", "monitoring", "Denosumab overdue", { indicator: "critical" });
    const due = await draw(<AssessmentView assessment={{ ...low, findings: [...low.findings, overdue] }} />);
    expect(section(due, "options")).toContain("see Monitoring");
  });

  it("puts drugs together that one rule takes away for one reason", async () => {
    const calcium = (drug: string) => ({ drug, reason: "calcium low", rule: "D4", finding: `D4:${drug}` });
    const avoid = [calcium("alendronate"), ...high.avoid, calcium("denosumab")];
    const root = await draw(<AssessmentView assessment={{ ...high, avoid }} />);
    const names = [...root.querySelectorAll(".avoid .item-name")].map(textOf);
    expect(names).toEqual(["Alendronate, denosumab", "Raloxifene"]);
  });

  it("keeps the order of the rules, with for, against and what comes first", async () => {
    const root = await draw(<AssessmentView assessment={high} />);
    const names = [...root.querySelectorAll("ol .item-name")].map(textOf);
    expect(names).toEqual(["Alendronate", "Risedronate", "Zoledronic acid", "Denosumab"]);
    const first = textOf(root.querySelector("ol > li"));
    expect(first).toContain("ForMeets the threshold for drug therapySafety, cost and efficacy");
    expect(first).toContain("Against / cautionNeeds to sit or stand");
    expect(first).toContain("FirstDental screening exam");
    expect(textOf(root.querySelector(".avoid"))).toContain("Raloxifene Deep vein thrombosis in 2019");
  });
});

it.each([
  [true, "threshold (hip 3 % or major fracture 20 %) is met."],
  [false, "threshold (hip 3 % or major fracture 20 %) is not met."],
  ["unknown", "is met is not known"],
] as const)("the source's threshold, met: %s", async (sourceThresholdMet, said) => {
  const root = await draw(<AssessmentView assessment={{ ...high, sourceThresholdMet }} />);
  expect(textOf(root.querySelector(".because > .from, .because .from"))).toContain(said);
});

it("says what an answer would change where the tier would stay", async () => {
  const leadsTo = { tier: "VERY_HIGH" as const, sourceThresholdMet: true, firstSuggestion: null };
  const fact = { kind: "values" as const, input: { frax: { mof: 20, hip: 2 } } };
  const answers = [
    { label: "20 % or more", fact, form: "frax" as const, leadsTo },
    { label: "below", fact, form: "frax" as const, leadsTo: { ...leadsTo, sourceThresholdMet: false } },
  ];
  const root = await draw(
    <AssessmentView assessment={{ ...low, questions: [{ id: "q", question: "Risk?", answers }] }} />,
  );
  expect([...root.querySelectorAll(".question dd")].map(textOf)).toEqual([
    "Very high risk · source threshold met",
    "Very high risk · source threshold not met",
  ]);
});

describe("alerts", () => {
  it("puts the most serious first and leaves missing work-up to its own section", async () => {
    const root = await draw(<AssessmentView assessment={veryHigh} />);
    const alerts = [...root.querySelectorAll(".alert")].map((alert) => textOf(alert.querySelector(".label")));
    expect(alerts).toEqual(["Important", "Caution"]);
    expect(textOf(root.querySelector(".alerts"))).not.toContain("Vitamin D is older");
  });

  it("leaves a disagreement to its section, which then stands open", async () => {
    const pressing = finding("X5", "disagreement", "Source: stop | ECTS: never stop", { indicator: "warning" });
    const alerts = [{ rule: "X5", level: "warning" as const, text: "Source: stop | ECTS: never stop", finding: "X5" }];
    const root = await draw(<AssessmentView assessment={{ ...low, alerts, findings: [...low.findings, pressing] }} />);
    expect(root.querySelector(".alerts")).toBeNull();
    expect(root.querySelector<HTMLDetailsElement>(".disagreements > details")?.open).toBe(true);
    const quiet = await draw(<AssessmentView assessment={high} />);
    expect(quiet.querySelector<HTMLDetailsElement>(".disagreements > details")?.open).toBe(false);
  });

  it("never drops an alert whose finding is not there", async () => {
    const lost = { rule: "D3", level: "info" as const, text: "An alert on its own", finding: "nowhere" };
    const root = await draw(<AssessmentView assessment={{ ...low, alerts: [lost] }} />);
    expect(textOf(root.querySelector(".alerts"))).toContain("An alert on its own");
  });
});

describe("the word FRAX", () => {
  it("heads figures only where the chart or the user gave them, and says which", async () => {
    const typed = { from: "typed" as const, field: "frax.mof", text: "9", typedAt: "2026-11-23T09:00:00Z" };
    const fromChart = await draw(<AssessmentView assessment={high} />);
    expect(textOf(fromChart.querySelector(".frax h3"))).toBe("FRAX, 10 years from the chart, Aug 12, 2026");
    const assessment = { ...moderate, frax: { ...moderate.frax, raw: frax(9, 1, { evidence: typed }) } };
    const fromHand = await draw(<AssessmentView assessment={assessment} />);
    expect(textOf(fromHand.querySelector(".frax h3"))).toBe("FRAX, 10 years typed in, Aug 12, 2026");
    const inForm = { from: "case" as const, path: "frax", text: "mof 9" };
    const popup = { ...moderate, frax: { ...moderate.frax, raw: frax(9, 1, { evidence: inForm }) } };
    const heading = (await draw(<AssessmentView assessment={popup} />)).querySelector(".frax h3");
    expect(textOf(heading)).toBe("FRAX, 10 years in the calculator, Aug 12, 2026");
    const readBack = { ...typed, text: "FRAX: official calculator, 2026-11-23. Answered yes: smoking" };
    const taken = { ...moderate, frax: { ...moderate.frax, raw: frax(9, 1, { evidence: readBack }) } };
    const section = textOf((await draw(<AssessmentView assessment={taken} />)).querySelector(".frax"));
    expect(section).toContain("FRAX, 10 years from the official calculator, Aug 12, 2026");
    expect(section).toContain("Answered yes: smoking");
    expect(section).not.toContain("typed in");
  });

  it.each([
    ["empty", empty],
    ["low", low],
    ["indeterminate", indeterminate],
    ["outside", outside],
  ])("stands beside no figure when there is none: %s", async (_, assessment) => {
    const root = await draw(<AssessmentView assessment={assessment} />);
    expect(root.querySelector(".frax")).toBeNull();
    expect(textOf(root)).not.toMatch(/FRAX[^.]{0,40}\d\s*%/);
  });

  it("is in no text of ours beside a percentage", () => {
    for (const { message } of Object.values(english)) {
      expect(message).not.toMatch(/FRAX.*\d\s*%|\d\s*%.*FRAX/);
    }
  });

  it("shows the figure as given and the adjusted one, both", async () => {
    const root = await draw(<AssessmentView assessment={high} />);
    const values = [...root.querySelectorAll(".scale-value")].map(textOf);
    expect(values).toEqual(["17.6 % → 20.2 %", "2.5 % → 3 %"]);
  });
});

describe("wording", () => {
  it("never orders and never claims an approval", () => {
    for (const [key, { message }] of Object.entries(english)) {
      if (key.startsWith("step") || key === "welcomeStart" || key === "beforeStart") continue;
      expect(message).not.toMatch(/\bstart\b|\bapproved\b|\breviewed\b/i);
    }
  });
});

it("says which lists were looked at, in part, or not yet, and what was not used", async () => {
  const root = await draw(<AssessmentView assessment={high} />);
  const looked = section(root, "looked-at");
  expect(looked).toContain("Seen Results (in part: filtered or paged), Medications, Problems, Bone density reports");
  expect(looked).toContain("Not seen yet Vitals, Social history, Notes, Dental, Allergies");
  expect(looked).toContain("T-score −15.2 is outside −7 to +6");
});
