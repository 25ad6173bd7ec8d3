/** A printed percentage stands for everything that rounds to it: one decimal below 10, whole numbers from 10 (RISK.md 1), more where more are printed. */
const WHOLE_FROM = 10;

/** What a printed 10-year probability may have been before it was rounded, in percent; its upper end is not reached. */
export function beforeRounding(printed: number): { low: number; high: number } {
  const least = printed >= WHOLE_FROM ? 0 : 1;
  const decimals = (String(printed).split(".")[1] ?? "").length;
  const half = 0.5 / 10 ** Math.max(least, decimals);
  return { low: Math.max(0, printed - half), high: printed + half };
}
