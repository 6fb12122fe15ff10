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
import { CodedError } from "#state/base/coded-error.ts";
import { randomKey } from "./random.ts";

/**
 * A folder that only its owner may look into.
 *
 * @throws CodedError `host/no-folder`
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new CodedError("host/no-folder", {
      what: `The folder ${folder} could not be made`,
      fix: "Choose another --data folder, or give the one above it to the user that runs the till.",
      cause,
    });
  }
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

const keyFile = "page-key";

/** The key of a page, kept so that a browser that was let in once stays in. */
export function pageKey(folder: string): string {
  const file = join(folder, keyFile);
  if (!existsSync(file)) writeFileSync(file, randomKey(), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

const addressFile = "screen-address";

/** Where the counter screen is, for `guitai doctor`; without the key, which has its own file. */
export function keepAddress(folder: string, address: string): void {
  writeFileSync(join(folder, addressFile), `${address}\n`, { mode: 0o600 });
}

/**
 * What a running terminal's own machine needs to ask it something.
 *
 * @returns null where no terminal was ever open, or this user may not read its files
 */
export function screenOf(folder: string): { readonly origin: string; readonly key: string } | null {
  try {
    const [origin, key] = [addressFile, keyFile].map((name) =>
      readFileSync(join(folder, name), "utf8").trim(),
    );
    return origin === undefined || key === undefined ? null : { origin, key };
  } catch {
    return null;
  }
}
