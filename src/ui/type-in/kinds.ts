import type { IsoDate } from "../../chart/evidence";
import type { TypedInput, Typing } from "../../chart/typed-fact";
import { type TextKey, t } from "../text";
import { CONDITIONS, FRACTURE_SITES } from "./choices";
import { FALLS, HEIGHT_LOSS, LABS, type Lab, MEASURES, type Measure, MORE_LABS } from "./measures";
import type { Field, TypeForm, Values } from "./type-form";
import { BONE_DRUGS, STEROIDS } from "./typed-drugs";

/** Everything a clinician can type of a patient, in groups as one thinks of them. */
export interface KindGroup {
  title: TextKey;
  kinds: TypeForm[];
}

const values = (input: TypedInput): Typing => ({ kind: "values", input });
const says = (input: (given: Values) => TypedInput) => (given: Values) => values(input(given));

const figure = (name: string, of: Measure, more: Partial<Field> = {}): Field => ({
  name,
  label: t(of.label),
  of: { figure: of },
  ...more,
});
const date = (name: string, label: TextKey, more: Partial<Field> = {}): Field => ({
  name,
  label: t(label),
  of: { date: true },
  ...more,
});
const choice = (name: string, label: TextKey, options: [string, string][], more: Partial<Field> = {}): Field => ({
  name,
  label: t(label),
  of: { choice: options },
  ...more,
});
const texts = (options: [string, TextKey][]): [string, string][] => options.map(([value, text]) => [value, t(text)]);
const yesNo = () =>
  texts([
    ["yes", "yes"],
    ["no", "no"],
  ]);
const truth = (given: Values, name: string): boolean | null =>
  given.text(name) === null ? null : given.text(name) === "yes";
const must = { required: true } as const;
const named = { named: true } as const;

export function fraxForm(today: IsoDate): TypeForm {
  return {
    id: "frax",
    title: "FRAX",
    fields: [
      figure("mof", MEASURES.fraxMof, named),
      figure("hip", MEASURES.fraxHip, named),
      date("date", "fraxDate", { ...must, start: today }),
      choice("ticked", "fraxSteroids", yesNo(), named),
      choice("adjusted", "fraxAdjustedAlready", yesNo(), named),
    ],
    contradiction: (given) => {
      const [mof, hip] = [given.figure("mof"), given.figure("hip")];
      if (mof === null && hip === null) return { field: "mof", reason: t("valueNeeded") };
      return mof !== null && hip !== null && hip > mof ? { field: "hip", reason: t("hipAboveMof") } : null;
    },
    says: says((given) => ({
      frax: {
        mof: given.figure("mof"),
        hip: given.figure("hip"),
        date: given.text("date"),
        gcTicked: truth(given, "ticked"),
        doseAdjusted: truth(given, "adjusted"),
      },
    })),
  };
}

export function boneDensityForm(): TypeForm {
  const sites: [string, TextKey][] = [
    ["FN", "siteFN"],
    ["TH", "siteTH"],
    ["LS", "siteLS"],
    ["R33", "siteR33"],
  ];
  return {
    id: "bone-density",
    title: t("tScore"),
    fields: [
      choice("site", "fractureSite", texts(sites), must),
      figure("t", MEASURES.tFN, {
        ...must,
        label: t("tScore"),
        hint: (value) => (value > 0 ? t("scoreAboveZero") : undefined),
      }),
      date("date", "dxaDate", must),
    ],
    says: says((given) => ({
      dxa: [{ site: given.text("site"), t: given.figure("t"), date: given.text("date") }],
    })),
  };
}

export function fractureForm(): TypeForm {
  return {
    id: "fracture",
    title: t("fracture"),
    fields: [
      choice("site", "fractureSite", texts(FRACTURE_SITES), must),
      date("date", "fractureDate"),
      choice(
        "trauma",
        "fractureTrauma",
        texts([
          ["low", "traumaLow"],
          ["high", "traumaHigh"],
        ]),
      ),
      choice("onTherapy", "fractureOnTherapy", yesNo(), named),
    ],
    says: says((given) => ({
      fractureHistory: "documented",
      fractures: [
        {
          site: given.text("site"),
          date: given.text("date"),
          trauma: given.text("trauma"),
          onTherapy: truth(given, "onTherapy"),
        },
      ],
    })),
  };
}

function labForm(id: string, lab: Lab): TypeForm {
  return {
    id: `lab-${id}`,
    title: t(lab.label),
    fields: [figure("value", { label: "plotValue", ranges: lab.ranges }, must), date("date", "plotDate", must)],
    says: says((given) => ({
      labs: [
        {
          key: lab.key,
          name: lab.name,
          value: given.figure("value"),
          unit: given.unit("value"),
          date: given.text("date"),
        },
      ],
    })),
  };
}

function steroidForm(): TypeForm {
  return {
    id: "steroid",
    title: t("steroid"),
    fields: [
      choice(
        "drug",
        "steroid",
        STEROIDS.map((name) => [name, name]),
        must,
      ),
      figure("dose", MEASURES.steroidDose, must),
      date("since", "steroidSince", named),
      choice("replacement", "steroidReplacement", yesNo(), named),
    ],
    says: says((given) => {
      const [ingredient, doseMg] = [given.text("drug"), given.figure("dose")];
      const text = `${ingredient} ${doseMg} mg daily`;
      const replacement = truth(given, "replacement");
      return {
        meds: [{ text, ingredient, doseMg, perDay: 1, route: "oral", start: given.text("since"), replacement }],
      };
    }),
  };
}

function boneDrugForm(): TypeForm {
  return {
    id: "bone-drug",
    title: t("boneDrug"),
    fields: [
      choice(
        "drug",
        "boneDrug",
        Object.keys(BONE_DRUGS).map((name) => [name, name]),
        must,
      ),
      date("since", "drugSince", named),
      date("last", "lastDose", named),
      date("stopped", "stopped", named),
    ],
    contradiction: (given) => {
      const since = given.text("since");
      const early = ["last", "stopped"].find((name) => {
        const then = given.text(name);
        return since !== null && then !== null && then < since.slice(0, then.length);
      });
      return early === undefined ? null : { field: early, reason: t("beforeStart") };
    },
    says: says((given) => {
      const ingredient = given.text("drug") ?? "";
      const { text, doseMg, route } = BONE_DRUGS[ingredient] ?? { text: ingredient, doseMg: null, route: null };
      const [start, stop, lastGiven] = [given.text("since"), given.text("stopped"), given.text("last")];
      return { meds: [{ text, ingredient, doseMg, route, start, stop, lastGiven }] };
    }),
  };
}

/** One thing with one field of the same name. */
function single(id: string, field: Field, input: (given: Values) => TypedInput): TypeForm {
  return { id, title: field.label, fields: [{ ...field, required: true }], says: says(input) };
}

const metric = (given: Values, name: string, unit: string, factor: number): number | null => {
  const value = given.figure(name);
  return value === null ? null : Math.round((given.unit(name) === unit ? value * factor : value) * 10) / 10;
};

/** International avoirdupois pound and inch, exact. */
const KG_PER_LB = 0.45359237;
const CM_PER_INCH = 2.54;

function historyForms(): TypeForm[] {
  const menopause: [string, TextKey][] = [
    ["post", "menopausePost"],
    ["peri", "menopausePeri"],
    ["pre", "menopausePre"],
  ];
  const smoking: [string, TextKey][] = [
    ["never", "smokingNever"],
    ["former", "smokingFormer"],
    ["current", "smokingCurrent"],
  ];
  const conditions = CONDITIONS.filter(([, text]) => text !== "conditionParent");
  return [
    fractureForm(),
    {
      id: "no-fracture",
      title: t("noFracture"),
      fields: [],
      says: says(() => ({ fractureHistory: "documented-none" })),
    },
    single("condition", choice("condition", "condition", texts(conditions)), (given) => ({
      problems: [given.text("condition")],
    })),
    single("menopause", choice("menopause", "menopause", texts(menopause)), (given) => ({
      menopause: given.text("menopause"),
    })),
    single("falls", figure("falls", FALLS), (given) => ({ fallsLastYear: given.figure("falls") })),
    single("parent", choice("parent", "conditionParent", yesNo()), (given) => ({
      parentHipFracture: truth(given, "parent"),
    })),
    single("height-loss", figure("loss", HEIGHT_LOSS), (given) => ({
      heightLossCm: metric(given, "loss", "in", CM_PER_INCH),
    })),
    single("smoking", choice("smoking", "smoking", texts(smoking)), (given) => ({ smoking: given.text("smoking") })),
    single("alcohol", figure("alcohol", MEASURES.alcohol), (given) => ({
      alcoholDrinksPerDay: given.figure("alcohol"),
    })),
    single("dental", date("dental", "dentalExam"), (given) => ({ lastDentalExam: given.text("dental") })),
  ];
}

function patientForms(): TypeForm[] {
  return [
    single("weight", figure("weight", MEASURES.weight), (given) => ({
      weightKg: metric(given, "weight", "lb", KG_PER_LB),
    })),
    single("height", figure("height", MEASURES.height), (given) => ({
      heightCm: metric(given, "height", "in", CM_PER_INCH),
    })),
    single("age", figure("age", MEASURES.age), (given) => ({ age: given.figure("age") })),
    single(
      "sex",
      choice(
        "sex",
        "sex",
        texts([
          ["F", "female"],
          ["M", "male"],
        ]),
      ),
      (given) => ({ sex: given.text("sex") }),
    ),
  ];
}

/** All that can be typed, by group. `today` stands in the date of figures that are made today. */
export function kindGroups(today: IsoDate): KindGroup[] {
  const labs = Object.entries<Lab>({ ...LABS, ...MORE_LABS }).map(([id, lab]) => labForm(id, lab));
  const planned = single("planned", choice("planned", "drugPlanned", yesNo()), (given) => ({
    plannedDrug: truth(given, "planned"),
  }));
  return [
    { title: "groupRisk", kinds: [fraxForm(today), boneDensityForm()] },
    { title: "groupHistory", kinds: historyForms() },
    { title: "groupDrugs", kinds: [steroidForm(), boneDrugForm(), planned] },
    { title: "groupLabs", kinds: labs },
    { title: "groupPatient", kinds: patientForms() },
  ];
}

/** The form that supplies a missing item of work-up, by the item's code; none where there is no value to type. */
export const KIND_OF_ITEM: Readonly<Record<string, string>> = {
  FRAX: "frax",
  DXA: "bone-density",
  DENTAL: "dental",
  FALLS: "falls",
  HEIGHT: "height-loss",
  VITD: "lab-vitaminD",
  CA: "lab-calcium",
  ALB: "lab-albumin",
  PHOS: "lab-phosphate",
  ALP: "lab-alp",
  CREAT: "lab-creatinine",
  LFT: "lab-alt",
  CBC: "lab-hemoglobin",
  TSH: "lab-tsh",
  TESTO: "lab-testosterone",
  PTH: "lab-pth",
  UCA24: "lab-urineCalcium",
  TTG: "lab-ttg",
  MG: "lab-magnesium",
  BALP: "lab-boneAlp",
  BTM: "lab-ctx",
};
