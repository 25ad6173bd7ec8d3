/** The people around a patient of whom her chart speaks, as alternatives of a pattern over folded text. */
export const RELATIVES =
  "mother|father|parents?|sister|brother|sibling|twin|husband|wife|spouse|partner|son|daughter|uncle|aunt|cousin|niece|nephew";

const OF_FAMILY = new RegExp(
  `\\b(?:fam(?:ily)?|fhx?|${RELATIVES}|parent\\w*|maternal|paternal|grand\\w*|care ?giver)\\b`,
);

/** Whether a folded text speaks of the patient's family, or of who cares for her. */
export const speaksOfFamily = (folded: string): boolean => OF_FAMILY.test(folded);
