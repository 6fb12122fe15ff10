import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { randomKey } from "./random.ts";

/** A folder that only its owner may look into. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** The path of a file in a folder. */
export const fileIn = (folder: string, name: string): string => join(folder, name);

/** A new file's name is durable only once its folder is. */
export function syncFolderOf(file: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(dirname(file), "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** The key of a page, kept so that a browser that was let in once stays in. */
export function pageKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomKey(), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
