/**
 * Hardware in the loop: `npm run test:hil [-- --check | --install | --prepare]`. Boots a small
 * Linux in QEMU, gives its kernel the simulator's USB devices, and lets the real links work with
 * them. The verdict is what the guest prints on its serial console, never an exit code of QEMU.
 *
 * Exit codes: 0 passed, with `--check` could run, with `--prepare` all is fetched; 1 failed;
 * 3 cannot run on this machine.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { boot } from "./boot.ts";
import { install, kernelPackage, lacks } from "./needs.ts";
import { type SystemImage, systemImage } from "./system-image.ts";
import { Verdict } from "./verdict.ts";

const CANNOT_RUN = 3;

const repository = fileURLToPath(new URL("../..", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean" },
      install: { type: "boolean" },
      prepare: { type: "boolean" },
    },
  });
  if (values.install === true) install();
  const missing = lacks();
  for (const { what, fix } of missing) say(`hil: missing ${what}: ${fix}`);
  const kernel = kernelPackage();
  if (missing.length > 0 || kernel === null) return CANNOT_RUN;
  if (values.check === true) {
    say(`hil: can run here, with ${kernel}`);
    return 0;
  }
  const cache = join(repository, "build", "hil");
  mkdirSync(cache, { recursive: true });
  const image = imageOf(cache, kernel);
  if (image === null) return CANNOT_RUN;
  return values.prepare === true ? 0 : judge(image);
}

/** Null when a package could not be had: the machine's lack, and no fault of what is tested. */
function imageOf(cache: string, kernel: string): SystemImage | null {
  try {
    return systemImage(cache, kernel);
  } catch (error) {
    say(`hil: missing Debian packages: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function judge(image: SystemImage): Promise<number> {
  const verdict = new Verdict();
  const guest = join(repository, "test", "hil", "guest", "main.ts");
  const started = performance.now();
  await boot(image, [process.execPath, guest], (line) => {
    verdict.hear(line);
    say(line);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`hil: ${verdict.summary} in ${seconds} s`);
  return verdict.isPassed ? 0 : 1;
}

process.exitCode = await main();
