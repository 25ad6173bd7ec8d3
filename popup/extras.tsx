import { useContext } from "preact/hooks";
import type { ListKind } from "../src/chart/chart";
import { dateText } from "../src/ui/figures";
import { type TextKey, t } from "../src/ui/text";
import { FillingContext } from "./fields";
import type { ExtraList } from "./form";

/** What the chart says beyond the fields of a group: shown, and used unless taken out. */
export function Extras({ list }: { list: ExtraList }) {
  const filling = useContext(FillingContext);
  const extras = filling?.form.extras.filter((extra) => extra.list === list) ?? [];
  if (filling === null || extras.length === 0) return null;
  return (
    <details class="extras" open={extras.length <= 4}>
      <summary>{t("alsoFromChart", extras.filter(({ used }) => used).length)}</summary>
      {extras.map((extra, place) => (
        <label key={`${extra.text} ${place}`} class="condition">
          <input
            type="checkbox"
            checked={extra.used}
            onChange={() =>
              filling.change((form) => ({
                ...form,
                extras: form.extras.map((one) => (one === extra ? { ...one, used: !one.used } : one)),
              }))
            }
          />{" "}
          <span>
            {extra.text}
            {extra.date !== null && <span class="from"> {dateText(extra.date)}</span>}
          </span>
        </label>
      ))}
    </details>
  );
}

/** Says that a list is complete as it stands. Until then a blank in it is not said, and not "none". */
export function NoOthers({ list, label }: { list: ListKind; label: TextKey }) {
  const filling = useContext(FillingContext);
  if (filling === null) return null;
  const stated = filling.form.stated.includes(list);
  const toggle = () =>
    filling.change((form) => ({
      ...form,
      stated: stated ? form.stated.filter((other) => other !== list) : [...form.stated, list],
    }));
  return (
    <label class="condition no-others">
      <input type="checkbox" checked={stated} onChange={toggle} /> {t(label)}
    </label>
  );
}
