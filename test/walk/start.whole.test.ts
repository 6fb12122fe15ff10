import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { CounterClient } from "#runtime/cli/counter-client.ts";
import { sharedFolder } from "#test/support/folder.ts";
import { threeFreePorts } from "#test/support/open-shop.ts";
import { untilSale } from "#test/support/views.ts";

/** `npm start` as somebody at a prompt meets it. */
const top = fileURLToPath(new URL("../..", import.meta.url));
const folder = sharedFolder();
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) await interrupt(child);
});

async function start(port: number, ...more: string[]) {
  const options = ["--data", folder, "--port", String(port), ...more];
  const child = spawn(process.execPath, [`${top}runtime/cli/guitai.mjs`, "start", ...options]);
  running.add(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Ctrl-C")) resolve();
    });
    child.once("exit", () => reject(new Error(`it ended: ${said}`)));
  });
  return { child, said };
}

async function interrupt(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
}

const counterOf = (said: string) => /http:\S+\/enter\?key=\S+/.exec(said)?.[0] ?? "";

it("prints two addresses and a PIN, sells, and keeps the basket over Ctrl-C", async () => {
  const port = await threeFreePorts();
  const first = await start(port);
  expect(first.said).toMatch(/Counter\s+http:\/\/127\.0\.0\.1:\d+\/enter\?key=/);
  expect(first.said).toMatch(/Bench\s+http:\/\/127\.0\.0\.1:\d+\//);
  expect(first.said).toMatch(/Cashier\s+1001 李四\s+PIN 270614/);
  expect(first.said).not.toContain("Workbench");
  const counter = await CounterClient.enter(counterOf(first.said), 30_000);
  await counter.ask({ type: "signIn", staffNo: "1001", pin: "270614" });
  await counter.ask({ type: "keyCode", code: "6901234567892" });
  await untilSale(counter, ({ pieces }) => pieces === 1);
  counter.close();
  await interrupt(first.child);

  const second = await start(port);

  expect(counterOf(second.said)).toBe(counterOf(first.said));
  const again = await CounterClient.enter(counterOf(second.said), 30_000);
  const view = await untilSale(again, ({ phase }) => phase === "items");
  expect(view.life).toMatchObject({ sale: { lines: [{ code: "6901234567892" }] } });
  again.close();
  await interrupt(second.child);
});

it("says what to do when another program has its port", async () => {
  const port = await threeFreePorts();
  const first = await start(port);

  const second = start(port, "--fresh");

  await expect(second).rejects.toThrow(/port-taken/);
  await interrupt(first.child);
});

it("begins with an unknown terminal when asked, and names the workbench", async () => {
  const { child, said } = await start(await threeFreePorts(), "--fresh");

  expect(said).toMatch(/Workbench\s+http:\/\/127\.0\.0\.1:\d+\/workbench\//);
  expect(said).toMatch(/Administrator\s+9001\s+PIN \d{6}/);
  const counter = await CounterClient.enter(counterOf(said), 30_000);
  const view = await counter.until(({ life }) => life.stage === "awaiting-approval");
  expect(view.life).toMatchObject({ userCode: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/) });
  counter.close();
  await interrupt(child);
});
