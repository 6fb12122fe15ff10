import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Manifest } from "./manifest.ts";

/** The checkout. */
export const top = fileURLToPath(new URL("../..", import.meta.url));

/** What a program says on standard output; throws when it fails, with all that it said. */
export async function run(folder: string, program: string, ...args: readonly string[]) {
  try {
    return (await promisify(execFile)(program, args, { cwd: folder })).stdout;
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`, { cause });
  }
}

/**
 * Makes `folder` another project that has installed the tarball, without a network: the package
 * unpacked, and beside it the packages that it names, and no others, linked from the checkout.
 */
export async function install(tarball: string, folder: string): Promise<Manifest> {
  const place = join(folder, "node_modules/guitai");
  mkdirSync(place, { recursive: true });
  await run(folder, "tar", "-xzf", tarball, "-C", place, "--strip-components=1");
  const manifest: Manifest = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  const engine = `node-${process.platform}-${process.arch}`;
  for (const name of [...Object.keys(manifest.dependencies), engine, "@types/node"]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(top, "node_modules", name), link);
  }
  mkdirSync(join(folder, "node_modules/.bin"));
  for (const [name, file] of Object.entries(manifest.bin)) {
    symlinkSync(join("../guitai", file), join(folder, "node_modules/.bin", name));
  }
  return manifest;
}

/** Judges TypeScript files with these options; throws with the compiler's words. */
export function judgeTypes(folder: string, config: string): Promise<string> {
  const compiler = join(top, "node_modules/typescript/bin/tsc");
  return run(folder, process.execPath, compiler, "-p", config);
}
