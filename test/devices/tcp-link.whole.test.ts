import { createServer, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { openTcpLink } from "#drivers/links/tcp-link.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

const soon = { timeout: 4000, interval: 10 };

/** A printer's raw port, and a link to it that has opened. */
async function connected() {
  const heard: number[] = [];
  const sockets: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes) => heard.push(...bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const events = { opened: vi.fn(), data: vi.fn(), closed: vi.fn() };
  const link = openTcpLink({ link: "tcp", host: "127.0.0.1", port }, events);
  await vi.waitFor(() => {
    expect(events.opened).toHaveBeenCalledTimes(1);
    expect(sockets).toHaveLength(1);
  }, soon);
  const [printer] = sockets;
  if (printer === undefined) throw new Error("a printer was connected");
  return { link, events, printer, heard };
}

test("bytes go both ways", async () => {
  const { link, events, printer, heard } = await connected();

  link.write(fromHex("10 04 01"));
  printer.write(fromHex("12"));

  await vi.waitFor(() => {
    expect(toHex(Uint8Array.from(heard))).toBe("10 04 01");
    expect(events.data).toHaveBeenCalledWith(fromHex("12"));
  }, soon);
});

test("what was written before closing arrives, and closing waits for the printer", async () => {
  const { link, events, printer, heard } = await connected();
  const ended = vi.fn();
  printer.on("end", ended);

  link.write(new Uint8Array(50_000));
  link.close();
  printer.write(fromHex("12"));
  await vi.waitFor(() => expect(ended).toHaveBeenCalled(), soon);

  expect(heard).toHaveLength(50_000);
  expect(events.closed).not.toHaveBeenCalled();
  printer.end();
  await vi.waitFor(() => expect(events.closed).toHaveBeenCalledWith(null), soon);
});

test("a printer that ends the connection, or resets it, is told once with a reason", async () => {
  for (const way of ["end", "resetAndDestroy"] as const) {
    const { events, printer } = await connected();

    printer[way]();

    await vi.waitFor(() => expect(events.closed).toHaveBeenCalledTimes(1), soon);
    expect(events.closed.mock.lastCall?.[0]).toEqual(expect.any(String));
  }
});

test("a printer that takes nothing does not fill the till's memory", async () => {
  const { link, events, printer } = await connected();
  printer.pause();

  for (let n = 0; n < 1000 && events.closed.mock.calls.length === 0; n += 1) {
    link.write(new Uint8Array(64 * 1024));
  }

  expect(events.closed).toHaveBeenCalledWith("the printer takes no more bytes");
});

test("a port where nobody listens is told in the system's words", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const closed = vi.fn();

  openTcpLink({ link: "tcp", host: "127.0.0.1", port }, { opened: vi.fn(), data: vi.fn(), closed });

  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1), soon);
  expect(closed.mock.lastCall?.[0]).toMatch(/ECONNREFUSED/);
});
