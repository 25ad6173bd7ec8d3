import type { BmdSite } from "../../chart";
import { isScore, type Side, type Token } from "./tokens";

/** The place of the last of two scores that are told together: "T-score -2.4, Z-score -0.9 for …". */
function endOfPair(tokens: readonly Token[], i: number, text: string): number {
  const [score, label, other] = tokens.slice(i, i + 3);
  // "Lumbar spine T-score -2.4, Z-score -0.9 in the femoral neck": of the region before
  const named = tokens.slice(0, i).some(({ is }, at) => is === "site" && tokens[at - 1]?.is !== "number");
  if (named || !score || label?.is !== "label" || !other || !isScore(other) || label.label === tokens[i - 1]?.label)
    return i;
  const [before, between] = [text.slice(score.end, label.at), text.slice(label.end, other.at)];
  return /^[\s,;/]*(?:(?:and|with) (?:an? )?)?$/.test(before) && /^[\s:=]*(?:of |is )?$/.test(between) ? i + 2 : i;
}

/** "-1.9 in the left femoral neck", "-1.9 (total hip)", "-1.9 at the neck (left)": the region right behind a score. */
export function regionBehind(
  tokens: readonly Token[],
  first: number,
  text: string,
): { site: BmdSite | undefined; side: Side | null } | null {
  const i = endOfPair(tokens, first, text);
  const end = tokens[i]?.end ?? 0;
  const between =
    /^\s*(?:sd )?(?:\)?\s*(?:(?:is|was|seen|found|noted|measured) )*(?:in|at|of|for) (?:the )?|\(\s*)(?:(left|right) )?/.exec(
      text.slice(end),
    );
  const at = tokens[i + 1]?.is === "side" ? i + 2 : i + 1;
  const [next, after] = [tokens[at], tokens[at + 1]];
  if (!between || next?.is !== "site" || next.at - end > between[0].length + 1) return null;
  const bracketed =
    after?.is === "side" && /^ ?\(?$/.test(text.slice(next.end, after.at)) && text[after.at - 1] === "(";
  return { site: next.site, side: (between[1] as Side | undefined) ?? (bracketed ? (after.side ?? null) : null) };
}
