import { useEffect, useRef } from "preact/hooks";
import { t } from "../text";
import { type Field, unitName, type Written } from "./type-form";
import { typedFigure } from "./typed-value";
import { unitText } from "./unit-text";

interface FieldRowProps {
  id: string;
  field: Field;
  written: Written;
  /** Why it is refused. */
  reason: string | undefined;
  /** The first field of a form that was just opened takes the keyboard. */
  first: boolean;
  write: (name: string, text: string) => void;
}

/** Label, control and, beneath them, why the value is refused or what to think about. */
export function FieldRow({ id, field, written, reason, first, write }: FieldRowProps) {
  const control = useRef<HTMLElement>(null);
  useEffect(() => {
    if (first) control.current?.focus();
  }, [first]);
  const { name, label, of, required } = field;
  const said = reason ?? hint(field, written);
  const shared = {
    ref: control as never,
    id,
    name,
    value: written[name] ?? "",
    "aria-invalid": reason !== undefined,
    "aria-required": required === true,
    "aria-describedby": said === undefined ? undefined : `${id}-said`,
  };
  return (
    <div class={reason === undefined ? "field" : "field refused"}>
      <label for={id}>{label}</label>
      <div class="control">
        {"choice" in of ? (
          <select {...shared} onChange={(event) => write(name, event.currentTarget.value)}>
            <option value="">{t(required === true ? "choose" : "notKnown")}</option>
            {of.choice.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...shared}
            type="text"
            class={"date" in of ? "date" : undefined}
            inputMode={"figure" in of ? "decimal" : undefined}
            placeholder={"date" in of ? t("dateShape") : undefined}
            autoComplete="off"
            onInput={(event) => write(name, event.currentTarget.value)}
          />
        )}
        {"figure" in of && <Unit field={field} written={written} write={write} />}
      </div>
      {said !== undefined && (
        <p class={reason === undefined ? "field-hint" : "reason"} id={`${id}-said`}>
          {said}
        </p>
      )}
    </div>
  );
}

function hint({ name, of, hint: think }: Field, written: Written): string | undefined {
  if (!("figure" in of) || think === undefined) return undefined;
  const typed = typedFigure(written[name] ?? "", of.figure, written[unitName(name)] ?? "");
  return typed.state === "value" ? think(typed.value) : undefined;
}

/** The unit of a figure; a choice of units where more than one is in use. */
function Unit({ field, written, write }: Pick<FieldRowProps, "field" | "written" | "write">) {
  if (!("figure" in field.of)) return null;
  const { ranges } = field.of.figure;
  if (ranges.length === 1) return <span class="unit">{unitText(ranges[0].unit)}</span>;
  const name = unitName(field.name);
  return (
    <select
      aria-label={t("unitOf", field.label)}
      value={written[name]}
      onChange={(event) => write(name, event.currentTarget.value)}
    >
      {ranges.map(({ unit }) => (
        <option key={unit} value={unit}>
          {unitText(unit)}
        </option>
      ))}
    </select>
  );
}
