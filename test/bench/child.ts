import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const limitMs = 60_000;

/**
 * Runs a program of this folder in a process of its own, so that no contestant inherits another's
 * compiled code, memory or open files.
 *
 * @returns what it printed, parsed as JSON
 */
export async function runChild<Result>(file: string, options: readonly string[]): Promise<Result> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await execute(process.execPath, [path, ...options], { timeout: limitMs });
  return JSON.parse(stdout) as Result;
}
