import type { IsoDate } from "../../chart/evidence";
import { type TextKey, t } from "../text";
import { choice, date, figure, must, named, says, texts, truth, yesNo } from "./build-form";
import { type Lab, MEASURES } from "./measures";
import type { TypeForm, Values } from "./type-form";

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

const result = ({ key, name }: Lab, given: Values, field: string) => ({
  key,
  name,
  value: given.figure(field),
  unit: given.unit(field),
  date: given.text("date"),
});

export function labForm(id: string, lab: Lab): TypeForm {
  return {
    id: `lab-${id}`,
    title: t(lab.label),
    fields: [figure("value", { label: "plotValue", ranges: lab.ranges }, must), date("date", "plotDate", must)],
    says: says((given) => ({ labs: [result(lab, given, "value")] })),
  };
}

/** Tests for myeloma, read out in words (CLINICAL.md 3, SPEP/FLC): done, and normal or not. */
export function myelomaForm(): TypeForm {
  const readings: [string, TextKey][] = [
    ["normal", "resultNormal"],
    ["abnormal", "resultAbnormal"],
  ];
  const tests = ["SPEP", "FLC"] as const;
  return {
    id: "lab-myeloma",
    title: t("labMyeloma"),
    fields: [
      choice("SPEP", "labSpep", texts(readings), named),
      choice("FLC", "labFlc", texts(readings), named),
      date("date", "plotDate", must),
    ],
    contradiction: (given) =>
      tests.some((test) => given.text(test) !== null) ? null : { field: "SPEP", reason: t("valueNeeded") },
    says: says((given) => ({
      labs: tests.flatMap((key) => {
        const text = given.text(key);
        const flag = text === "abnormal" ? { flag: "abnormal" } : {};
        return text === null ? [] : [{ key, text, ...flag, date: given.text("date") }];
      }),
    })),
  };
}

/** Several tests of one day; those that were not done are left empty. */
export function panelForm(id: string, title: TextKey, labs: Readonly<Record<string, Lab>>): TypeForm {
  const tests = Object.entries(labs);
  const [first = ""] = Object.keys(labs);
  return {
    id: `lab-${id}`,
    title: t(title),
    fields: [...tests.map(([name, lab]) => figure(name, lab, named)), date("date", "plotDate", must)],
    contradiction: (given) =>
      tests.some(([name]) => given.figure(name) !== null) ? null : { field: first, reason: t("valueNeeded") },
    says: says((given) => ({
      labs: tests.flatMap(([name, lab]) => (given.figure(name) === null ? [] : [result(lab, given, name)])),
    })),
  };
}
