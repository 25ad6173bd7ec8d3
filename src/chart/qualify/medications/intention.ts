const FILLERS =
  "(?:to|be|it|this|that|the|her|his|about|like|whether|when|if|try|trying|possibl[ey]|probably|likely|eventually|soon|therapy|treatment|drug|med|medication|with|pt|patient|consider\\w*|discuss\\w*|plan\\w*)";

/** "Wishes to stop", "will be discontinued next month", "considering stopping": the drug is still taken. */
const INTENDED = new RegExp(
  "\\b(?:wish(?:es|ing)?|wants?|wanting|hop(?:es?|ing)|plan\\w*|consider\\w*|discuss\\w*|think(?:s|ing)? (?:of|about)|intend\\w*|prefers?|like|ready|going|will|would|may|might|could|due|eager|keen|to) " +
    `(?:${FILLERS} ){0,4}?(?:(?:stop|stopping|discontinue|discontinuing|discontinuation|d c|(?:come|coming|get|getting) off)\\b|(?<=\\b(?:be|it|this|drug|med|medication) )(?:stopped|discontinued)\\b)`,
  "g",
);

/** "Told to stop", "decided to come off it", "should be stopped": whether it was is not said. */
const ARRANGED =
  /\b(?:(?!plann?ed|interested)[a-z]+ed|told|chose|was|were|had|has|able|ok|okay|should|can|must|needs?)(?: (?!not )[a-z]+)? (?:to (?:be )?|be )(?:stop|stopped|discontinued?|d c|come off|get off)\b/g;

/** Plain words without what says that a drug is to be stopped: it is none that was. */
export const withoutIntention = (words: string): string => words.replace(ARRANGED, " ").replace(INTENDED, " ").trim();

/** Whether plain words tell of a drug that somebody means to stop. */
export const isToBeStopped = (words: string): boolean => words.search(INTENDED) >= 0;

/** Whether plain words tell that a drug's end was arranged, and not whether it came. */
export const isEndArranged = (words: string): boolean =>
  words.search(ARRANGED) >= 0 && !/\b(?:if|when|until|unless|in case)\b/.test(words);
