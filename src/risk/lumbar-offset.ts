/**
 * Lumbar-spine offset (Leslie 2011): MOF rises or falls by a tenth for each rounded T-score step between spine and
 * femoral neck (RISK.md 1.5). MOF only; shown as a note, never used for a threshold.
 */
export function lumbarOffsetMof(mof: number, femoralNeckT: number, lumbarT: number): number {
  const steps = Math.round(femoralNeckT - lumbarT + 1e-9);
  return mof * (1 + steps / 10);
}
