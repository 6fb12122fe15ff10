import fc from "fast-check";

// A random test that fails prints its seed; this replays it: FC_SEED=… npx vitest run …
const seed = process.env.FC_SEED;
fc.configureGlobal(seed === undefined ? {} : { seed: Number(seed) });
