/**
 * Lumbar-spine offset (Leslie 2011): MOF rises or falls by a tenth for each rounded T-score step between spine and
 * femoral neck (RISK.md 1.5). MOF only; shown as a note, never used for a threshold.
 */
export function lumbarOffsetMof(mof: number, femoralNeckT: number, lumbarT: number): number {
  const difference = femoralNeckT - lumbarT;
  // Halves away from zero: Math.round alone would count a better spine for less than a worse one.
  const steps = Math.sign(difference) * Math.round(Math.abs(difference) + 1e-9);
  return mof * (1 + steps / 10);
}
