import { defineConfig } from "vitest/config";

/** Only the pure rooms: what mutation testing changes, and the tests that hold it. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/{rules,risk,chart,terminology}/**/*.test.ts"],
    // Random inputs make a mutant's fate random too.
    exclude: ["test/rules/properties.test.ts"],
  },
});
