/** Tests of the built page, `dist/`, in real browsers. `cargo xtask test` builds it and names the browsers. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  cacheDir: "../../node_modules/.vite",
  test: {
    include: ["**/*.spec.ts"],
    globalSetup: "./server.ts",
    // One browser at a time: budgets are measured here, and CI has two cores.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // An answer may take its time where two cores have more to do.
    expect: { poll: { timeout: 5_000 } },
  },
});
