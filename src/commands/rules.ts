import { ruleTable } from "../rules/table";

/** `npm run rules -- --table`: every rule with its source sentence and review status, as a Markdown table. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== "--table")) {
    console.error("usage: npm run --silent rules -- --table");
    return 2;
  }
  process.stdout.write(ruleTable());
  return 0;
}
