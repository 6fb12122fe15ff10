#!/usr/bin/env node
// Starts the command on the pinned engine, whatever Node the host has. Plain JavaScript, because
// an old host must still be able to read it.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const engine = pinnedEngine() ?? process.execPath;

if (engine === process.execPath && Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `guitai needs Node 24; this is ${process.version}, and no pinned engine is installed.\n` +
      "Run `npm ci` in the project folder; where no engine is packaged, install Node 24.",
  );
  process.exit(1);
}

const child = spawn(engine, [resolve("#runtime/cli/main.ts"), ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, NODE_COMPILE_CACHE: `${top}build/compile-cache` },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 130));

/** Beside the package, or above it where npm has put it among another project's. */
function pinnedEngine() {
  try {
    const folder = dirname(resolve(`node-${process.platform}-${process.arch}/package.json`));
    return join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    return null;
  }
}
