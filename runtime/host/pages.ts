import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));

/** Each page is a folder with an `index.html`; its build is served by the folder that owns it. */
const pages = {
  counter: "runtime/screen/page",
  bench: "simulator/bench/page",
  workbench: "sync/backend/workbench/page",
} as const;

const outputFolder = join(top, "build/pages");
const stamp = join(outputFolder, ".stamp");

function newestChange(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
    .reduce((newest, time) => Math.max(newest, time), 0);
}

function isFresh(roots: readonly string[]): boolean {
  if (!existsSync(stamp)) return false;
  const sources = [...roots, join(top, "state")];
  return sources.every((folder) => newestChange(folder) < statSync(stamp).mtimeMs);
}

/**
 * Builds the browser pages into `build/pages/` unless they are newer than their sources. An
 * installed package has no sources: its pages come built.
 */
export async function buildPages(): Promise<void> {
  const present = Object.entries(pages).filter(([, root]) => existsSync(join(top, root)));
  if (present.length === 0) return;
  if (isFresh(present.map(([, root]) => join(top, root)))) return;
  const { build } = await import("vite");
  rmSync(outputFolder, { recursive: true, force: true });
  for (const [name, root] of present) {
    await build({
      configFile: false,
      root: join(top, root),
      base: "./",
      logLevel: "warn",
      oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
      build: {
        outDir: join(outputFolder, name),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1000,
      },
    });
  }
  writeFileSync(stamp, "");
}
