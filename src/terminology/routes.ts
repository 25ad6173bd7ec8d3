import type { Route } from "../chart/chart";
import { foldText } from "./plain-text";

const w = (pattern: string) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "u");

/** Words that name the way in, in the order in which they decide ("oral inhalation" is inhaled). */
const NAMED: readonly (readonly [Route, RegExp])[] = [
  [
    "inhaled",
    w(
      "inhal\\w*|puffs?|nebuli\\w*|neb|nebs|hfa|mdi|diskus|flexhaler|turbuhaler|respimat|redihaler|metered dose|breath activated|respiratory(?: \\(inhalation\\))?|inhalativ",
    ),
  ],
  ["nasal", w("nasal(?:ly)?|intranasal(?:ly)?|nostrils?|naris|nares|nase|in(?:to)? (?:the )?nose")],
  ["ophthalmic", w("ophth\\w*|eyes?|ocular|intraocular|intravitreal|eye drops?|augentropfen|collyre")],
  ["intra-articular", w("intra-?\\s?articular|intra-?\\s?bursal|into (?:the )?(?:\\w+ )?joint|in joint")],
  ["rectal", w("rectal(?:ly)?|per rectum|suppositor\\w*|enema|pr")],
  ["transdermal", w("transdermal(?:ly)?|patch(?:es)?")],
  [
    "topical",
    w(
      "topical(?:ly)?|creams?|ointment|oint|lotion|gel|foam|shampoo|to (?:the )?(?:affected|skin)|cutaneous|salbe|creme|pommade",
    ),
  ],
  [
    "sc",
    w(
      "subcutaneous(?:ly)?|subcut\\w*|sub-?\\s?q|s/?c|s\\.c\\.?|sq|subq|under (?:the )?skin|subkutan|sous-cutane\\w*|hypodermic",
    ),
  ],
  ["im", w("intra-?muscular(?:ly)?|i\\.?m\\.?|intramuskular")],
  ["iv", w("intra-?venous(?:ly)?|i\\.?v\\.?(?:pb)?|ivpb|infus\\w*|intravenos|intraveineu\\w*")],
  [
    "oral",
    w("oral(?:ly)?|(?:by|via) mouth|p\\.?o\\.?|per os|mouth|peroral|per orale?|voie orale|por via oral|via oral"),
  ],
];

/** Dosage forms that leave one way in. */
const BY_FORM: readonly (readonly [Route, RegExp])[] = [
  [
    "oral",
    w(
      "tab(?:let|l)?s?|tabs|tbl|cap(?:sule)?s?|caplets?|pills?|softgels?|chewables?|elixir|syrup|comprimes?|cp|gelules?|tablett\\w*|kapseln?|comprimidos?|compresse|compressa|tabletas?",
    ),
  ],
];
const ELSEWHERE = w(
  "vaginal(?:ly)?|sublingual(?:ly)?|buccal(?:ly)?|otic|ears?|intrathecal|epidural|intralesional|dental|gargle|mouthwash|rinse|swish",
);

/** Every route a text names; null in it for a way in that is none of ours (vaginal, ear, under the tongue). */
function routesNamed(text: string): Set<Route | null> {
  const words = foldText(text);
  const found = new Set<Route | null>();
  for (const [route, pattern] of NAMED) if (pattern.test(words)) found.add(route);
  if (found.size > 1 && found.has("oral") && (found.has("inhaled") || found.has("nasal"))) found.delete("oral");
  if (found.has("inhaled") && found.has("nasal")) found.delete("inhaled");
  if (ELSEWHERE.test(words)) found.add(null);
  return found;
}

function formOf(text: string): Route | null {
  const words = foldText(text);
  return ELSEWHERE.test(words) ? null : (BY_FORM.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

/**
 * The route of a drug. Texts in the order in which they decide (product name, route column, instructions): the first
 * that names exactly one route gives it, but a product whose form or name contradicts what follows has none.
 */
export function routeOf(texts: readonly string[]): Route | null {
  const said = texts.map(routesNamed).filter((routes) => routes.size > 0);
  const form = formOf(texts[0] ?? "") ?? texts.map(formOf).find((route) => route !== null) ?? null;
  const [first, ...others] = said;
  if (!first) return form;
  const [route, second] = [...first];
  if (route === undefined || route === null || second !== undefined) return null;
  if (others.some((routes) => !routes.has(route))) return null;
  return form !== null && form !== route ? (said.length > 0 && formOf(texts[0] ?? "") === form ? null : route) : route;
}
