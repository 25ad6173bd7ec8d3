/** Words with which a dose is not the same from day to day, or is not said at all. */
const UNSETTLED = new RegExp(
  // other languages: parts of a tablet, days of the week, changes of the dose
  "\\b(?:medi[oa]|demie?|halbe\\w*|halve|mezz[ao]|mei[oa]|anderthalb\\w*|anderhalve?|(?:lun|mar|mercre|jeu|vendre)dis?|samedis?|dimanches?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|mo\\W+(?:mi|do|fr)|" +
    "(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:lune|marte|mercole|giove|vener)di|sabato|domenica|segundas?|tercas?|quartas?|quintas?|sextas?|luego|despues|poi|daarna|danach|depois|afbouw\\w*|a scalare|degress\\w*|desmame|descend\\w*|reduz\\w*|altern[aeio]s?|sur (?:\\d|trois|quatre))\\b|" +
    "\\b(?:taper\\w*|titrat\\w*|wean\\w*|then|dose ?pac?k\\w*|dosepac?k|pack|pak|step ?down|decreas\\w*|reduc\\w*|increas\\w*|alternating|except|skip\\w*|hold|until|unless|otherwise|" +
    "\\w*dial[iy]s\\w*|odd|even|(?:un)?geraden?|(?:im)?pairs?|(?:dis)?pari|(?:im)?pares|werktag\\w*|" +
    "(?<!\\b(?:tous|tutti|todos) )(?:les|i|nei|los|nos|os|an|op|on) (?!alternate)(?:[a-z]+ ){0,2}(?:jours|giorni|dias|tagen|dagen|days)|" +
    "other days|\\bday (?:of|after|before|prior)|(?:ab|bis) \\d[\\d.]*|om de (?:andere )?dag|directed|differently|diet(?:ary)? (?:and|plus|or)|from (?:her |his )?diet|use as|(?:lt|laut|gemass|nach|selon|segun|volgens) (?:plan|schema|pauta)|per (?:instructions|protocol|sliding|pharmacy)|sliding|variable|adjust\\w*|up to|max(?:imum)?|may|repeat|(?<!\\b(?:a|per|every|each) )days? \\d+|loading|once only|one time (?:only|dose)|single dose|" +
    "(?:(?:x|for) ?\\d+|[2-9]|three|1\\d) doses?|stat|now|procedure|surgery|each meal|every meal|with meals?(?= only)|biweekly|bimonthly|(?:on|off) (?:and|then|followed)|(?:days?|weeks?) o(?:n|ff)|every (?:third|fourth|fifth|sixth|[3-6](?:rd|th))|first|next(?! \\d+ ?min)|last|initial\\w*|was|(?:down|up|changed) from|changed to|formerly|instead|followed|over \\d+|of each|ausschleichen|puis|dann|gefolgt|wechsel|weekdays?|weekends?|m ?- ?f|(?:mg|mcg|tabs?|tablets?|caps?|capsules?|puffs?) or (?:\\d+|one|two)|\\w*day\\w*day\\w*)\\b|^or\\b|->|→|\\b(?:in|the|at|and|every|of|to|with)$",
);

/** "5,10 mg", "2,3 times daily": a list or a decimal, nobody can tell; only halves and quarters are known decimals. "0.01%": no dose. */
const UNCLEAR_FIGURE =
  /\d,(?!(?:5|25|75)(?!\d))\d{1,2}(?!\d)|\d[.,]\d+ ?times\b|m?c?g\d|\d ?%|\/ ?(?:kg|m2)\b|\bper kg\b|(?<!\d)(?!(?<hours>\d+)\/\k<hours> ?h)\d+\/\d+ ?h\b|\d ?x ?\d+(?:\.\d+)? ?m?c?g\b/;

/** Given only at times: when unwell, in one season, before a visit. */
const AT_TIMES =
  /\b(?:if|when|with|during|in case of|at (?:the )?onset of) (?:[a-z]+ ){0,2}(?:symptom|sick|ill\b|illness|unwell|flare|exacerbat|attack|pain)|\b(?:winter|summer|dental|premed\w*|(?:comfort|emergency|rescue|standby) (?:kit|pack|supply))\b/;

/** A rhythm that two people read in two ways: "bi-weekly", "third daily", "15 mg divided BID", "T/Th/Sat", "morning or night". */
const AMBIGUOUS_RHYTHM = new RegExp(
  "\\b(?:(?:bi|semi)-?(?:week|month)ly|(?:second|third|2nd|3rd|alternate) daily|ac ?(?:and|&)? ?hs|" +
    "divided (?:bid|[tq]id|q ?\\d|twice|three|every)|quarters? (?:of )?(?:a |one )?(?:tab|pill|cap)\\w*|" +
    "(?:m|tu?|w|th|f)/(?:tu?|w|th|f|sa?|su)\\w*|(?:breakfast|morning|am|noon|lunch|dinner|supper|evening|pm|bedtime|night) or (?:(?:at|in|with|before|after|the) )*(?:breakfast|morning|am|noon|lunch|dinner|supper|evening|pm|bedtime|night))\\b|" +
    "/ ?(?:day|d|24 ?h\\w*) (?:[a-z]+ )?(?:bid|[tq]id|twice|[2-4] ?(?:x|times))\\b",
);

/** Whether directions, in folded text, leave open how much is taken on an average day. */
export const isUnsettled = (text: string): boolean =>
  [UNSETTLED, UNCLEAR_FIGURE, AT_TIMES, AMBIGUOUS_RHYTHM].some((words) => words.test(text));
