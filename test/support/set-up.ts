import fc from "fast-check";

// A random test that fails prints its seed; this replays it: FC_SEED=… npx vitest run …
// FC_RUNS=2000 looks harder than a commit has time for.
const { FC_SEED, FC_RUNS } = process.env;
fc.configureGlobal({
  ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }),
  ...(FC_RUNS === undefined ? {} : { numRuns: Number(FC_RUNS) }),
});
