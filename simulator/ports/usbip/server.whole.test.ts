import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { WoundClock } from "../../bench/memory-bench.ts";
import { virtualCounter } from "../../virtual-counter.ts";
import { UsbRack } from "./rack.ts";
import { UsbipServer } from "./server.ts";

const servers: UsbipServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const rackOf = () => new UsbRack(virtualCounter(), new WoundClock());

async function serverOf() {
  const rack = rackOf();
  const server = new UsbipServer(rack);
  servers.push(server);
  return { rack, port: await server.listen(0) };
}

const importOf = (digits: string) =>
  fromHex(`01 11 80 03 00 00 00 00 31 2d ${digits} ${Array(29).fill("00").join(" ")}`);

async function ask(port: number, request: Uint8Array) {
  const socket = connect(port, "127.0.0.1");
  socket.write(request);
  const [bytes] = await once(socket, "data");
  return { socket, reply: bytes as Buffer };
}

test("a list names what is plugged in, with its interfaces", async () => {
  const { port } = await serverOf();

  const { reply } = await ask(port, fromHex("01 11 80 05 00 00 00 00"));

  const bytes = 7 * 312 + 4 * (1 + 2 + 1 + 1 + 2 + 1 + 1);
  expect(reply).toHaveLength(8 + 4 + bytes);
  expect(toHex(reply.subarray(0, 12))).toBe("01 11 00 05 00 00 00 00 00 00 00 07");
  expect(reply.toString("latin1", 12 + 256, 12 + 259)).toBe("1-1");
  expect(toHex(reply.subarray(12 + 312 + 4 + 288, 12 + 312 + 4 + 312 + 8))).toBe(
    "00 00 00 01 00 00 00 03 00 00 00 03 05 f9 42 04 01 00 02 00 00 01 01 02 " +
      "02 02 01 00 0a 00 00 00",
  );
});

test("a device is lent to one host at a time, and comes back under another number", async () => {
  const { rack, port } = await serverOf();
  const refused = "01 11 00 03 00 00 00 01";

  const first = await ask(port, importOf("31"));
  expect(first.reply).toHaveLength(320);
  expect(toHex((await ask(port, importOf("31"))).reply)).toBe(refused);
  expect(toHex((await ask(port, importOf("39"))).reply)).toBe(refused);
  rack.change("printer", { plugged: false });
  await once(first.socket, "close");
  expect(toHex((await ask(port, importOf("31"))).reply)).toBe(refused);
  rack.change("printer", { plugged: true });

  const again = await ask(port, importOf("31"));
  expect(toHex(again.reply.subarray(8 + 288, 8 + 296))).toBe("00 00 00 01 00 00 00 09");
  again.socket.destroy();
});

test("one that another program has, or that may not be opened, is lent to nobody", async () => {
  const { rack, port } = await serverOf();
  const ask1 = async () => (await ask(port, importOf("31"))).reply.length;

  rack.change("printer", { held: true });
  expect(await ask1()).toBe(8);
  rack.change("printer", { held: false, denied: true });
  expect(await ask1()).toBe(8);
  rack.change("printer", { denied: false, productId: 0x0e03 });
  const { reply } = await ask(port, importOf("31"));

  expect(toHex(reply.subarray(8 + 300, 8 + 304))).toBe("04 b8 0e 03");
});

test("a port that is taken is told with its code", async () => {
  const { port } = await serverOf();
  const second = new UsbipServer(rackOf());

  await expect(second.listen(port)).rejects.toMatchObject({ code: "simulator/usbip-port-taken" });
});
