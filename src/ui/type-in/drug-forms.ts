import { t } from "../text";
import { choice, date, figure, must, named, says, single, truth, yesNo } from "./build-form";
import { MEASURES } from "./measures";
import type { TypeForm } from "./type-form";
import { BONE_DRUGS, STEROIDS } from "./typed-drugs";

export function steroidForm(): TypeForm {
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

export function boneDrugForm(): TypeForm {
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

export function plannedForm(): TypeForm {
  return single("planned", choice("planned", "drugPlanned", yesNo()), (given) => ({
    plannedDrug: truth(given, "planned"),
  }));
}
