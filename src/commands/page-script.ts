import { build } from "vite";
import { packTerms } from "../terminology/pack-terms";
import { TERMS } from "../terminology/terms";

const NAME = "virtual:osteon-terms";

/** A script for pages as one text that imports nothing, with the terms the reader looks for in it. */
export async function pageScript(input: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [
      {
        name: "terms",
        resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
        load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(packTerms(TERMS))}` : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input, output: { format: "iife" } },
    },
  });
  const [chunk] = [result].flat().flatMap((part) => ("output" in part ? part.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${input} does not build`);
  return chunk.code;
}
