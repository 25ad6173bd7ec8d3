/** A spine measured from the side has scores of its own. */
const LATERAL =
  /\b(?:mid-?)?lateral,? (?:lumbar|l-?spine|spine|l ?[1-4]\b)|\bspine[ ,(]*(?:mid-?)?lateral\b|\blumbar[ ,]+lateral\b|\bmid-?lateral\b/i;

/** A score that the patient tells. */
export const PATIENT_SAYS =
  /\b(?:patient|self|pt)[- ]?report\w*|\b(?:per|according to|reported by) (?:the )?(?:patient|pt)\b|\b(?:patient|pt|s?he) (?:reports|states|recalls|says|remembers)\b|\bby (?:patient|her|his) (?:report|recall)\b/i;

/** Statements with a T-score in them that are not about this patient's bones today, in folded text, by what they are about. */
const NO_RESULT: readonly RegExp[] = [
  // legends, definitions and thresholds
  /\bwho (?:classif|criteri|defin|categor)|classification[:=]|\bcriteria\b|\bdefined as\b|\bdefinition|\bnormal range\b|\bthreshold/,
  /\b(?:patients|people|adults|women|men) (?:with|who|whose)\b|\b(?:nof|bhof|guidelines?)\b|\b(?:average|typical|usual)\b[^.;]*\b(?:for|in|at) (?:a |an )?(?:\d|age|wom[ae]n|m[ae]n\b)|^\W*(?:an? )?t-?score\b.*\bwould\b/,
  /\bor (?:higher|lower|above|below|greater|less|better|worse)\b|\bbetween\s+[-+]?\d|\brang(?:e|es|ed|ing) (?:of |from |is |between )*[-+]?\d|-\d(?:\.\d+)? to -\d/,
  // what is advised, wanted or waited for
  /\b(?:consider|recommend|initiate|treat)\w*\b.{0,40}\bif\b|\b(?:repeat|recheck|re-?scan|start|treat)\w*\b[^.;]*\b(?:when|once|until|unless)\b|^\W*if\b|\bif (?:your|her|his|the|an?)\b|\bfor example\b|\b(?:an?|the) (?:normal|healthy) t-?score\b[^.;]*\bis\b/,
  /\bindication|\bordered\b|\bscreening\b|\bpending\b|\b(?:goal|target)\b|^\W*expected\b|\bshould (?:be|stay|remain)\b(?! (?:interpreted|repeated|confirmed|noted|considered))|\b(?:want|keep|reach|aim|try)\b/,
  // what was taken back
  /\bshould read\b|\bspurious|\bdisregard|\binvalid\b|\bunreliab|\bfalsely\b|\bartifactual|\bnot (?:reported|reliable|valid|used|evaluable|interpretable)\b/,
  // how much it has changed, or differs from another
  /\b(?:change|difference|gain|loss|drop|(?:de|in)crease|decline|improvement|worsening) (?:in|of)\b[^.;]{0,40}\bt-?score|\bscores?\W{0,3}(?:change|difference|gain|loss|drop)s?\b|\d (?:sd )?(?:lower|higher|better|worse) than|\bdiscordan|\bminus\b|\bleast significant\b/,
  // what a score means for the risk
  /\bdoubles\b|\beach (?:1 )?sd\b|\b(?:fracture )?risk increases|\breference (?:population|data)\b(?!.*\bstandard deviations?)/,
  // told by the patient, or measured against other people
  PATIENT_SAYS,
  /\b(?:male|men)(?:'s)? (?:reference|database|norm)|\bt-?scores? ?\(?(?:male|men)\b/,
  // other methods and other scores
  /\btbs\b|\btrabecular bone score\b|height-adjusted|\brems\b|ultraso|\bq ?ct\b|\bctxa\b|\bachilles\b|\bsahara\b|\bvbmd\b|mg ?\/ ?(?:cc|cm3|ml)\b|\bpromis\b|\bdisability\b/,
];

/** Whether a sentence of a report gives no result, whatever figure stands in it. */
export const isNoDxaResult = (sentence: string): boolean =>
  LATERAL.test(sentence) || NO_RESULT.some((pattern) => pattern.test(sentence));

/** "-2.0 (2021), -2.3 (2026)", "-1.9 → -2.4": which figure is of today is not told. */
export const TWO_EXAMS =
  /\((?:19|20)\d\d\)[^;]*\((?:19|20)\d\d\)|(?:19|20)\d\d ?[:=] ?[-+]?\d\.\d[^;]*(?:19|20)\d\d ?[:=] ?[-+]?\d\.\d|\((?:19|20)\d\d ?[:=,] ?[-+]?\d\.\d\)|\d\s*(?:-+>|=>|→|⇒|➔)\s*[-+]?\d/;
/** "-2.9 in 2019", "-2.9 before treatment": the figure in front is of that day. */
export const YEARS_BEFORE = /^(?:in (?:19|20)\d\d|at diagnosis|before\b)/;
/** "decreased by 0.2 to -2.3": by how much is no score. */
export const CHANGED_BY =
  /\b(?:(?:de|in)creas\w*|declin\w*|improv\w*|worsen\w*|chang\w*|f[ae]ll\w*|dropp?\w*|rose|risen|gain\w*|los[st]\w*)\s+(?:by\s+)?(?:of\s+)?[-+]?\d+(?:\.\d+)?|\bby\s+[-+]?\d+(?:\.\d+)?/g;
/** "osteoporosis (T-score less than or equal to -2.5)": what a score is measured against. */
export const THRESHOLD =
  /(?:\bt-?scores? )?(?:of )?(?:\b(?:less|greater|lower|higher|worse|better) than(?: or equal(?: to)?)?|[<>≤≥]=?) ?[-+]?\d\.\d/g;
/** From here on a sentence speaks of an earlier examination. */
export const PRIOR =
  /\b(?:previous(?:ly)?|prior|pre-?treatment|outside hospital|best|compared (?:to|with)|comparison|versus|\bvs\b|baseline|nadir|initial(?:ly)?|at diagnosis|before|earlier|last (?:exam|study|scan|dxa)|in (?:19|20)\d\d|from (?:19|20)\d\d|from [-+]?\d+\.\d|then was|was then|at that time|change (?:from|of)|interval change|since)\b/;

/** Scores of other methods, and what else the scanner measures. */
export const OTHER_METHOD = new RegExp(
  `\\bq ?ct\\b|\\bctxa\\b|\\bachilles\\b|\\bsahara\\b|mg ?/ ?(?:cc|cm[3³]|ml)|quantitative|\\bqus\\b|ultrasound|\\bpromis\\b|${LATERAL.source}`,
  "i",
);
export const OTHER_MEASURE = /\btbs\b|trabecular bone score|vertebral fracture assessment|\bvfa\b|morphometr/i;
export const DENSITY = /\bdxa\b|\bdexa\b|densit|\bbmd\b/i;
