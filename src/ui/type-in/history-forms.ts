import { type TextKey, t } from "../text";
import {
  CM_PER_INCH,
  choice,
  date,
  figure,
  KG_PER_LB,
  metric,
  must,
  named,
  says,
  single,
  texts,
  truth,
  yesNo,
} from "./build-form";
import { CONDITIONS, FRACTURE_SITES } from "./choices";
import { FALLS, HEIGHT_LOSS, MEASURES } from "./measures";
import type { TypeForm } from "./type-form";

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

/** A vertebral fracture seen on spine imaging (CLINICAL.md 3, VFA). That none was seen is no fact of the rules: it is answered as done. */
export function spineForm(): TypeForm {
  return {
    id: "spine-fracture",
    title: t("spineFracture"),
    fields: [
      choice(
        "found",
        "spineFound",
        texts([
          ["fracture", "spineFoundFracture"],
          ["none", "spineFoundNone"],
        ]),
        must,
      ),
      date("date", "spineFractureDate", must),
    ],
    contradiction: (given) => (given.text("found") === "none" ? { field: "found", reason: t("spineNoneDone") } : null),
    says: says((given) => ({
      fractureHistory: "documented",
      fractures: [{ site: "vertebra", date: given.text("date") }],
    })),
  };
}

/** The date of the last exam, or that none is known: then it is missing, not just unseen. */
function dentalForm(): TypeForm {
  return {
    id: "dental",
    title: t("dentalExam"),
    fields: [
      choice(
        "exam",
        "dentalExam",
        texts([
          ["on", "dentalOn"],
          ["none", "dentalNone"],
        ]),
        { ...must, start: "on" },
      ),
      date("dental", "dentalDate"),
    ],
    contradiction: (given) => {
      const [none, dated] = [given.text("exam") === "none", given.text("dental") !== null];
      if (none === dated) return { field: "dental", reason: t(none ? "dentalNoneDated" : "valueNeeded") };
      return null;
    },
    says: says((given) =>
      given.text("exam") === "none" ? { noDentalExam: true } : { lastDentalExam: given.text("dental") },
    ),
  };
}

export function historyForms(): TypeForm[] {
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
    spineForm(),
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
    dentalForm(),
  ];
}

export function patientForms(): TypeForm[] {
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
