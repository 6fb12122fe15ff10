import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { WoundClock } from "../bench/memory-bench.ts";
import { openTcp, type TcpOptions, type TcpPort } from "./tcp.ts";

let port: TcpPort | null = null;
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  port?.close();
});

async function printer(options: Partial<TcpOptions> = {}) {
  const clock = new WoundClock();
  const opened = await openTcp({ port: 0, ...options }, clock);
  port = opened;
  let heard = "";
  opened.listen((bytes) => {
    heard += Buffer.from(bytes).toString("latin1");
  });
  return { port: opened, clock, heard: () => heard };
}

async function client(to: TcpPort): Promise<Socket> {
  const socket = connect(to.number, "127.0.0.1");
  socket.on("error", () => {});
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

test("a job arrives whole when the client hangs up behind it, and answers go back", async () => {
  const { port: plug, heard } = await printer();
  const first = await client(plug);
  await vi.waitFor(() => expect(plug.clients).toBe(1));

  plug.write(Uint8Array.of(0x12));
  const [answer] = await once(first, "data");
  first.end("job");

  await vi.waitFor(() => expect(plug.clients).toBe(0));
  expect(answer).toEqual(Buffer.from([0x12]));
  expect(heard()).toBe("job");
});

test("the second client waits unread until the first has left", async () => {
  const { port: plug, heard } = await printer();
  const first = await client(plug);
  const second = await client(plug);
  await vi.waitFor(() => expect(plug.clients).toBe(2));

  second.write("B");
  first.write("A1");
  await vi.waitFor(() => expect(heard()).toBe("A1"));
  first.end("A2");

  await vi.waitFor(() => expect(heard()).toBe("A1A2B"));
});

test("a printer that refuses resets the second client", async () => {
  const { port: plug } = await printer({ whenBusy: "refuse" });
  await client(plug);
  const second = connect(plug.number, "127.0.0.1");
  sockets.push(second);

  const [error] = await once(second, "error");

  expect(error).toMatchObject({ code: "ECONNRESET" });
  expect(plug.clients).toBe(1);
});

test.each([
  ["rst", "ECONNRESET"],
  ["fin", undefined],
] as const)(
  "a connection dropped by %s ends as such, and the next is served",
  async (how, code) => {
    const { port: plug, heard } = await printer();
    const first = await client(plug);
    await vi.waitFor(() => expect(plug.clients).toBe(1));
    let error: NodeJS.ErrnoException | undefined;
    first.on("error", (problem) => {
      error = problem;
    });
    first.resume();

    const closed = new Promise((resolve) => first.once("close", resolve));
    if (how === "rst") plug.reset?.();
    else plug.drop(how);
    await closed;
    (await client(plug)).write("next");

    await vi.waitFor(() => expect(heard()).toBe("next"));
    expect(error?.code).toBe(code);
  },
);

test.each(["hold", "stall"] as const)("%s reads nothing until it ends", async (what) => {
  const { port: plug, heard } = await printer();
  plug[what](true);
  const stalled = await client(plug);
  stalled.write("x".repeat(100));
  const other = await client(plug);
  await vi.waitFor(() => expect(plug.clients).toBe(2));
  other.write("y");

  expect(heard()).toBe("");
  plug[what](false);

  await vi.waitFor(() => expect(heard()).toBe("x".repeat(100)));
});

test("a slow printer takes as long as its bytes", async () => {
  const { port: plug, clock, heard } = await printer({ bytesPerSecond: 100 });
  const slow = await client(plug);
  slow.write("x".repeat(50));
  await vi.waitFor(() => expect(heard()).toHaveLength(50));
  slow.write("y");

  clock.advance(499);
  expect(heard()).toHaveLength(50);
  clock.advance(1);

  await vi.waitFor(() => expect(heard()).toHaveLength(51));
});

test("a port that is taken is told with its code", async () => {
  const { port: plug } = await printer();

  await expect(openTcp({ port: plug.number }, new WoundClock())).rejects.toMatchObject({
    code: "simulator/port-taken",
  });
});
