import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { sharedFolder } from "#test/support/folder.ts";

/** `guitai sim` as somebody at a prompt meets it. */
const guitai = fileURLToPath(new URL("guitai.mjs", import.meta.url));
const folder = sharedFolder();
const running: ChildProcess[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) await end(child, "SIGTERM");
});

function start(...options: readonly string[]) {
  const child = spawn(process.execPath, [guitai, "sim", ...options], { cwd: folder });
  running.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  return { child, said };
}

async function end(child: ChildProcess, signal: "SIGINT" | "SIGTERM" | "SIGKILL") {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

it("says where everything is, prints for a shell, and ends on Ctrl-C with 0", async () => {
  const { child, said } = start("--port", "0", "--printer-tcp", "0");
  await vi.waitFor(() => expect(said.out).toContain("Ctrl-C"), 60_000);
  const url = /Bench\s+(\S+)/.exec(said.out)?.[1] ?? "";
  const tcp = /\(TCP\)\s+127\.0\.0\.1:(\d+)/.exec(said.out)?.[1] ?? "";

  const printed = async () => {
    const receipts = await (await fetch(`${url}api/receipts`)).json();
    return receipts.map(({ text }: { text: string }) => text.split("\n")[0]);
  };

  execFileSync("bash", ["-c", /printf .*/.exec(said.out)?.[0] ?? "false"]);
  await vi.waitFor(async () => expect(await printed()).toEqual(["Hello"]), 10_000);
  execFileSync("bash", ["-c", `printf 'World\\n\\035VB\\140' > /dev/tcp/127.0.0.1/${tcp}`]);
  await vi.waitFor(async () => expect(await printed()).toEqual(["Hello", "World"]), 10_000);

  expect(await end(child, "SIGINT")).toBe(0);
  expect(existsSync(join(folder, "counter/printer"))).toBe(false);
});

it("says the same in JSON, and its simulator does not outlive it", async () => {
  const { child, said } = start("--port", "0", "--json", "--data", "here");
  await vi.waitFor(() => expect(said.out).toContain("\n"), 60_000);
  const { url, printer, scanner } = JSON.parse(said.out);

  expect([printer, scanner]).toEqual([join(folder, "here/printer"), join(folder, "here/scanner")]);
  await end(child, "SIGTERM");

  await vi.waitFor(() => expect(fetch(`${url}api/state`)).rejects.toThrow(), 10_000);
});

it("plays a scenario against somebody's software, and its exit code is the verdict", async () => {
  const file = join(folder, "mine.scenario");
  writeFileSync(file, 'on 1 lines printed open cover\nexpect paper contains "Hello"\n');
  const play = ["--port", "0", "--scenario", file, "--exit", "--data", "played"];
  const { child, said } = start(...play);
  await vi.waitFor(() => expect(said.out).toContain("Ctrl-C"), 60_000);

  execFileSync("bash", ["-c", /printf .*/.exec(said.out)?.[0] ?? "false"]);
  const [code] = await once(child, "exit");

  expect(said.out).toContain("mine.scenario 通过 passed");
  expect(code).toBe(0);
});

it("tells a failed scenario by file and line, with 3", async () => {
  const file = join(folder, "hopeless.scenario");
  writeFileSync(file, "# nobody prints\nwithin 200ms expect 1 receipts\n");
  const { child, said } = start("--port", "0", "--scenario", file, "--exit", "--data", "failed");

  const [code] = await once(child, "exit");

  expect(said.out).toContain("FAILED  hopeless.scenario:2: within 200ms expect 1 receipts");
  expect(code).toBe(3);
});

it.each([
  ["a scenario that is not there", ["--port", "0", "--scenario", "none"], "none", 1],
  ["an option nobody knows", ["--colour"], "--colour", 2],
  ["a port that is none", ["--port", "70000"], "70000", 2],
  ["a rack that is not there", ["--port", "0", "--rack", "none.json"], "none.json", 1],
  ["a printer that is not there", ["--port", "0", "--printer", "none.json"], "none.json", 1],
] as const)("%s is said and is its exit code", async (_name, options, said, code) => {
  const { child, said: heard } = start(...options);
  const [exitCode] = await once(child, "exit");

  expect(heard.err).toContain(said);
  expect(exitCode).toBe(code);
});
