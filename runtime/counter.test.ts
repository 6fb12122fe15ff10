import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { countOf } from "#test/support/ledger-file.ts";
import { Counter } from "./counter.ts";
import { systemClock } from "./host/clock.ts";
import { fileIn } from "./host/files.ts";
import { openIdentity } from "./host/identity.ts";
import { TerminalLoop } from "./terminal.ts";

/** A terminal that died while its scanner worked. */
async function diedSelling(): Promise<string> {
  const folder = freshFolder();
  const loop = new TerminalLoop({
    file: fileIn(folder, "ledger.db"),
    thumbprint: openIdentity(fileIn(folder, "identity.pem")).thumbprint,
    clock: systemClock,
    freshId: () => "id",
    onFailure: (error) => {
      throw error;
    },
  });
  await loop.step({ type: "deviceHealth", device: "scanner", health: "ready", reason: "" });
  await loop.close();
  return folder;
}

/** A port where somebody else listens. */
async function takenPort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test("what the last process knew of its devices is forgotten before a screen can ask", async () => {
  const data = await diedSelling();
  const counter = new Counter({
    ...{ data, port: await takenPort(), backend: new URL("http://127.0.0.1:9/") },
    devices: { scanner: null, printer: null, display: null, drawer: null, scale: null },
    ...{ drawerBeepAfter: null, hostname: "till" },
    log: { info: () => {}, error: () => {} },
    onFailure: (error) => {
      throw error;
    },
  });
  onTestFinished(() => counter.close());

  await expect(counter.open()).rejects.toThrow();

  expect(countOf(fileIn(data, "ledger.db"), "device.lost")).toBe(1);
});
