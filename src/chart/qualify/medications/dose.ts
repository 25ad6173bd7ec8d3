import { type DoseInstructions, dailyMg, readInstructions } from "../../../terminology/dose-instructions";
import { strengthOf } from "../../../terminology/medication-text";
import { foldText } from "../../../terminology/plain-text";
import { COURSE } from "./course";
import { ASIDE_PIECE, type Entry } from "./entry";

function instructionsOf(text: string): DoseInstructions {
  const pieces = foldText(text.replace(COURSE, " ").replace(/:\s*\|\s*(?=\d)/g, ": "))
    .split(/\s-\s|\s\|\s|\s·\s|\s•\s|;|(?<=[a-z])\.\s|\s*\((?=last|stopped|started|since|first)/)
    .map((piece) => piece.trim().replace(/^(?:dose|sig|directions?)\b:?\s*/, ""));
  return readInstructions(pieces.filter((piece) => !ASIDE_PIECE.test(piece)).join(" "));
}

const ONE_MASS = /^\d+(?:\.\d+)? ?m?c?g$/i;

/** "70 MG Oral Tablet, 1 tablet weekly": directions that begin with the product. */
const PRODUCT_FIRST =
  /^\d+(?:\.\d+)? ?m?c?g (?:oral )?(?:tab(?:let)?|cap(?:sule)?)s?\s*[,;:-]\s*(?=\d|one\b|two\b|take\b)/i;

const hasAmount = (text: string) => /\d|\b(?:half|one|two|three|four|une?|ein\w*)\b/.test(foldText(text));

/** The smallest tablet of a week or a month (CLINICAL.md 4.1), mg: as much every day is a rhythm that was misread. */
const TABLET_OF_A_WEEK: Readonly<Record<string, number>> = { alendronate: 35, risedronate: 35, ibandronate: 150 };

/** What is taken of a drug a day, unless that is what a week has. */
export function doseOf(entry: Entry): { mg: number | null; asNeeded: boolean } {
  const said = saidDose(entry);
  const most = TABLET_OF_A_WEEK[entry.drug.ingredient] ?? Number.POSITIVE_INFINITY;
  return said.mg !== null && said.mg >= most ? { ...said, mg: null } : said;
}

/** Average milligrams a day of an entry, null when product and instructions do not settle it. */
function saidDose(entry: Entry): { mg: number | null; asNeeded: boolean } {
  if (entry.changing) return { mg: null, asNeeded: false };
  // "0.01% cream, 1 g": a gram of the cream is none of the drug
  if (/\d ?%/.test(entry.product)) return { mg: null, asNeeded: instructionsOf(entry.sig || entry.inline).asNeeded };
  // "Amlodipine 10 mg daily, prednisone 5 mg": an amount before the name is another drug's; two tablets are two orders
  const before = foldText(entry.nameText).slice(0, entry.drug.index);
  const tablets = new Set(foldText(`${entry.product} ${entry.inline}`).match(/\d+(?:\.\d+)? ?m?c?g (?=tab|cap)/g));
  // "0.5 mg/kg", "5 mg + 1 mg"
  const unfinished = /^\W*(?:kg|m2)\b|^(?:\+|&|and\b|plus\b)/.test(foldText(entry.inline));
  if (/\d ?m?c?g\b/.test(before) || tablets.size > 1 || unfinished) return { mg: null, asNeeded: false };
  const strength = strengthOf(entry.product);
  const read = (text: string) => {
    const instructions = instructionsOf(text);
    return { mg: dailyMg(instructions, strength), asNeeded: instructions.asNeeded };
  };
  const sig = entry.sig.replace(PRODUCT_FIRST, (whole) =>
    strength.mgPerUnit !== null && strengthOf(whole).mgPerUnit === strength.mgPerUnit ? "" : whole,
  );
  if (sig !== "") {
    // Instructions in a cell of their own must say how much; the product's strength alone does not.
    const inSig = readInstructions(sig);
    const inTablets =
      (inSig.schedule ?? []).length > 0 && inSig.schedule?.every(({ units, mg }) => units === 1 && mg === null);
    // "Fosamax | 70 mg | Take 1 tablet": what one tablet holds stands in the column of doses
    if (inTablets && strength.mgPerUnit === null && strength.mgPerMl === null && ONE_MASS.test(entry.dose))
      return { mg: dailyMg(inSig, strengthOf(entry.dose)), asNeeded: false };
    const said = (inSig.schedule ?? []).some(
      (part) => part.units !== null || part.mg !== null || part.ml !== null || part.counted,
    );
    if (said || inSig.asNeeded || entry.dose === "") {
      const whole = read(sig);
      return said || whole.asNeeded ? whole : { mg: null, asNeeded: whole.asNeeded };
    }
    // "4" beside "weekly": tablets of the pack
    const rare = (inSig.schedule ?? []).some(({ timesPerDay }) => timesPerDay !== null && timesPerDay < 1);
    if (rare && /^\d+(?:\.\d+)?$/.test(entry.dose) && Number(entry.dose) > 1) return { mg: null, asNeeded: false };
    // "5" of a tablet of 5 mg: five tablets, or one?
    if (
      /^\d+(?:\.\d+)?$/.test(entry.dose) &&
      (/^2\.5$|^[5-9]|\d\d/.test(entry.dose) || Number(entry.dose) === strength.mgPerUnit)
    )
      return { mg: null, asNeeded: false };
    return hasAmount(entry.dose) ? read(`${entry.dose} ${sig}`) : { mg: null, asNeeded: false };
  }
  return entry.inline === "" ? { mg: null, asNeeded: false } : read(entry.inline);
}
