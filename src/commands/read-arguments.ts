export interface ReadArguments {
  targets: string[];
  /** Selectors to click before reading, in order. */
  clicks: string[];
  /** Milliseconds of quiet to wait for. */
  settle: number;
}

export const USAGE = "usage: npm run --silent read -- TARGET... [--click SELECTOR]... [--settle MS] [--all-frames]";

/** What the command line asks for; null when it cannot be used. */
export function parseReadArguments(argv: readonly string[]): ReadArguments | null {
  const parsed: ReadArguments = { targets: [], clicks: [], settle: 300 };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name, inline] = argument.startsWith("--") ? split(argument) : [argument, undefined];
    if (name === "--all-frames" && inline === undefined) continue;
    if (name === "--click" || name === "--settle") {
      const value = inline ?? rest.shift();
      if (value === undefined || value === "") return null;
      if (name === "--click") parsed.clicks.push(value);
      else if (/^\d{1,6}$/.test(value)) parsed.settle = Number(value);
      else return null;
    } else if (argument.startsWith("-")) return null;
    else parsed.targets.push(argument);
  }
  return parsed.targets.length > 0 ? parsed : null;
}

/** `--name=value` in its two parts. */
function split(argument: string): [string, string | undefined] {
  const at = argument.indexOf("=");
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}
