import { existsSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SerialPort } from "serialport";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { millis } from "#state/base/units.ts";
import type { Port } from "./port.ts";
import { openPty } from "./pty.ts";

const clock = {
  now: () => millis(Date.now()),
  after(delayMs: number, wake: () => void) {
    const timer = setTimeout(wake, delayMs);
    return () => clearTimeout(timer);
  },
};

let folder: string;
let name: string;
let port: Port;
let received: Buffer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pty-"));
  name = join(folder, "scanner");
  received = Buffer.alloc(0);
  port = openPty(name, clock);
  port.listen((bytes) => {
    received = Buffer.concat([received, bytes]);
  });
});

afterEach(() => {
  port.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openHost(): Promise<{ serial: SerialPort; heard: () => Buffer }> {
  const serial = new SerialPort({ path: name, baudRate: 9600, autoOpen: false });
  let heard = Buffer.alloc(0);
  serial.on("data", (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
  });
  await new Promise<void>((resolve, reject) => serial.open((e) => (e ? reject(e) : resolve())));
  return { serial, heard: () => heard };
}

const closed = (serial: SerialPort) =>
  new Promise<void>((resolve) => serial.close(() => resolve()));

/** Every byte value, CR, LF, XON, XOFF, interrupt and end of file among them. */
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

test("every byte passes both ways unchanged, and nothing is echoed", async () => {
  const { serial, heard } = await openHost();

  serial.write(everyByte);
  await vi.waitFor(() => expect(received).toEqual(everyByte));
  port.write(everyByte);
  await vi.waitFor(() => expect(heard()).toEqual(everyByte));

  expect(received).toHaveLength(256);
  await closed(serial);
});

test("far more than the kernel holds arrives whole, both ways", async () => {
  const { serial, heard } = await openHost();
  const much = Buffer.alloc(300_000, "0123456789");

  port.write(much);
  serial.write(much);

  await vi.waitFor(() => expect(heard()).toHaveLength(much.length), 20_000);
  await vi.waitFor(() => expect(received).toHaveLength(much.length), 20_000);
  expect(heard().equals(much)).toBe(true);
  await closed(serial);
});

test("a held port makes the host wait, and loses nothing", async () => {
  const { serial } = await openHost();
  port.hold(true);
  const much = Buffer.alloc(100_000, "x");
  let isWritten = false;
  const written = new Promise<void>((resolve) => {
    serial.write(much, () => {
      isWritten = true;
      resolve();
    });
  });
  expect([received.length, isWritten]).toEqual([0, false]);

  port.hold(false);

  await written;
  await vi.waitFor(() => expect(received).toHaveLength(much.length), 20_000);
  await closed(serial);
});

test("a host may close and open again", async () => {
  const first = await openHost();
  await closed(first.serial);
  const second = await openHost();

  port.write(Buffer.from("again\r"));

  await vi.waitFor(() => expect(second.heard().toString()).toBe("again\r"));
  await closed(second.serial);
});

test("the same name leads to a restarted simulator", async () => {
  const before = readlinkSync(name);
  const replacement = openPty(name, clock);

  expect(readlinkSync(name)).not.toBe(before);
  const { serial, heard } = await openHost();
  replacement.write(Buffer.from("new"));
  await vi.waitFor(() => expect(heard().toString()).toBe("new"));

  await closed(serial);
  replacement.close();
  expect(existsSync(name)).toBe(false);
});

test("a folder that does not exist is a failure with its fix", () => {
  expect(() => openPty(join(folder, "none", "x"), clock)).toThrow();
});
