import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSource, type Source } from "./source.ts";

const top = fileURLToPath(new URL("../../..", import.meta.url));
/** Written by machines, read by machines. */
const lockFile = /(?:^|\/)package-lock\.json$/;

/**
 * Every file that git tracks or would track, read and parsed once. What is no text, or no text of
 * ours, is there by name only, so that a link to it leads somewhere.
 */
export function readHouse(): Source[] {
  const git = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const listed = execFileSync("git", git, { cwd: top, encoding: "utf8" }).split("\0");
  return [...new Set(listed)]
    .filter((path) => path !== "" && existsSync(join(top, path)))
    .map((path) => parseSource(path, textOf(path)));
}

function textOf(path: string): string {
  const text = lockFile.test(path) ? "" : readFileSync(join(top, path), "utf8");
  return text.includes("\0") ? "" : text;
}
