import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "guitai-backend-"));
const started: ChildProcess[] = [];

interface Run {
  readonly child: ChildProcess;
  /** The first line of standard output; rejects with standard error when there is none. */
  readonly ready: Promise<{ url: string; workbench: string }>;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [main, "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  started.push(child);
  let stdout = "";
  let stderr = "";
  child.stderr?.on("data", (data) => {
    stderr += data;
  });
  const ready = new Promise<{ url: string; workbench: string }>((resolve, reject) => {
    child.stdout?.on("data", (data) => {
      stdout += data;
      if (stdout.includes("\n")) resolve(JSON.parse(stdout));
    });
    child.on("close", () => reject(new Error(stderr)));
  });
  ready.catch(() => undefined);
  // Not "close": Node never emits it for a child whose channel was disconnected.
  const ended = Promise.all([
    once(child, "exit"),
    ...[child.stdout, child.stderr].map((stream) => stream && once(stream, "end")),
  ]).then(() => ({ code: child.exitCode, stdout, stderr }));
  return { child, ready, ended };
}

async function askForCode(url: string): Promise<Response> {
  return fetch(`${url}device_authorization`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "guitai-terminal",
      public_key: "A".repeat(43),
      hostname: "counter-7",
    }),
  });
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the backend's process", () => {
  const data = join(folder, "data");

  it("says in one line that it is ready, and ends cleanly when told to", async () => {
    const { child, ready, ended } = run("--data", data, "--demo");
    const { url, workbench } = await ready;
    expect(workbench).toBe(`${url}workbench/`);
    expect((await fetch(`${url}health`)).status).toBe(200);

    child.kill("SIGTERM");

    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout.trim().split("\n").length).toBe(1);
  });

  it("opens its data again after kill -9", async () => {
    const first = run("--data", data, "--demo");
    const { url } = await first.ready;
    expect((await askForCode(url)).status).toBe(200);

    first.child.kill("SIGKILL");
    await first.ended;
    const second = run("--data", data);
    const again = await second.ready;

    expect((await fetch(`${again.url}health`)).status).toBe(200);
  });

  it("ends with the process that started it", async () => {
    const { child, ready, ended } = run("--data", data);
    await ready;

    child.disconnect();

    expect((await ended).code).toBe(0);
  });

  it("refuses a folder that another backend uses", async () => {
    const first = run("--data", data);
    await first.ready;

    const { code, stdout, stderr } = await run("--data", data).ended;

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("[backend/data-in-use]");
  });

  it.each([
    ["an empty database", ["--data", join(folder, "empty")], "backend/no-merchant"],
    [
      "no database there",
      ["--database", "postgres://u:secret@127.0.0.1:1/d"],
      "backend/database-unreachable",
    ],
    ["a file for a folder", ["--data", main], "backend/data-unusable"],
  ])("%s: says what is wrong and what mends it", async (_what, args, code) => {
    const ended = await run(...args).ended;

    expect([ended.code, ended.stdout]).toEqual([1, ""]);
    expect(ended.stderr).toContain(`[${code}]`);
    expect(ended.stderr).toContain("Fix: ");
    expect(ended.stderr).not.toContain("secret");
  });

  it("a port that is taken is named", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? `${address.port}` : "";

    const ended = await run("--data", data, "--port", port).ended;

    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`Port ${port} on 127.0.0.1 is taken. [backend/port-taken]`);
    server.close();
  });
});
