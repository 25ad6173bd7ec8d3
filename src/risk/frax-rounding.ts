/** A printed percentage stands for everything that rounds to it: one decimal below 10, whole numbers from 10 (RISK.md 1). */
const WHOLE_FROM = 10;

/** What a printed 10-year probability may have been before it was rounded, in percent; its upper end is not reached. */
export function beforeRounding(printed: number): { low: number; high: number } {
  const whole = printed >= WHOLE_FROM && Number.isInteger(printed);
  const half = whole ? 0.5 : 0.05;
  return { low: Math.max(0, printed - half), high: printed + half };
}
