import { foldText } from "../../terminology/plain-text";

const EXAM =
  "(?:bone|mineral|density|densitometry|dxa|dexa|bmd|exam(?:ination)?|scan|study|report|results?|measurements?|t-?scores?|values?|data|visit|test|date)s?";
const DAY = "(?:of|from|on|in|dated?|[\\d./:-]+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)";

/** "Prior exam 2022", "Previous DXA (05/10/2022)", "Bone density, prior study": a title over figures of an earlier day. */
const EARLIER = new RegExp(
  `^\\W*(?:(?:left|right|hip|spine|lumbar|${EXAM})\\W+)*(?:prior|previous|earlier|old|older|baseline|historical|comparison)(?:(?:\\W+${EXAM})+(?:\\W+${DAY}){0,6}|(?:\\W+(?:of|from|on|in|[\\d./:-]+)){0,3})\\W*$`,
);
/** The same in other languages. */
const EARLIER_FOREIGN =
  /^\W*(?:vorbefunde?|voruntersuchung|fruhere\w*|vorherige\w*|(?:(?:examens?|resultats?|etude|mesure|densitometrie|osteodensitometrie) (?:anterieur|precedent)|(?:estudio|examen|resultados?|medicion|densitometria) (?:previ|anterior)|(?:esame|referto|densitometria) precedent)\w*|(?:vorige|eerdere|voorgaande) \w+)(?:\W+(?:vom|du|del|van|[\d./-]+))*\W*$/;
/** Titles over figures that are of nobody in particular. */
const NOBODYS =
  /^\W*(?:(?:normal|reference|expected|average|population|typical)\W+(?:values?|ranges?|data(?:base)?|population|bmd|t-?scores?|curve)|(?:who|diagnostic|t-?score) (?:classification|criteria|categories|definitions?)|(?:an? )?(?:examples?|samples?)(?: (?:report|values?|figures?))?|patient (?:education|information))\W*$/;
/** A line that begins the examination of today anew. */
const CURRENT =
  /^\W*(?:current|today|present|this|new|latest|most recent|findings|impression|(?:(?:dxa|dexa|bone densit\w*) )?(?:exam|examination|scan|study|dxa|dexa|report)(?: date)?\W{0,3}\d|date of (?:exam|study|scan))/;
const FIGURE = /\d[.,]\d(?![\d.,]*\d[./-])/;

/** Whether the figures under a title are of an earlier examination. */
export const isEarlierExam = (title: string): boolean => {
  const words = foldText(title);
  return title.length < 70 && (EARLIER.test(words) || EARLIER_FOREIGN.test(words));
};

/** "Comparison: 05/10/2022" tells of the report below what it was compared to. */
const isTitleLine = (line: string): boolean => isEarlierExam(line) && !/comparison\s*:/i.test(line);

/** Whether a line begins the examination of today. */
const isCurrentExam = (line: string): boolean => CURRENT.test(foldText(line));

/** Whether lines around a table say that it is of an earlier examination, and not only when that was. */
export const areOfEarlierExam = (lines: readonly string[]): boolean =>
  lines.some(isTitleLine) && !lines.some(isCurrentExam);

/** The lines of a report without those under the title of an earlier examination, or of figures of nobody. */
export function ofThisExam<L extends { text: string }>(lines: readonly L[]): L[] {
  let [apart, named] = [false, false];
  return lines.filter(({ text }) => {
    if (isCurrentExam(text)) [apart, named] = [false, true];
    // "Prior exam: 05/10/2022" right behind the day of the exam only says when it was
    else if ((isTitleLine(text) && !named) || (text.length < 70 && NOBODYS.test(foldText(text)))) apart = true;
    else if (FIGURE.test(text)) named = false;
    return !apart;
  });
}
