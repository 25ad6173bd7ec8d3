import { plainWords } from "../../terminology/plain-text";
import type { BannerPiece } from "../snapshot";

const MENTION = /\b(?:mrn|mr ?#|med(?:ical)? rec(?:ord)?)(?![a-z])/gi;
/** The label stands by itself: before it a separator, a figure or the sex. "East MRN" is one of the numbers of many houses. */
const APART = /(?:^|[,;|·•()\d]|(?<![a-z])(?:[mf]|(?:fe)?male))\s*(?:patient(?:'s)? )?$/i;
const NUMBER =
  /^(?: ?(?:no|num\w*|nr)\b)?[\s.:#]*([a-z]{0,4}[- ]?\d[a-z\d-]*(?: \d{3}(?!\d))*)(?![^\s,;|·•)])(?!\s*[(/&])/i;

/** What of a number is compared: "000111", "E-111" and "111" are one. Letters and zeros before it are how it is printed. */
const comparable = (number: string): string =>
  plainWords(number)
    .replace(/ /g, "")
    .replace(/^[a-z]*0*/, "");

/**
 * The number a banner calls the medical record number, of which a patient has one. Null where the banner names none,
 * several, that of one house ("MRN (East)") or a masked one ("xxx111"). Accounts, visits and national numbers are none.
 */
export function recordNumberOf(pieces: readonly BannerPiece[]): string | null {
  const said = pieces.flatMap(({ label, text }): (string | null)[] => {
    const line = label === null ? text : `${label}: ${text}`;
    return [...line.matchAll(MENTION)].map(({ 0: mention, index }) => {
      const [, number] = NUMBER.exec(line.slice(index + mention.length)) ?? [];
      return number === undefined || /^x{2}/i.test(number) || !APART.test(line.slice(0, index))
        ? null
        : comparable(number);
    });
  });
  const [only = null] = said;
  return new Set(said).size === 1 ? only : null;
}
