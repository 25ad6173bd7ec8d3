import { readFile } from "node:fs/promises";
import { caseToChart } from "../chart/case";
import { type Answer, toAnswer } from "../export/answer";
import { assess } from "../rules";
import { defaultPolicy } from "../rules/policy";

interface Failure {
  target: string;
  error: string;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function answerCase(entry: unknown, target: string): Answer | Failure {
  try {
    const { id, input } = (entry ?? {}) as { id?: unknown; input?: unknown };
    const { chart, asOf, rejected } = caseToChart(input);
    for (const { path, reason: why } of rejected) console.error(`${target}: ${path}: ${why}`);
    return toAnswer(String(id ?? target), assess(chart, defaultPolicy, asOf));
  } catch (error) {
    return { target, error: reason(error) };
  }
}

async function answerFile(file: string): Promise<(Answer | Failure)[]> {
  try {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    if (!Array.isArray(content)) return [answerCase(content, file)];
    return content.map((entry, i) => answerCase(entry, `${file}[${i}]`));
  } catch (error) {
    return [{ target: file, error: reason(error) }];
  }
}

/** `npm run assess -- FILE...`: one JSON line a case; 0 all answered, 1 some not, 2 unusable arguments. */
export async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0 || files.some((file) => file.startsWith("-"))) {
    console.error("usage: npm run --silent assess -- FILE...");
    return 2;
  }
  let failed = false;
  for (const file of files) {
    for (const answer of await answerFile(file)) {
      failed ||= "error" in answer;
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
  }
  return failed ? 1 : 0;
}
