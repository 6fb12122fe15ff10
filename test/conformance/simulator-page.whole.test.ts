import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sharedFolder } from "#test/support/folder.ts";
import { exampleWith } from "#test/support/page-examples.ts";

/** The examples of `docs/simulator.md`, run as they stand there, but for the two port numbers. */
const top = fileURLToPath(new URL("../..", import.meta.url));
const folder = sharedFolder();
const page = readFileSync(join(top, "docs/simulator.md"), "utf8");
let simulator: ChildProcess;
let ports: { readonly api: string; readonly printer: string };

beforeAll(async () => {
  const options = ["--json", "--port", "0", "--printer-tcp", "0"];
  simulator = spawn(process.execPath, [join(top, "runtime/cli/guitai.mjs"), "sim", ...options], {
    cwd: folder,
  });
  if (simulator.stdout === null) throw new Error("no standard output");
  const [line] = await once(simulator.stdout, "data");
  const { url, printerTcp } = JSON.parse(String(line));
  ports = { api: new URL(url).port, printer: String(printerTcp) };
});

afterAll(async () => {
  const ended = once(simulator, "exit");
  simulator.kill("SIGTERM");
  await ended;
});

/** The block of a language that holds these words. */
function block(language: string, words: string): string {
  const found = exampleWith("docs/simulator.md", language, words);
  return found.replaceAll("8472", ports.api).replaceAll("9100", ports.printer);
}

const run = async (program: string, ...args: readonly string[]) =>
  (await promisify(execFile)(program, args, { cwd: folder })).stdout;

test("a shell prints and reads the paper", async () => {
  expect(await run("bash", "-c", block("bash", "/dev/tcp"))).toContain("柜台\n");
  expect(readFileSync(join(folder, "receipt.svg"), "utf8")).toContain("<svg");
});

test("a shell is the person at the counter, and spoils the line", async () => {
  const acted = await run("bash", "-c", block("bash", "post() {"));
  const spoiled = await run("bash", "-c", block("bash", "line() {"));

  const onUsb = await run("bash", "-c", block("bash", "usb() {"));
  expect(onUsb.trim().split("\n")).toHaveLength(
    block("bash", "usb() {").match(/^usb /gm)?.length ?? 0,
  );
  expect(onUsb).not.toContain(" 4");
  // One answer for each request that the page shows.
  expect(acted.trim().split("\n")).toHaveLength(
    block("bash", "post() {").match(/^post /gm)?.length ?? 0,
  );
  expect(spoiled.trim().split("\n")).toHaveLength(
    block("bash", "line() {").match(/^line /gm)?.length ?? 0,
  );
  for (const line of [...acted.trim().split("\n"), ...spoiled.trim().split("\n")]) {
    expect(line).toMatch(/ 200$/);
  }
});

test("Python prints, and hears what happens to the printer", async () => {
  // The brown-out of the example before must be over.
  await vi.waitFor(async () => {
    const state = await (await fetch(`http://127.0.0.1:${ports.api}/api/state`)).json();
    expect(state.lines.printer.hasPower).toBe(true);
  }, 10_000);
  writeFileSync(join(folder, "example.py"), block("python", "import json"));

  expect(await run("python3", "example.py")).toBe(
    "ready: 10 00 00 00\ncover open: 38 00 00 00\nclosed: 10 00 00 00\nprinted: 00\nopenings: 1\n",
  );
});

test("Python reads a scan on the scanner's serial line", async () => {
  writeFileSync(join(folder, "scan.py"), block("python", "termios"));

  expect(await run("python3", "scan.py")).toBe("scan: b']E06901234567892\\r'\n");
});

test("a shell writes on the display, and reads how it is lit", async () => {
  const { shown } = JSON.parse(await run("bash", "-c", block("bash", "counter/display")));

  expect(shown).toMatchObject({ brightness: 2, rows: ["TOTAL 12.50".padEnd(20), " ".repeat(20)] });
});

test("every option of the program stands on the page", async () => {
  const help = await run(process.execPath, join(top, "runtime/cli/guitai.mjs"), "sim", "--help");

  const options = [...help.matchAll(/^ +(?:-h, )?(--[a-z-]+)/gm)].map(([, option]) => option);
  expect(options).toContain("--usbip");
  for (const option of options) expect(page).toContain(`\`${option}`);
});

test("JavaScript acts and hears on the WebSocket", async () => {
  writeFileSync(join(folder, "example.mjs"), block("js", "new WebSocket"));

  expect(await run(process.execPath, "example.mjs")).toMatch(/scans: \d+\n(.*\n)*answer 1 true\n/);
});
