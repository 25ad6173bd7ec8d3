import { drugsIn } from "../../terminology/drug-names";
import { plainWords } from "../../terminology/plain-text";
import { RELATIVES } from "../../terminology/relatives";
import type { Region, Row } from "../snapshot";

/** What a part of a chart is about, as its headings say. */
export type Section =
  | "allergies"
  | "immunizations"
  | "family"
  | "education"
  | "plan"
  | "medications"
  | "labs"
  | "imaging"
  | "vitals"
  | "problems"
  | "history"
  | "social"
  | "dental"
  | "procedures"
  | "notes";

/** Order matters: "Medication allergies" are allergies, "Past medical history" is no medication list. */
const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  [
    "allergies",
    /all?erg|intoleran|advers|unvertrag|indesirabl|overgevoelig|effetti collateral|efectos secundarios|hypersens|sensitivit/,
  ],
  ["immunizations", /immuni[sz]|vaccin|impf/],
  ["family", /family (?:hist|medical|health)|familien|familie ?anamnese|anteceden(?:ts|tes) familia|anamnesi familia/],
  ["family", /\b(?:maternal|paternal|care ?givers?) (?:med|drug|prescri)|\b(?:cord blood|umbilical cord)\b/],
  [
    "family",
    /\b(?:husband|wife|spouse|mother|father|daughter|son|partner|sister|brother|parent|baby|donor|pet)s?(?: s)? (?!hip\b)\w/,
  ],
  [
    "family",
    /\bof (?:the |her |his )?(?:baby|child|infant|newborn|fo?etus|donor|mother|father|husband|wife|spouse|partner|son|daughter)\b/,
  ],
  [
    "education",
    /education|handout|\bunderstanding\b|\bwhat (?:is|are|does)\b|\bfaqs?\b|frequently asked|patient information|learn|leaflet|about your|reference links?|guideline|advert/,
  ],
  // a laboratory's own runs, a demonstration, what was copied
  [
    "education",
    /calibration|\bqc\b|\bcontrol (?:levels?|materials?|lot)\b|quality control|\bsample report|\bdemo\b|reference values|last viewed|clipboard|copied from/,
  ],
  // what shall be done
  [
    "plan",
    /\bplan\b|plan of|plan and|\bplans\b|care plan|reco?mm?end|empf[eo]hl|propuest|aanbevol|consigliat|goals?\b|instructions|suggest|\bavoid\b|\bnotify\b|contraindicat|differential/,
  ],
  ["plan", /future (?:order|appoint|test)|\blabs? ordered\W*$|^ordered (?:labs?|tests?)\W*$|\breflex\b/],
  // what is offered for choice
  [
    "plan",
    /order set|favou?rites|pick ?list|formulary|\bsearch|catalog|\bbrowse|\blook ?up\b|recently (?:viewed|searched)|(?:frequently|commonly) (?:prescribed|used|ordered)/,
  ],
  ["plan", /^(?:add|common|frequent(?:ly \w+)?|quick) (?:\w+ )?(?:problem|diagnos|medic|drug|order|condition)/],
  // what is weighed against something else
  [
    "plan",
    /alternatives?\b|interactions?\b|monograph|\b(?:medications?|drugs?|therapies|treatments?|options?) considered|\b(?:medication|drug) (?:costs?|prices?|pricing)|\b(?:comparison of|compare) (?:thera|treat|drug|medic|agent)|\b(?:treatment|therapy|drug|medication) (?:options|comparison|choices)\b/,
  ],
  // rules, limits and patterns for everybody
  [
    "plan",
    /\bparameters\b|\bthresholds?\b|\bcriteria\b|eligib|\bquality measures?\b|\binclusion\b|\bexclusion\b|\bsettings\b|\bmanual\b|\btriggers?\b|\brules?\b|cut ?offs?\b|\b(?:medication|drug|infusion|treatment) protocols?|\bstanding (?:orders?|medic)/,
  ],
  [
    "plan",
    /\bwhat if\b|\bsimulat|proficiency|\bexamples?\b|\bsamples?\b|(?<!\brepeat )\btemplates?\b|\bclinical trial/,
  ],
  ["plan", /\btpn\b|\bdietary\b|\b(?:nutrition|intake)$/],
  ["social", /social|smok|tobacco|alcohol|lifestyle|habits|substance use|tabac/],
  ["dental", /dental|dentist|oral health/],
  ["vitals", /vital|biometric|anthropom|body measure/],
  [
    "history",
    /past (?:medical|surgical) history|medical history|surgical history|history of (?:past|present)|\bpmh\b|\bhpi\b/,
  ],
  ["labs", /chemistr\w* and|\bdrug (?:levels?|screen)/],
  ["problems", /^(?:active |resolved |current )?med(?:ical)? problems?\b/],
  [
    "medications",
    /medic(?:ation|ine|ament)|\bdrugs?\b|prescri|\brx\b|\bmeds?\b|pharmac|treatments?\b|traitement|medikament|medikation|\btherap|farmac|medicaci|medicacao|medicati[ec]|geneesmiddel|\brepeat templates?\b|tratamiento|tratamento|ordonnance|\breceta|terapia|infusions?\b|injections?\b/,
  ],
  ["imaging", /\bdxa\b|\bdexa\b|densit|imaging|radiolog|x ?ray|\bbmd\b|bone mineral|\bscans?\b|\bfrax\b/],
  [
    "labs",
    /\blabs?\b|laborator|results?\b|chemistr|ha?ematolog|blood|befund|labor|ergebnis|resultat|analys|biochem|pathology|\btests?\b|\bpanel\b|vitamins?\b|hormon|endocrin|metabolic|serology|immunolog|bloodwork|diagnostic|flowsheet|risultati|esami|exames|uitslag/,
  ],
  ["problems", /problem|condition|diagnos|concern|comorbid|probleme/],
  ["procedures", /procedure|encounter|surger|operation|visits?\b|appointment/],
  ["notes", /\bnotes?\b|report|assessment|narrative|impression|findings/],
];

export function sectionOf(heading: string): Section | null {
  const words = plainWords(heading);
  if (words === "" || words.length > 120) return null;
  const section = HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  // "Flonase Allergy Relief" is a drug
  return section === "allergies" && drugsIn(heading).length > 0 ? null : section;
}

/** What is handed out to patients stays so under every heading in it. */
const HANDED_OUT = /\b(?:patient education|education(?:al)? materials?|handouts?|leaflets?)\b/;

/** "Halvorsen, Kurt (spouse)", "Newborn record": all under it is another person's. */
const OF_ANOTHER = new RegExp(
  `\\((?:${RELATIVES}|donor|newborn)\\)|^(?:newborn|baby|infant|donor|care ?giver|${RELATIVES})s?(?: (?:record|information|info|chart|history|data))?$`,
  "i",
);

export const isOfAnother = (title: string): boolean => OF_ANOTHER.test(title);

/** The section a region stands in: its innermost heading that names one. */
export function sectionOfRegion(region: Region): Section | null {
  if (region.headings.some((heading) => HANDED_OUT.test(plainWords(heading)))) return "education";
  if (region.headings.some((heading) => OF_ANOTHER.test(heading))) return "family";
  for (const heading of [...region.headings].reverse()) {
    const section = sectionOf(heading);
    if (section !== null) return section;
  }
  return null;
}

/** The section of one row: a sub-heading above it counts before the headings of the region. */
export function sectionOfRow(region: Region, row: Row): Section | null {
  const parts = (row.group ?? "").split(" / ");
  if (parts.some((part) => OF_ANOTHER.test(part))) return "family";
  for (const part of parts.reverse()) {
    const section = sectionOf(part);
    if (section !== null) return section;
  }
  return sectionOfRegion(region);
}
