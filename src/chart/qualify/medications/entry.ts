import { onlyDate } from "../../../terminology/dates";
import { drugsIn, type NamedDrug } from "../../../terminology/drug-names";
import { splitProduct } from "../../../terminology/medication-text";
import { cleanText, foldText } from "../../../terminology/plain-text";
import { speaksOfFamily } from "../../../terminology/relatives";
import { headerOver, type ReadRow, roleOf } from "../columns";
import type { Page } from "../page";
import { MED_COLUMNS, type MedRole, type RoleCell } from "./columns";
import { dateIn } from "./course";
import { areShortMoments, momentsOf, SHORT_MOMENT } from "./moments";
import { answerOf, type Said, saidInRow } from "./said";
import { saysNotFollowed, spokenStatus, statusWord } from "./status";

/** One drug as a row or line gives it, still in words. */
export interface Entry {
  nameText: string;
  drug: NamedDrug;
  label: string;
  product: string;
  /** Instructions in the same run of text as the product, and those from cells of their own. */
  inline: string;
  sig: string;
  dose: string;
  /** A remark beside it says that the dose is being changed. */
  changing: boolean;
  routeText: string;
  rowText: string;
  ref: number;
}

/** Pieces of an entry that say nothing about how much is taken; kept when they make the dose unsettled. */
export const ASIDE_PIECE =
  /^(?:refills?|quantity|qty|dispense|disp|indication|reason|diagnosis|for (?!\d)|prescribed|ordered|pharmacy|last|next|start(?:ed)?|stop(?:ped)?|since|first dose|given|by dr)\b/;

const CODE_IN_NAME =
  /\[?\(?\b(?:rx ?norm|rxcui|ndc|snomed|atc)\b\s*(?:code)?\s*[:=#-]?\s*[\d-]+\s*(?:\((?:scd|sbd|scdc|in|bn)\))?\)?\]?|\[\s*\d{3,8}\s*\]/gi;

/** The first drug a text names, when it stands where a product name stands: at the beginning, or in its brackets. */
export function productIn(text: string): NamedDrug | null {
  return drugsIn(text)[0] ?? null;
}

export const SIG_START =
  /^(?:take|inject|inhale|apply|use|instill|place|insert|give|sig|directions?|\d+ (?:tab|cap|puff)|one |two |half )/i;

/** "Stopped due to reflux": a remark that tells of the drug begins with what became of it; "dental work planned" does not. */
function opensWithStatus(remark: string): boolean {
  if (speaksOfFamily(foldText(remark))) return false;
  const words = remark.split(/\s+/);
  const opening = (count: number) => spokenStatus(words.slice(0, count).join(" "));
  if (saysNotFollowed(words.slice(0, 4).join(" "))) return true;
  return opening(2) === "planned"
    ? /^(?:planned|starting|not|to|first|will)\b/i.test(remark)
    : opening(4) !== null && opening(4) !== "planned";
}

/** "Reduce by 1 mg every month", "on taper": a remark after which the dose of the order is not the one taken. */
const CHANGING =
  /\b(?:taper(?:ing|ed)?|wean(?:ing|ed)?|(?:reduc|decreas|increas|titrat)(?:e|ed|ing)|(?:dose|was) (?:changed|reduced|decreased|increased)) (?:dose |down |up |off |slowly |gradually )*(?:by|to|in|over|every|down|off|per|as|\d)|\b(?:on|slow|steroid) taper\b|\btaking (?:it )?differently\b/;

/** The cells of a row with the role that the head over each gives it. */
const cellsOf = ({ row, columns }: ReadRow, page: Page): RoleCell[] => {
  const short = areShortMoments(columns);
  return row.cells.map((cell) => {
    const header = headerOver(cell, columns);
    const role = short && SHORT_MOMENT.test(header) ? "moment" : roleOf(header, MED_COLUMNS);
    const text = cleanText(cell.text);
    // "Dose #", a date under "Dose …": no dose
    const noDose = role === "dose" && (header.includes("#") || onlyDate(text, page.locale, page.seenYear) !== null);
    // "Medication / Strength / Form" as one head
    const named = /^(?:medications?|drugs?|medicines?) \/ /i.test(header) && (productIn(text)?.index ?? 9) < 4;
    return { cell, text, header, role: named ? "name" : noDose ? "aside" : role };
  });
};

/** The cell that names the drug. Where no column is one of names, the whole order may stand in that of details, the drug first. */
function nameCellOf(cells: readonly RoleCell[]): RoleCell | undefined {
  const rank = ({ role, text }: RoleCell) => {
    const drug = productIn(text);
    if (drug === null || SIG_START.test(text)) return 0;
    return role === "name" ? 3 : role === null ? 2 : role === "sig" && drug.index < 4 ? 1 : 0;
  };
  const best = Math.max(0, ...cells.map(rank));
  return best === 0 ? undefined : cells.find((entry) => rank(entry) === best);
}

/** What cells without a role may say of how the drug is taken; `settled`: other cells give its dose. */
function looseText(cells: readonly RoleCell[], settled: boolean, page: Page): string[] {
  const loose = cells.filter(
    ({ role, text, header }) =>
      role === null &&
      // a number under a head we do not know is no dose, and an amount none beside a dose
      !(header !== "" && /^[\d.,]+$/.test(text)) &&
      !(header !== "" && /\d ?m?c?g\b/.test(text) && settled) &&
      dateIn(text, page) === null &&
      statusWord(text) === null &&
      !ASIDE_PIECE.test(foldText(text)) &&
      productIn(text) === null,
  );
  // "PRN: yes"
  return loose.map(({ text, header }) =>
    /^(?:prn|as needed)\W*$/i.test(header) ? (answerOf(text) === "yes" ? "as needed" : "") : text,
  );
}

/** The drugs of a row, and what it says of them. */
export function entriesOf(
  read: ReadRow,
  page: Page,
): { entries: Entry[]; said: Said; rowText: string; spoken: string } {
  const cells = cellsOf(read, page);
  const joined = (some: readonly RoleCell[]) =>
    some
      .map(({ text }) => text)
      .filter(Boolean)
      .join(" ");
  const rowText = joined(cells);
  const spoken = joined(
    cells.filter(({ role, text }) => role !== "aside" || text.split(/[;.] /).some(opensWithStatus)),
  );
  const said = saidInRow(cells, read.columns, page);
  const nameCell = nameCellOf(cells);
  if (!nameCell) return { entries: [], said, rowText, spoken };

  const others = cells.filter(({ cell, text }) => cell !== nameCell.cell && text !== "");
  const of = (...roles: MedRole[]) =>
    joined(
      others.filter(
        ({ role, text }) => role !== null && roles.includes(role) && (role !== "sig" || statusWord(text) === null),
      ),
    );
  const loose = looseText(others, of("dose", "sig") !== "", page);
  const moments = momentsOf(cells);
  const changing =
    moments === "unclear" ||
    cells.some(({ role, text }) => (role === "aside" || role === "status") && CHANGING.test(foldText(text)));
  const lines = nameCell.text.split(/\s\|\s/);
  const several = lines.filter((line) => (drugsIn(line)[0]?.index ?? 99) < 4 && !SIG_START.test(line)).length > 1;
  const entries = (several ? lines : [nameCell.text]).flatMap((line): Entry[] => {
    const drug = productIn(line);
    if (!drug) return [];
    const clean = cleanText(line.replace(CODE_IN_NAME, " "));
    const found = productIn(clean) ?? drug;
    const { product, rest } = splitProduct(clean, found);
    const label = clean.slice(0, Math.max(product.length, 1)).replace(/[\s,;:([|-]+$/, "");
    return [
      {
        nameText: line,
        drug: found,
        label: foldText(clean).length === clean.length ? label : clean,
        product: `${product} ${of("strength", "form")}`.trim(),
        inline: rest,
        sig: several ? "" : [moments ?? "", of("sig", "frequency"), ...loose].filter(Boolean).join(" "),
        dose: several ? "" : of("dose"),
        changing,
        routeText: several ? "" : of("route"),
        rowText: several ? line : rowText,
        ref: nameCell.cell.ref,
      },
    ];
  });
  return { entries, said: several ? { ...said, rxnorm: null } : said, rowText, spoken };
}
