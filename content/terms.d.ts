/** Made at build time from src/terminology/terms.ts: for each kind its terms, joined by "|". */
declare module "virtual:osteon-terms" {
  const terms: Record<string, string>;
  export default terms;
}
