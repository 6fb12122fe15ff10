import { defineConfig } from "vitest/config";

/** `unit` runs before each commit; `whole` is all that needs processes, a browser or a database. */
export default defineConfig({
  test: {
    // All processors: by default one is left idle, which is half of a small machine.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["{drivers,runtime,simulator,state,sync,test}/**/*.test.ts"],
          exclude: ["**/*.whole.test.ts", "**/node_modules/**"],
          setupFiles: ["test/support/set-up.ts"],
          // Unit tests share nothing they change; a world of its own for each file costs seconds.
          isolate: false,
        },
      },
      {
        test: {
          name: "whole",
          include: ["{drivers,runtime,simulator,state,sync,test}/**/*.whole.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
