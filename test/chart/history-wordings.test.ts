import { describe, expect, it } from "vitest";
import type { FrameFacts } from "../../src/chart/frame-facts";
import { facts, lines, pairs } from "./support/page";

type Stated =
  | "smoking"
  | "alcoholDrinksPerDay"
  | "menopause"
  | "parentHipFracture"
  | "fallsLastYear"
  | "heightLossCm"
  | "lastDentalExam";

const of = (read: FrameFacts, what: Stated) => read[what].map(({ value }) => value);
const said = (what: Stated, text: string, heading = "Social history") =>
  of(facts([lines([text], { headings: [heading] })]), what);
const answered = (what: Stated, question: string, answer: string, heading = "Social history") =>
  of(facts([pairs([[question, answer]], { headings: [heading] })]), what);

describe("smoking", () => {
  it.each<[string, string]>([
    ["She never smoked", "never"],
    ["Has never been a smoker", "never"],
    ["Never-smoker", "never"],
    ["Never used tobacco", "never"],
    ["Nonsmoker", "never"],
    ["Non-smoker", "never"],
    ["Lifelong non-smoker", "never"],
    ["Lifelong nonsmoker", "never"],
    ["Does not smoke", "never"],
    ["Does not use tobacco", "never"],
    ["Former smoker", "former"],
    ["Former light tobacco smoker", "former"],
    ["Former cigarette smoker", "former"],
    ["Ex-smoker", "former"],
    ["Exsmoker", "former"],
    ["Quit smoking in 2010", "former"],
    ["Quit tobacco", "former"],
    ["Past smoker", "former"],
    ["Stopped smoking in 1998", "former"],
    ["Previously smoked", "former"],
    ["Previous smoker", "former"],
    ["Current smoker", "current"],
    ["Currently smokes", "current"],
    ["Current every day smoker", "current"],
    ["Current some day smoker", "current"],
    ["Everyday smoker", "current"],
    ["Every day smoker", "current"],
    ["Some days smoker", "current"],
    ["Heavy smoker", "current"],
    ["Light tobacco smoker", "current"],
    ["Active smoker", "current"],
    ["She smokes", "current"],
    ["Smoking 1 pack per day", "current"],
    ["Has been smoking, 2 packs per day", "current"],
    ["Has been smoking 1 ppd", "current"],
    ["Current tobacco user", "current"],
    ["Smokes cannabis and tobacco", "current"],
  ])("%s: %s", (text, expected) => {
    expect(said("smoking", text)).toEqual([expected]);
  });

  it.each([
    "Current smoking status",
    "Current tobacco use",
    "Smokes marijuana",
    "Smokes cannabis",
    "Smokes weed",
    "Exposed to second hand smoke",
    "Secondhand smoke: smokes",
    "Never exposed",
    "Former teacher",
    "Quit her job",
    "Smoking status unknown if ever smoked",
    "Current smoker? Not asked",
    "Tobacco use not assessed",
    "Current smoking not recorded",
    "Current smoker counselled",
    "Current smoker: cessation advised",
    "Works in a tobacco shop",
    "Smokehouse every weekend",
  ])("%s: not said", (text) => {
    expect(said("smoking", text)).toEqual([]);
  });

  it.each<[string, string, string | null]>([
    ["Smoking", "Never", "never"],
    ["Smoking status", "Former", "former"],
    ["Tobacco use", "Quit 2009", "former"],
    ["Tobacco", "Current", "current"],
    ["Smoking", "Currently", "current"],
    ["Cigarette smoking", "Every day", "current"],
    ["Cigarette smoking", "Everyday", "current"],
    ["Smoking", "Some days", "current"],
    ["Tobacco", "1 pack per day", "current"],
    ["Tobacco", "2 packs per day", "current"],
    ["Tobacco", "1 ppd", "current"],
    ["Smoking", "Nichtraucher", "never"],
    ["Smoking", "Exraucher", "former"],
    ["Smoking", "Raucher", "current"],
    ["Smoking", "Never smoker, never current", "never"],
    ["Smoking", "Former, not current", "former"],
    ["Smoking", "Never, former", null],
    ["Smoking", "Unknown", null],
    ["Smoking", "Not asked", null],
    ["Smoking", "", null],
    ["Caffeine", "Current", null],
    ["Alcohol", "Never", null],
    ["Exercise", "Every day", null],
  ])("%s: %s", (question, answer, expected) => {
    expect(answered("smoking", question, answer)).toEqual(expected === null ? [] : [expected]);
  });
});

describe("alcohol, in drinks a day (FRAX: 3 or more)", () => {
  it.each<[string, number]>([
    ["Denies alcohol", 0],
    ["Denies etoh", 0],
    ["No alcohol", 0],
    ["Does not drink alcohol", 0],
    ["Alcohol: non-drinker", 0],
    ["Alcohol: nondrinker", 0],
    ["Alcohol: none", 0],
    ["Alcohol use: never", 0],
    ["Alcohol: denies", 0],
    ["Alcohol - no", 0],
    ["3 drinks per day", 3],
    ["3 drinks a day", 3],
    ["3 drinks each day", 3],
    ["3 drinks every day", 3],
    ["3 drinks/day", 3],
    ["3 drinks daily", 3],
    ["One drink a night", 1],
    ["2 standard drinks per day", 2],
    ["1.5 drinks per day", 1.5],
    ["Two glasses of wine a day", 2],
    ["14 drinks per week", 2],
    ["7 beers weekly", 1],
    ["21 drinks/week", 3],
    ["ETOH: 4 units per day", 4],
    ["Alcohol: 3 glasses a day", 3],
    ["Six beers a day", 6],
    ["12 beers a day", 12],
  ])("%s: %s", (text, drinks) => {
    expect(said("alcoholDrinksPerDay", text)).toEqual([drinks]);
  });

  it.each([
    "1-2 drinks per day",
    "1 to 2 drinks per day",
    "Alcohol: socially",
    "Drinks coffee, 3 cups per day",
    "Takes 2 units per day",
    "3 glasses of water per day",
    "Alcohol: 3 cigarettes per day",
    "Drinks per day",
    "2.5.6 drinks per day",
    "Alcohol counselling 3 per week",
  ])("%s: not said", (text) => {
    expect(said("alcoholDrinksPerDay", text)).toEqual([]);
  });
});

describe("menopause", () => {
  it.each<[string, string]>([
    ["Postmenopausal", "post"],
    ["Post-menopausal", "post"],
    ["Post menopausal since 2004", "post"],
    ["Perimenopausal", "peri"],
    ["Peri-menopausal", "peri"],
    ["Premenopausal", "pre"],
    ["Pre-menopausal", "pre"],
  ])("%s: %s", (text, expected) => {
    expect(said("menopause", text, "Gynecologic history")).toEqual([expected]);
  });

  it.each([
    "Screening: postmenopausal",
    "Not postmenopausal",
    "No postmenopausal bleeding",
    "If postmenopausal, add calcium",
    "Postmenopausal women need calcium",
    "Recommended in postmenopausal women",
    "Premenopausal or postmenopausal",
    "Menopause",
    "Compost-menopausal",
  ])("%s: not said", (text) => {
    expect(said("menopause", text, "Gynecologic history")).toEqual([]);
  });
});

describe("falls in a year", () => {
  it.each<[string, number]>([
    ["No falls in the past year", 0],
    ["No recent falls in the past year", 0],
    ["Denies falls in the last 12 months", 0],
    ["Zero falls over the past year", 0],
    ["No fall this year", 0],
    ["Falls in the last year: none", 0],
    ["Falls in the past 12 months - no", 0],
    ["Falls past year: 0", 0],
    ["2 falls in the past year", 2],
    ["1 fall in the last 12 months", 1],
    ["Two falls in the previous year", 2],
    ["Three falls in the prior twelve months", 3],
    ["12 falls within the last year", 12],
    ["Falls in the past year: 3", 3],
    ["Falls in the last 12 months: 2", 2],
  ])("%s: %s", (text, falls) => {
    expect(said("fallsLastYear", text)).toEqual([falls]);
  });

  it.each([
    "2-3 falls in the past year",
    "2 falls in 2019",
    "2 falls last winter",
    "Fall risk: high",
    "No falls",
    "Falls: 2",
    "Fell asleep 2 times in the past year",
  ])("%s: not said", (text) => {
    expect(said("fallsLastYear", text)).toEqual([]);
  });
});

describe("height loss, in cm (VFA from 4 cm)", () => {
  it.each<[string, number]>([
    ["Height loss of 4 cm", 4],
    ["Height loss: 4.5 cm", 4.5],
    ["Height loss = 5 cm", 5],
    ["Height loss 2 in", 5.08],
    ["Height loss 1 inch", 2.54],
    ["Lost 2 inches of height", 5.08],
    ["Lost 1.5 inches, is shorter", 3.81],
    ["Loss of 3 cm, was taller", 3],
    ['Height loss: 2"', 5.08],
  ])("%s: %s", (text, cm) => {
    expect(said("heightLossCm", text)[0]).toBeCloseTo(cm, 10);
  });

  it.each([
    "Lost 4 cm of hem",
    "Height loss of 4 kg",
    "Lost 2 inches with her weight, height 163 cm",
    "Height 163 cm",
    "Height loss",
  ])("%s: not said", (text) => {
    expect(said("heightLossCm", text)).toEqual([]);
  });
});

describe("the last dental examination", () => {
  it.each<[string, string]>([
    ["Last dental exam 05/12/2026", "2026-05-12"],
    ["Dental visit: 05/12/2026", "2026-05-12"],
    ["Dental check-up on 05/12/2026", "2026-05-12"],
    ["Dental cleaning 05/12/2026", "2026-05-12"],
    ["Seen by dentist 05/12/2026", "2026-05-12"],
    ["Dental evaluation 05/12/2026", "2026-05-12"],
    ["Dental clearance 05/12/2026", "2026-05-12"],
    ["Dental exam: Done 05/12/2026", "2026-05-12"],
    ["Dental exam: Satisfied 05/12/2026", "2026-05-12"],
    ["Dental exam 11/20/2026", "2026-11-20"],
    ["No dental exam", "none"],
    ["No dental exams on record", "none"],
    ["Never had a dental exam", "none"],
    ["Never had dental check", "none"],
    ["No dentist visit", "none"],
    ["Dental exam: none", "none"],
    ["Dental: never", "none"],
    ["Dentist: not on file", "none"],
    ["Dental visit - not documented", "none"],
    ["Dental: no exam on file", "none"],
    ["Dental: no records on file", "none"],
    ["Dental history: none on file", "none"],
  ])("%s: %s", (text, expected) => {
    expect(said("lastDentalExam", text, "Health maintenance")).toEqual([expected]);
  });

  it.each([
    "Dental insurance 05/12/2026",
    "Next dental exam 05/12/2026",
    "Dental exam due 05/12/2026",
    "Dental exam scheduled 05/12/2026",
    "Dental visit, appointment 05/12/2026",
    "Referred for dental exam 05/12/2026",
    "Dental exam 12/24/2026",
    "Dental exam: Addressed 05/12/2026",
    "Dental exam: Excluded 05/12/2026",
    "Dental exam: Exclusion noted 05/12/2026",
    "Dental exam: Exempt 05/12/2026",
    "Dental exam: Deferred 05/12/2026",
    "Dental exam: Snoozed 05/12/2026",
    "Dental exam: Discontinued 05/12/2026",
    "Dental exam: Aged out 05/12/2026",
    "Dental exam: Not applicable 05/12/2026",
    "Dental exam: Satisfied by another topic 05/12/2026",
    "Dental exam 05/12/2026 and 06/12/2026",
    "Dental exam",
    "Eye exam 05/12/2026",
  ])("%s: not said", (text) => {
    expect(said("lastDentalExam", text, "Health maintenance")).toEqual([]);
  });

  it("under a title of the dentist's the words may be left out", () => {
    expect(said("lastDentalExam", "Last exam 05/12/2026", "Dental")).toEqual(["2026-05-12"]);
    expect(said("lastDentalExam", "No visits on file", "Dental")).toEqual(["none"]);
    expect(said("lastDentalExam", "Last exam 05/12/2026", "Health maintenance")).toEqual([]);
  });
});

describe("a parent's hip fracture", () => {
  it.each<[string, boolean[]]>([
    ["Mother had a hip fracture", [true]],
    ["Father: hip fracture", [true]],
    ["Sister: hip fracture", []],
    ["Mother: osteoporosis", []],
    ["No parental hip fracture", [false]],
  ])("%s", (text, expected) => {
    expect(said("parentHipFracture", text, "Family history")).toEqual(expected);
  });

  it.each<[string, boolean[]]>([
    ["Yes", [true]],
    ["No", [false]],
    ["Unknown", []],
    ["Not asked", []],
    ["Denies", [false]],
  ])("Parental hip fracture: %s", (answer, expected) => {
    expect(answered("parentHipFracture", "Parental hip fracture", answer, "Family history")).toEqual(expected);
  });
});

describe("whose history, and where it stands", () => {
  it("what relatives do is not what the patient does", () => {
    const read = facts([
      lines(["Father: current smoker. Mother: 3 drinks per day. Sister: postmenopausal. No falls in the past year"], {
        headings: ["Family history"],
      }),
    ]);
    for (const what of ["smoking", "alcoholDrinksPerDay", "menopause", "fallsLastYear"] as const)
      expect(of(read, what), what).toEqual([]);
  });

  it.each([
    "Patient education",
    "Plan of care",
    "Medications",
    "Lab results",
    "Allergies",
    "Immunizations",
  ])("nothing is taken from %s", (heading) => {
    expect(said("smoking", "Current smoker", heading)).toEqual([]);
  });

  it("each sentence says one thing, with its place on the page", () => {
    const read = facts([
      lines(["Former smoker. Denies alcohol; postmenopausal. Height loss of 4 cm."], { headings: ["Social history"] }),
    ]);
    expect([read.smoking, read.alcoholDrinksPerDay, read.menopause, read.heightLossCm]).toMatchObject([
      [{ value: "former", evidence: { text: "Former smoker. Denies alcohol; postmenopausal. Height loss of 4 cm." } }],
      [{ value: 0 }],
      [{ value: "post" }],
      [{ value: 4 }],
    ]);
  });
});

describe("what is wanted or waited for has not happened", () => {
  it.each<[string, string[]]>([
    ["Smoking: current, trying to quit", ["current"]],
    ["Smoking: current, wants to quit smoking", ["current"]],
    ["Smoking: has not quit", []],
    ["Smoking: given the number of the quit line", []],
    ["Smoking: quit 2010", ["former"]],
  ])("%s", (text, expected) => expect(said("smoking", text)).toEqual(expected));

  it.each<[string, string[]]>([
    ["Dental clearance requested 10/02/2025", []],
    ["Dental evaluation ordered 10/02/2025", []],
    ["Dental evaluation pending since 10/02/2025", []],
    ["Dental evaluation done 10/02/2025", ["2025-10-02"]],
  ])("%s", (text, expected) => expect(said("lastDentalExam", text, "Dental")).toEqual(expected));
});
