import fc from "fast-check";
import { vi } from "vitest";

// A random test that fails prints its seed; this replays it: FC_SEED=… npx vitest run …
// FC_RUNS=2000 looks harder than a commit has time for.
const { FC_SEED, FC_RUNS } = process.env;
fc.configureGlobal({
  ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }),
  ...(FC_RUNS === undefined ? {} : { numRuns: Number(FC_RUNS) }),
});

/** What a run may take, on a machine that does other things besides. */
const MS_A_RUN = 100;
if (FC_RUNS !== undefined) vi.setConfig({ testTimeout: 5000 + MS_A_RUN * Number(FC_RUNS) });
