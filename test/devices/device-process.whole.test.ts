import { expect, it, vi } from "vitest";
import type { FromDevices } from "#drivers/links/message.ts";
import { forkDeviceProcess } from "#runtime/devices/device-process-host.ts";

const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000, interval: 10 });

it("answers for each link by itself, and goes when its parent lets go", async () => {
  const said: FromDevices[] = [];
  const died: string[] = [];
  const child = forkDeviceProcess({
    said: (message) => said.push(message),
    died: (reason) => died.push(reason),
  });

  for (const id of ["a", "b"]) {
    const address = { link: "serial", path: `/dev/no-such-${id}`, baudRate: 9600 } as const;
    child.send({ type: "open", id, address });
  }
  child.send({ type: "ping" });
  await until(() => {
    const answers = said.map((each) => (each.type === "pong" ? "pong" : `${each.type} ${each.id}`));
    expect(answers.toSorted()).toEqual(["closed a", "closed b", "pong"]);
  });
  expect(died).toEqual([]);

  child.disconnect();

  await until(() => expect(died).toEqual(["exit code 0"]));
});
