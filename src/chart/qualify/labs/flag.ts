import { foldText } from "../../../terminology/plain-text";
import type { Flag } from "../../chart";

const FLAGS: readonly (readonly [RegExp, Flag | null])[] = [
  [
    /^(?:l|ll|lo|low|below|(?:critical(?:ly)?|panic|very|alert) low|low (?:critical|panic|alert)|crit(?:ical)? l|cl|↓+|▼|▽|⬇|erniedrigt|niedrig|bas|bajo|basso|baixo|abnormal low|low abnormal|below (?:low )?(?:normal|threshold|range))$/,
    "low",
  ],
  [
    /^(?:h|hh|hi|high|above|(?:critical(?:ly)?|panic|very|alert) high|high (?:critical|panic|alert)|crit(?:ical)? h|ch|↑+|▲|△|⬆|erhoht|hoch|eleve|haut|alto|abnormal high|high abnormal|above (?:high )?(?:normal|threshold|range))$/,
    "high",
  ],
  [/^(?:a|aa|abn|abnormal|abnl|out of range|outside|yes|y|\*+|!+|x|anormal|auffallig|c|crit|critical)$/, "abnormal"],
  [/^(?:n|no|nl|nml|normal|wnl|within (?:normal )?(?:limits|range)|in range|ok|-|n normal|unauffallig)$/, null],
];

/** The flag a text consists of ("H", "*L*", "(High)", "N (Normal)"); undefined when it is no flag. */
export function readFlag(text: string): Flag | null | undefined {
  const bare = foldText(text)
    .replace(/[()[\]:;,.]/g, " ")
    .replace(/^\s*\*+\s*(?=[a-z])|(?<=[a-z])\s*\*+\s*$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  // the same in words and in a code: "High | H"
  const parts = bare.split(" | ");
  if (parts.length === 2) {
    const [first, second] = parts.map((part) => readFlag(part));
    return first === second || second === "abnormal" ? first : undefined;
  }
  const once = bare
    .replace(/^([a-z]+) \1\b.*$/, "$1")
    .replace(/^(?:l low|h high|n normal|a abnormal)$/, (both) => both.charAt(0));
  return FLAGS.find(([pattern]) => pattern.test(once))?.[1];
}

/** The flag said by class words, titles and aria-labels of a cell or row. */
export function hintedFlag(hints: string): Flag | null {
  const words = foldText(hints);
  const low = /(?:^|[\s_-])(?:low|critically-?low|below)(?:$|[\s_-])/.test(words);
  const high = /(?:^|[\s_-])(?:high|critically-?high|above)(?:$|[\s_-])/.test(words);
  if (low !== high) return low ? "low" : "high";
  return /(?:^|[\s_-])(?:abnormal|abnorm|abn|out of range)(?:$|[\s_-])/.test(words) ? "abnormal" : null;
}
