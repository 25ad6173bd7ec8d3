import type { Cell } from "../../snapshot";
import type { Vocabulary } from "../columns";

/** What a column of a medication list holds. */
export type MedRole =
  | "status"
  | "aside"
  | "moment"
  | "code"
  | "given"
  | "dates"
  | "stop"
  | "start"
  | "route"
  | "strength"
  | "form"
  | "sig"
  | "dose"
  | "frequency"
  | "name";

export const MED_COLUMNS: Vocabulary<MedRole> = [
  [
    "moment",
    /^(?:morgens?|fruh|mittags?|abends?|(?:zur )?nachts?|a ?m|morning|noon|midday|p ?m|evening|night|bed(?:time)?|hs|breakfast|lunch|dinner|matin|midi|soir|coucher|manana|mediodia|noche|mattin[ao]|pranzo|sera|ochtend|middag|avond)$/,
  ],
  ["status", /^(?:discharge |discharge plan )?action$|^(?:still |currently |patient |not )?taking$/],
  // the VA's word for it
  ["status", /^pharmacy term$/],
  [
    "aside",
    /interaction|indication|category|^(?:order )?type$|reason|diagnos|comment|note|clinician|prescriber|next dose|dose (?:due|changed?|date|number|no)\b|dosage review|last prescribed|\bpa status|prior auth|coverage|insurance|claim|approval|benefit|fill status|provider|physician|doctor|quantity|refill|pharmacy|modified|components|class|group|code system|ordered by|author|days? supply|expir|renew|\bfill(?:s|ed)?\b|dispense|\bdisp\b|allerg|reaction|warning|caution|monitor/,
  ],
  ["status", /status|state\b|current medication$|^active$|^current$/],
  ["code", /rx ?norm|\bcode$|\bndc\b|atc/],
  [
    "given",
    /last (?:given|dose|taken|admin|injection)|administered|^action date(?: time)?$|^(?:date )?given(?: date| on| at)?$/,
  ],
  ["dates", /effective dates?|^dates?$|start stop|date range|period/],
  ["stop", /\b(?:stop|end|ended|stopped|discontinued|until|fin|ende|bis|stopdatum|einddatum|enddatum)\b/],
  [
    "start",
    /^from$|^ordered$|\b(?:start|started|begin|began|since|date|prescribed|ordered on|first|debut|beginn|startdatum|begindatum|seit|von|inicio|time)\b/,
  ],
  ["route", /^(?:route|roa|route of administration|via)$/],
  ["name", /^(?:medication|drug|medicine|product)(?: name)?(?: and| with)? (?:strength|dos(?:e|age))(?: form)?$/],
  ["strength", /strength|starke|dosage forte/],
  ["form", /^(?:form|dose form|dosage form)$/],
  [
    "sig",
    /\bsigs?\b|direction|instruction|signature|schedule|how to (?:take|use)|posolog|dosierung|details|einnahme|regimen|route frequency|administration/,
  ],
  // a British practice's word for the directions
  ["sig", /^dosage(?: instructions?)?$/],
  ["dose", /\bdos(?:e|age|is)\b|amount|menge/],
  // beside the dose, what it is counted in
  ["dose", /^units?(?: of measure)?$/],
  ["frequency", /frequen|interval|times|freq/],
  [
    "name",
    /medic|drug|\bname\b|brand|generic|product|material|description|item|prescription|arznei|wirkstoff|praparat|farmac|treatment|^rx$/,
  ],
];

/** Headings that make a table a medication list where no section heading does. */
export const MED_HEADER = /medic(?:ation|ine|ament)|\bdrug\b|arznei|praparat|prescription/;

/** A cell with what its column holds. */
export interface RoleCell {
  cell: Cell;
  text: string;
  header: string;
  role: MedRole | null;
}
