import { defineConfig } from "vitest/config";

/** A room is held by its own tests; terminology also by those of the chart, its nearest reader. */
const TESTS: Record<string, string> = { terminology: "{terminology,chart}" };

const room = process.env.OSTEON_MUTATED_ROOM ?? "{rules,risk,chart,terminology}";

/** Only the pure rooms: what mutation testing changes, and the tests that hold it. */
export default defineConfig({
  test: {
    environment: "node",
    include: [`test/${TESTS[room] ?? room}/**/*.test.ts`],
    // Random inputs make a mutant's fate random too.
    exclude: ["test/rules/properties.test.ts"],
  },
});
