import type { IsoDate } from "../../chart/evidence";
import type { MedicationAmendment, ReadEntry, Typing } from "../../chart/typed-fact";
import type { AnswerForm } from "../../rules/assessment";
import { t } from "../text";
import { fractureForm } from "./history-forms";
import { MEASURES } from "./measures";
import { boneDensityForm, fraxForm } from "./risk-forms";
import type { Field, TypeForm } from "./type-form";

/** The form behind an answer that needs a figure or a date; `example` says what of the chart it is about. */
export function answerForm(form: AnswerForm, question: string, example: Typing, today: IsoDate): TypeForm | null {
  switch (form) {
    case "frax":
      return fraxForm(today);
    case "bone-density":
      return boneDensityForm();
    case "fracture":
      return fractureForm();
    case "fracture-date":
      return example.kind === "fracture" ? fractureDate(question, example.of) : null;
    case "steroid":
      return example.kind === "medication" ? steroidCourse(question, example.of, example.medication) : null;
  }
}

function fractureDate(question: string, of: ReadEntry): TypeForm {
  return {
    id: "fracture-date",
    title: question,
    fields: [{ name: "date", label: t("fractureDate"), of: { date: true }, required: true }],
    says: (given) => ({ kind: "fracture", of, fracture: { date: given.text("date") ?? "" } }),
  };
}

/** Only what the chart leaves open is asked for. */
function steroidCourse(question: string, of: ReadEntry, open: MedicationAmendment): TypeForm {
  const dose: Field = {
    name: "dose",
    label: t("prednisoneDose"),
    of: { figure: MEASURES.steroidDose },
    required: true,
    named: true,
  };
  const since: Field = { name: "since", label: t("steroidSince"), of: { date: true }, required: true, named: true };
  const byMouth: Field = {
    name: "route",
    label: t("steroidRoute"),
    of: { choice: [["oral", t("byMouth")]] },
    required: true,
  };
  return {
    id: "steroid-course",
    title: question,
    fields: [
      ...(open.start === undefined ? [] : [since]),
      ...(open.prednisoneMgPerDay === undefined ? [] : [dose]),
      ...(open.route === undefined ? [] : [byMouth]),
    ],
    says: (given) => {
      const [start, mg] = [given.text("since"), given.figure("dose")];
      return {
        kind: "medication",
        of,
        medication: {
          ...(start === null ? {} : { start }),
          ...(mg === null ? {} : { prednisoneMgPerDay: mg }),
          ...(given.text("route") === "oral" ? { route: "oral" as const } : {}),
        },
      };
    },
  };
}
