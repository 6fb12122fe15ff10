import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureDurable } from "./durable.ts";
import { randomFrom } from "./harness.ts";
import { describeMachine, showMachine } from "./machine.ts";
import type { Match, Measured } from "./match.ts";
import { installCommand, peerNames, whyMissing } from "./peers.ts";
import { measureReceipt } from "./receipt.ts";
import { measureScan } from "./scan.ts";

const usage = `node test/bench/main.ts [durable|receipt|scan] [--rounds N] [--seed N] [--json]`;

const comparisons = {
  durable: measureDurable,
  receipt: measureReceipt,
  scan: measureScan,
} as const;
type Comparison = keyof typeof comparisons;

interface Wish {
  readonly which: readonly Comparison[];
  readonly rounds: number;
  readonly seed: number;
  readonly isJson: boolean;
}

/** @throws Error for what is no wish */
function readWish(words: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "5" },
      seed: { type: "string", default: String(Date.now() % 2 ** 32) },
      json: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  const seed = Number(values.seed);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number");
  if (!Number.isInteger(seed) || seed < 0) throw new Error("--seed takes a whole number");
  return { which: readNames(positionals), rounds, seed, isJson: values.json };
}

function readNames(names: readonly string[]): Comparison[] {
  if (names.length === 0) return ["durable", "receipt", "scan"];
  return names.map((name) => {
    if (name === "durable" || name === "receipt" || name === "scan") return name;
    throw new Error(`no such comparison: ${name}`);
  });
}

async function measure(wish: Wish): Promise<void> {
  const missing = peerNames.flatMap((name) => {
    const why = whyMissing(name);
    return why === null ? [] : [{ name, why }];
  });
  const peers = peerNames.filter((name) => missing.every((each) => each.name !== name));
  const leftOut = missing.map(
    ({ name, why }) => `${name}: left out, it could not be installed: ${why}`,
  );
  const say = (what: string) => process.stderr.write(wish.isJson ? "" : `${what}\n`);
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  process.once("SIGINT", () => {
    forget();
    process.exit(130);
  });
  try {
    const machine = describeMachine(folder, peers);
    if (!wish.isJson)
      console.log([showMachine(machine), `seed ${wish.seed}`, ...leftOut].join("\n"));
    const match: Match = { ...wish, folder, peers, say, random: randomFrom(wish.seed) };
    const measured: Measured[] = [];
    for (const which of wish.which) {
      const done = await comparisons[which](match);
      measured.push(done);
      if (!wish.isJson) console.log(`\n${done.title}\n\n${done.text}`);
    }
    if (wish.isJson) {
      const tables = measured.map(({ text: _, ...rest }) => rest);
      console.log(JSON.stringify({ machine, seed: wish.seed, leftOut, tables }, null, 2));
    }
  } finally {
    forget();
  }
}

/** The wish, or null when its words were wrong, which has then been said. */
function askedFor(): Wish | null {
  try {
    return readWish(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return null;
  }
}

const wish = askedFor();
const areInstalled = existsSync(fileURLToPath(new URL("./node_modules", import.meta.url)));
if (wish !== null && areInstalled) await measure(wish);
else {
  if (wish !== null) console.error(`The peers are not installed. Run: ${installCommand}`);
  process.exitCode = 1;
}
