import { type FormControl, type FraxForm, PERCENT, T_SCORE } from "./frax-form";

type Row = FraxForm["rows"][number];
const row = (field: Row["field"], control: FormControl, says: string | null = null): Row => ({ field, control, says });

const WORDS = ["previous fracture", "glucocorticoids", "rheumatoid arthritis"];
/** Both builds print the figures in running text (RISK.md 2.2). */
const RESULTS = {
  mof: { at: null, pattern: `Major osteoporotic(?:\\s+fracture)?\\s*:?\\s*${PERCENT}` },
  hip: { at: null, pattern: `Hip fracture\\s*:?\\s*${PERCENT}` },
  t: { at: null, pattern: T_SCORE },
};
const MAKERS = {
  tScore: "T-Score",
  "GE-Lunar": "GE-Lunar",
  Hologic: "Hologic",
  Norland: "Norland",
  DMS: "DMS",
  "Mindways-QCT": "Mindways-QCT",
};

const COMBOBOX = "input[role=combobox][id^=react-select-][id$=-input]";
const combobox = (nth: number): FormControl => ({ as: "combobox", at: COMBOBOX, nth });
const named = (name: string): FormControl => ({ as: "text", at: `input[name="${name}"]` });
const ticked = (name: string): FormControl => ({ as: "checkbox", at: `#chx-${name}`, nth: 0 });

/** The build of December 2025: four comboboxes, inputs with names of their own. */
export const FRAXPLUS_2025: FraxForm = {
  build: "FRAXplus 2025-12",
  source: "a script that filled it in December 2025 (RISK.md 2.2)",
  reviewStatus: "unconfirmed",
  structure: [
    { at: COMBOBOX, count: 4 },
    { at: 'input[name="bmi.weight"]', count: 1 },
    { at: 'input[name="femoralNeckBMD.value"]', count: 1 },
  ],
  words: WORDS,
  empty: [],
  rows: [
    row("continent", combobox(0)),
    row("model", combobox(1)),
    row("units", combobox(2)),
    row("age", named("age")),
    row("sex", { as: "options", at: { female: "#sri-F", male: "#sri-M" } }),
    row("weight", named("bmi.weight")),
    row("height", named("bmi.height")),
    row("previousFracture", ticked("previousFracture")),
    row("parentHip", ticked("parentFracturedHip")),
    row("smoking", ticked("smoking")),
    row("glucocorticoids", ticked("glucocorticoids")),
    row("rheumatoidArthritis", ticked("rheumatoidArthritis")),
    row("secondaryOsteoporosis", ticked("secondaryOsteoporosis")),
    row("alcohol", ticked("alcohol")),
    row("maker", combobox(3)),
    row("bmd", named("femoralNeckBMD.value")),
  ],
  makers: MAKERS,
  results: RESULTS,
};

/** Seven boxes of one id, told apart by their order and by what stands beside them. */
const box = (nth: number): FormControl => ({ as: "checkbox", at: "label#advanced-checkbox", nth });
const select = (name: string): FormControl => ({ as: "menu", at: `select[name="${name}"]` });

/** The build of 2023 to 2024. Its menus are known only by the names they were sent under. */
export const FRAXPLUS_2023: FraxForm = {
  build: "FRAXplus 2023",
  source: "scripts of 2023 and 2024 (RISK.md 2.2)",
  reviewStatus: "unconfirmed",
  structure: [
    { at: "#calculationToolContainer", count: 1 },
    { at: "label#advanced-checkbox", count: 7 },
  ],
  words: WORDS,
  empty: ['[name="inputIdentificationText"]'],
  rows: [
    row("age", named("inputAgeText")),
    row("sex", { as: "options", at: { female: "#F", male: "#M" } }),
    row("weight", named("inputWeightText")),
    row("height", named("inputHeightText")),
    row("previousFracture", box(0), "previous fracture"),
    row("parentHip", box(1), "parent"),
    row("smoking", box(2), "smoking"),
    row("glucocorticoids", box(3), "glucocorticoids"),
    row("rheumatoidArthritis", box(4), "rheumatoid"),
    row("secondaryOsteoporosis", box(5), "secondary"),
    row("alcohol", box(6), "alcohol"),
    row("maker", select("selectedFemoralNeckBMD")),
    row("bmd", named("inputFemoralNeckText")),
  ],
  makers: MAKERS,
  results: RESULTS,
};
