import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPages } from "#runtime/host/pages.ts";
import { packedManifest } from "./manifest.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(top, "build/package");

/** Copied as they are, from the top of the project. */
const copied: readonly string[] = [
  ...["LICENSE", "runtime/cli/guitai.mjs", "simulator/DESIGN.md"],
  ...["docs/simulator.md", "docs/usbip.md", "docs/printers", "docs/scenarios"],
  ...["build/pages/bench", "build/pages/counter", "build/pages/workbench"],
];

/** Whose work the built pages hold. */
const inPages: readonly string[] = ["preact", "@fontsource-variable/noto-sans-sc"];

/**
 * Writes `build/guitai-VERSION.tgz`, which another project can install, and answers its path.
 *
 * @throws what the compiler, the page builder or npm says is wrong
 */
export async function pack(): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  await buildPages();
  const compiler = join(top, "node_modules/typescript/bin/tsc");
  const project = fileURLToPath(new URL("tsconfig.emit.json", import.meta.url));
  execFileSync(process.execPath, [compiler, "-p", project], { stdio: "inherit" });
  for (const path of copied) cpSync(join(top, path), join(folder, path), { recursive: true });
  for (const name of inPages) {
    const license = join(top, "node_modules", name, "LICENSE");
    cpSync(license, join(folder, "build/pages", `LICENSE-${name.replace(/^.*\//, "")}`));
  }
  const manifest = packedManifest(JSON.parse(readFileSync(join(top, "package.json"), "utf8")));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const options = ["--json", "--pack-destination", dirname(folder)];
  const said = execFileSync("npm", ["pack", ...options], { cwd: folder, encoding: "utf8" });
  return join(dirname(folder), JSON.parse(said)[0].filename);
}
