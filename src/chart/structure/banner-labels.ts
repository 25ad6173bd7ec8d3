import type { BannerPiece } from "../snapshot";
import { hintWords, speaksOfPerson } from "./words";

const SEX = /^\W*(?:(?:fe)?male|(?:wo)?man|[fm]|weiblich|männlich|[fh]omme|mujer|hombre)\W*$/i;

/** A text that only names what follows: "DOB", "OpenMRS ID:". */
const isLabel = ({ text, label }: BannerPiece) =>
  label === null &&
  text.length < 30 &&
  (/[:#]$|^(?:full )?name$/i.test(text) || (!/[\d:]/.test(text) && !SEX.test(text) && speaksOfPerson(text)));

/** Labels that follow each other, and the texts behind them up to the next label. */
interface Run {
  labels: BannerPiece[];
  texts: BannerPiece[];
}

function runsOf(pieces: readonly BannerPiece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (isLabel(piece)) {
      if (last && last.texts.length === 0) last.labels.push(piece);
      else runs.push({ labels: [piece], texts: [] });
    } else if (last) last.texts.push(piece);
    else runs.push({ labels: [], texts: [piece] });
  }
  return runs;
}

/** "Name | DOB | Sex" over "Orr, Mila | 04/12/1951 | F": as many texts of one block as labels before them. */
function isBelow({ labels, texts }: Run): boolean {
  const [head, first] = [labels[0]?.block, texts[0]?.block];
  if (labels.length < 2 || head === undefined || first === undefined || first - head > 1) return false;
  return (
    labels.every(({ block }) => block === head) && texts.filter(({ block }) => block === first).length === labels.length
  );
}

/** Gives pieces of a banner the label that stands before or above them. */
export function labelled(pieces: readonly BannerPiece[]): BannerPiece[] {
  return runsOf(pieces).flatMap((run) => {
    const { labels, texts } = run;
    const below = isBelow(run);
    const before = labels.at(-1);
    return texts.map((piece, i) => {
      const over = below ? labels[i] : i === 0 && before?.block === piece.block ? before : undefined;
      const named = over?.text.replace(/[\s:]+$/, "") ?? null;
      return { ...piece, label: piece.label ?? named, hints: hintWords(piece.hints) };
    });
  });
}
