import { readFileSync } from "node:fs";
import { caseToChart } from "../chart/case";
import { type Coverage, clauseCoverage, ruleCoverage } from "../rules/coverage";
import { defaultPolicy } from "../rules/policy";
import { Reader } from "../rules/reader";
import { ruleTable } from "../rules/table";

const USAGE = "usage: npm run --silent rules -- --table | --coverage FILE...";

/** How often each rule, and each clause of rules, was true, false and unknown over the cases of these files. */
function coverage(files: readonly string[]): string {
  const cases = files.flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as { input: unknown }[]);
  const readers = cases.map(({ input }) => {
    const { chart, asOf } = caseToChart(input);
    return Reader.over(chart, defaultPolicy, asOf);
  });
  const table = (what: string, rows: readonly Coverage[]) => [
    `| ${what} | true | false | unknown |`,
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.name} | ${row.true} | ${row.false} | ${row.unknown} |`),
    "",
  ];
  return [...table("rule", ruleCoverage(readers)), ...table("clause", clauseCoverage(readers))].join("\n");
}

/** `npm run rules -- --table`: every rule with its source sentence and review status, as a Markdown table. */
export async function main(args: readonly string[]): Promise<number> {
  const [what, ...files] = args;
  if ((what === undefined || what === "--table") && files.length === 0) process.stdout.write(ruleTable());
  else if (what === "--coverage" && files.length > 0) process.stdout.write(coverage(files));
  else {
    console.error(USAGE);
    return 2;
  }
  return 0;
}
