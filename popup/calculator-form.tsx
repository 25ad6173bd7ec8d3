import { t } from "../src/ui/text";
import { CONDITIONS, FRACTURE_SITES } from "../src/ui/type-in/choices";
import { LABS, type LabName } from "../src/ui/type-in/measures";
import { BONE_DRUGS, STEROIDS } from "../src/ui/type-in/typed-drugs";
import { typedFigure } from "../src/ui/type-in/typed-value";
import { Extras, NoOthers } from "./extras";
import { ChoiceField, ConditionField, DateField, FigureField, Group } from "./fields";
import type { Form } from "./form";

/** The fields in the order one thinks: patient, bone density, FRAX, fractures, drugs, labs, conditions. */
export function CalculatorForm({ form }: { form: Form }) {
  const { choices } = form;
  return (
    <>
      <Group title="groupPatient">
        <FigureField name="age" />
        <ChoiceField
          name="sex"
          label="sex"
          options={[
            ["F", t("female")],
            ["M", t("male")],
          ]}
        />
        {choices.sex === "F" && (
          <ChoiceField
            name="menopause"
            label="menopause"
            options={[
              ["post", t("menopausePost")],
              ["peri", t("menopausePeri")],
              ["pre", t("menopausePre")],
            ]}
          />
        )}
        <FigureField name="weight" />
        <FigureField name="height" />
      </Group>
      <Group title="groupBone">
        {(["tFN", "tTH", "tLS", "tR33"] as const).map((site) => (
          <FigureField key={site} name={site} hint={aboveZero(form.figures[site])} />
        ))}
        <DateField name="dxaDate" />
        <Extras list="dxa" />
      </Group>
      <Group title="groupFrax">
        <FigureField name="fraxMof" />
        <FigureField name="fraxHip" />
        <DateField name="fraxDate" />
        {(choices.steroid !== "" || choices.fraxSteroids !== "" || form.extras.some(({ list }) => list === "meds")) && (
          <>
            <ChoiceField name="fraxSteroids" label="fraxSteroids" options={yesNo()} />
            <ChoiceField name="fraxAdjusted" label="fraxAdjustedAlready" options={yesNo()} />
          </>
        )}
      </Group>
      <Group title="groupFractures">
        <ChoiceField
          name="fractureHistory"
          label="fractureHistory"
          options={[
            ["documented-none", t("fractureNone")],
            ["documented", t("fractureYes")],
          ]}
        />
        {choices.fractureHistory === "documented" && <FractureFields place={1} />}
        {choices.fractureHistory === "documented" && choices.fractureSite1 !== "" && <FractureFields place={2} />}
        <Extras list="fractures" />
      </Group>
      <Group title="groupDrugs">
        <Extras list="meds" />
        <ChoiceField
          name="steroid"
          label="steroid"
          empty="notSaid"
          options={STEROIDS.map((name) => [name, name] as const)}
        />
        {choices.steroid !== "" && (
          <>
            <FigureField name="steroidDose" />
            <DateField name="steroidSince" />
            <ChoiceField
              name="steroidReplacement"
              label="steroidReplacement"
              empty="no"
              options={[["yes", t("yes")]]}
            />
          </>
        )}
        <ChoiceField
          name="drug"
          label="boneDrug"
          empty="notSaid"
          options={Object.keys(BONE_DRUGS).map((name) => [name, name] as const)}
        />
        {choices.drug !== "" && (
          <>
            <DateField name="drugSince" />
            <DateField name="drugLast" />
            <DateField name="drugStopped" />
          </>
        )}
        <ChoiceField name="drugPlanned" label="drugPlanned" empty="no" options={[["yes", t("yes")]]} />
        <DateField name="dentalExam" />
        <NoOthers list="medications" label="noOtherDrugs" />
        <Extras list="allergies" />
        <NoOthers list="allergies" label="noOtherAllergies" />
      </Group>
      <Group title="groupLabs">
        {(Object.keys(LABS) as LabName[])
          .filter((name) => name !== "testosterone" || choices.sex === "M")
          .map((name) => (
            <FigureField key={name} name={name} />
          ))}
        <DateField name="labDate" />
        <Extras list="labs" />
        <NoOthers list="labs" label="noOtherLabs" />
      </Group>
      <Group title="groupConditions">
        <ChoiceField
          name="smoking"
          label="smoking"
          options={[
            ["never", t("smokingNever")],
            ["former", t("smokingFormer")],
            ["current", t("smokingCurrent")],
          ]}
        />
        <FigureField name="alcohol" />
        <div class="conditions">
          {CONDITIONS.map(([condition, label]) => (
            <ConditionField key={condition} condition={condition} label={label} />
          ))}
        </div>
        <Extras list="problems" />
        <NoOthers list="problems" label="noOtherConditions" />
      </Group>
    </>
  );
}

function FractureFields({ place }: { place: 1 | 2 }) {
  return (
    <>
      <ChoiceField
        name={`fractureSite${place}`}
        label={place === 1 ? "fractureSite" : "fractureSiteAnother"}
        options={FRACTURE_SITES.map(([site, label]) => [site, t(label)] as const)}
      />
      <DateField name={`fractureDate${place}`} />
      <ChoiceField
        name={`fractureTrauma${place}`}
        label="fractureTrauma"
        options={[
          ["low", t("traumaLow")],
          ["high", t("traumaHigh")],
        ]}
      />
      <ChoiceField name={`fractureOnTherapy${place}`} label="fractureOnTherapy" options={yesNo()} />
    </>
  );
}

function yesNo() {
  return [
    ["yes", t("yes")],
    ["no", t("no")],
  ] as const;
}

/** A T-score without its minus sign is the commonest slip: said, not corrected. */
function aboveZero(text: string): string | undefined {
  const typed = typedFigure(text, { label: "siteFN", ranges: [{ unit: "", low: -7, high: 6 }] }, "");
  return typed.state === "value" && typed.value > 0 ? t("scoreAboveZero") : undefined;
}
