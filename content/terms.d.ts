/** Made at build time from src/terminology: names of tests and drugs, list titles, words about the patient, other terms; each front-coded. */
declare module "virtual:osteon-terms" {
  const terms: string[];
  export default terms;
}
