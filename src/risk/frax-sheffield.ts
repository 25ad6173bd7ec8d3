import { type FormControl, type FraxForm, NUMBER, T_SCORE } from "./frax-form";

/** Ids differ between builds in what stands before this: "ctl00_" or nothing. */
const id = (name: string) => `[id$="ContentPlaceHolder1_${name}"]`;
const yesNo = (name: string): FormControl => ({ as: "options", at: { no: id(`${name}1`), yes: id(`${name}2`) } });
const text = (name: string): FormControl => ({ as: "text", at: id(name) });
const row = (field: FraxForm["rows"][number]["field"], control: FormControl) => ({ field, control, says: null });

/** The page of the University of Sheffield: one form for all builds since 2013, whatever their prefix (RISK.md 2.1). */
export const SHEFFIELD: FraxForm = {
  build: "Sheffield 2013",
  source: "page scripts of 2013 to 2024 (RISK.md 2.1)",
  reviewStatus: "unconfirmed",
  structure: [
    { at: id("btnCalculate"), count: 1 },
    { at: id("bmd_input"), count: 1 },
    { at: "select#dxa", count: 1 },
  ],
  words: ["previous fracture", "glucocorticoids", "rheumatoid arthritis"],
  empty: [id("nameid"), id("year"), id("month"), id("day")],
  rows: [
    row("age", text("toolage")),
    row("sex", { as: "options", at: { male: id("sex1"), female: id("sex2") } }),
    row("weight", text("toolweight")),
    row("height", text("ht")),
    row("previousFracture", yesNo("previousfracture")),
    row("parentHip", yesNo("pfracturehip")),
    row("smoking", yesNo("currentsmoker")),
    row("glucocorticoids", yesNo("glucocorticoids")),
    row("rheumatoidArthritis", yesNo("arthritis")),
    row("secondaryOsteoporosis", yesNo("osteoporosis")),
    row("alcohol", yesNo("alcohol")),
    // Choosing the maker may empty the density: it comes first.
    row("maker", { as: "menu", at: "select#dxa" }),
    row("bmd", text("bmd_input")),
  ],
  makers: {
    tScore: "T",
    "GE-Lunar": "GE-Lunar",
    Hologic: "Hologic",
    Norland: "Norland",
    DMS: "DMS",
    "Mindways-QCT": "Mindways-QCT",
  },
  results: {
    mof: { at: id("lbrs1"), pattern: `^\\s*${NUMBER}` },
    hip: { at: id("lbrs2"), pattern: `^\\s*${NUMBER}` },
    t: { at: "#score", pattern: T_SCORE },
  },
};
