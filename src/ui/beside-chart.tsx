import { useEffect, useState } from "preact/hooks";
import browser, { type Storage } from "webextension-polyfill";
import { DEFAULT_MARKS, MARKS_KEY, type MarksSetting } from "../messages/marks-setting";
import type { Placement } from "../messages/placement";
import { askWorker } from "./ask-worker";
import { type TextKey, t } from "./text";

/** Where the sidebar stands on this site, and which marks the page carries. In the browser's panel only the marks. */
export function BesideChart({ tabId, docked }: { tabId: number; docked: boolean }) {
  return (
    <details class="beside-chart">
      <summary>{t("besideChart")}</summary>
      {docked && <PlacementChoice tabId={tabId} />}
      <MarksChoice />
    </details>
  );
}

function PlacementChoice({ tabId }: { tabId: number }) {
  const [placement, setPlacement] = useState<Placement | null>(null);
  const place = (change: Partial<Pick<Placement, "side" | "fit">>) =>
    askWorker<"place-sidebar">({ kind: "place-sidebar", tabId, change }).then(
      (answer) => setPlacement(answer ?? null),
      () => setPlacement(null),
    );
  useEffect(() => void place({}), [tabId]);
  if (placement === null) return null;
  const { side, fit } = placement;
  return (
    <>
      <Choice
        name="side"
        legend="placeSide"
        value={side}
        options={{ left: "placeLeft", right: "placeRight" }}
        choose={(next) => void place({ side: next })}
      />
      <Choice
        name="fit"
        legend="placeFit"
        value={fit}
        options={{ over: "placeOver", beside: "placeBeside" }}
        choose={(next) => void place({ fit: next })}
      />
      <p class="from">{t("placeMeans")}</p>
    </>
  );
}

interface ChoiceProps<V extends string> {
  name: string;
  legend: TextKey;
  value: V;
  options: Record<V, TextKey>;
  choose: (value: V) => void;
}

function Choice<V extends string>({ name, legend, value, options, choose }: ChoiceProps<V>) {
  return (
    <fieldset class="choice">
      <legend class="label">{t(legend)}</legend>
      {(Object.keys(options) as V[]).map((option) => (
        <label key={option} class="condition">
          <input type="radio" name={name} checked={option === value} onChange={() => choose(option)} />{" "}
          {t(options[option])}
        </label>
      ))}
    </fieldset>
  );
}

/** The marks on the page: shown or not, and whether they go with the sidebar. */
export function MarksChoice() {
  const [marks, change] = useMarksSetting();
  return (
    <fieldset class="choice">
      <legend class="label">{t("marks")}</legend>
      <label class="condition">
        <input type="checkbox" checked={marks.shown} onChange={() => change({ ...marks, shown: !marks.shown })} />{" "}
        {t("marksShown")}
      </label>
      <label class="condition">
        <input
          type="checkbox"
          checked={marks.withSidebar}
          disabled={!marks.shown}
          onChange={() => change({ ...marks, withSidebar: !marks.withSidebar })}
        />{" "}
        {t("marksWithSidebar")}
      </label>
    </fieldset>
  );
}

/** The setting as it is stored, also after it was changed on another page. */
function useMarksSetting(): [MarksSetting, (next: MarksSetting) => void] {
  const [marks, setMarks] = useState(DEFAULT_MARKS);
  useEffect(() => {
    const show = (stored: unknown) => setMarks({ ...DEFAULT_MARKS, ...(stored as Partial<MarksSetting> | undefined) });
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === "local" && MARKS_KEY in changes) show(changes[MARKS_KEY]?.newValue);
    };
    browser.storage.onChanged.addListener(onChanged);
    browser.storage.local.get(MARKS_KEY).then(
      (stored) => show(stored[MARKS_KEY]),
      () => {},
    );
    return () => browser.storage.onChanged.removeListener(onChanged);
  }, []);
  return [marks, (next) => void browser.storage.local.set({ [MARKS_KEY]: next })];
}
