import type { Vocabulary } from "../columns";

/** What a column of a list of results holds. */
export type LabRole =
  | "prior"
  | "range"
  | "flag"
  | "status"
  | "code"
  | "collected"
  | "date"
  | "reported"
  | "unit"
  | "aside"
  | "name"
  | "value";

export const LAB_COLUMNS: Vocabulary<LabRole> = [
  [
    "value",
    /^(?:observed|reported|measured|numeric) (?:results?|values?)$|^measurement$|^(?:lab(?:oratory)? )?(?:test )?results? values?$|^lab(?:oratory)? test (?:results?|values?)$|^(?:current )?results? and (?:flags?|units?)$|^values? and units?$|^(?:in|out of) range$/,
  ],
  ["collected", /^(?:specimen|sample) date(?: time)?$/],
  [
    "prior",
    /previous|prior|delta|\bago\b|vorwert|anterieur|anterior|precedent|\bletzt|\bderniere?|\bultim[oa]|\bvorige|\bvorher|\bprevi[oa]\b/,
  ],
  ["aside", /^(?:min(?:imum)?|max(?:imum)?|low(?:er)?|high(?:er)?|upper|critical|panic) (?:values?|results?)$/],
  // what sums up several days
  ["aside", /^(?:average|mean|avg|median|peak|nadir|baseline)\b/],
  ["range", /range|\bref\b|reference|limits|referenz|\bnorm|valeurs de|intervalo|riferimento|expected/],
  ["flag", /flag|\babn|interpretation|\bhi lo\b|\bh l\b|indicator|bewertung|abnormal/],
  ["status", /^(?:result |report |test )?(?:status|state)$/],
  [
    "aside",
    /\bif\b|\bhold\b|\btrend\b|trigger|\brule\b|action|goal|target|threshold|notify|alert|comment|note|remark|address|provider|facility|ordered|\bdue\b|\bnext\b|expir|\bprint|schedul|birth|\bdob\b|discharge|^(?:order|request(?:ed)?|requisition) (?:date|time)|annotation|review|\benc|specimen|source|sample|material|code system|auftrag|anforder|druck|demande|solicitud|richiest|aanvra|pedido|\bziel|grenz|cible|objetivo|obiettivo|streef|\blimit$|cut ?off|price|\bcosts?\b|charge|\bfees?\b|\bqty\b|quantity|\bcount\b|volume|\btubes?\b|container|turnaround|group|panel|performing|lab name|clinician|diagnosis/,
  ],
  ["code", /\bcode$|loinc/],
  [
    "collected",
    /collect|drawn|observed|observation date|specimen date|test (?:date|time)|service|entnahme|prelevement/,
  ],
  ["reported", /report|received|released|verified|^(?:created?|entered|entry|posted|filed) (?:date|time|on)/],
  // from when to when a result holds
  ["date", /^start$|\bdate|\btime\b|\bdatum\b|fecha|\bdata\b|when|performed|resulted|completed/],
  ["unit", /\bunits?\b|einheit|unite|unidad|unita|measure units|\buom\b|units measure/],
  [
    "value",
    /^(?:\w+ )?(?:results?|values?|wert|ergebnis|messwert|resultat\w*|valore|valeur|valor|risultato|uitslag|level)$/,
  ],
  [
    "name",
    /\btests?\b|analyte|component|element|\bname\b|parameter|analys|untersuchung|observation|measure|description|item|analito|prueba|esame|exame|examen|determination|procedure|type|\blabs?\b|bezeichnung|bestandteil/,
  ],
];
