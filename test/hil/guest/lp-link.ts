import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import type { Link, LinkEvents } from "#drivers/links/link.ts";

const LOOK_EVERY_MS = 20;
const PIECE_BYTES = 4096;

/** A printer at `/dev/usb/lpN`, for this test alone: `usblp` under the house's own driver. */
export function openLpLink(path: string, events: LinkEvents): Link {
  let fd = -1;
  let queue: Uint8Array[] = [];
  let timer: NodeJS.Timeout | null = null;
  const end = (reason: string | null) => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    closeSync(fd);
    events.closed(reason);
  };
  const look = () => {
    try {
      for (let bytes = readNow(fd); bytes.length > 0; bytes = readNow(fd)) events.data(bytes);
      queue = writeNow(fd, queue);
    } catch (error) {
      end(String(error));
    }
  };
  try {
    fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  } catch (error) {
    queueMicrotask(() => events.closed(String(error)));
    return { write: () => {}, close: () => {} };
  }
  timer = setInterval(look, LOOK_EVERY_MS);
  queueMicrotask(() => events.opened());
  return { write: (bytes) => queue.push(...pieces(bytes)), close: () => end(null) };
}

function pieces(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  const piece = (_: unknown, at: number) => bytes.slice(at * PIECE_BYTES, (at + 1) * PIECE_BYTES);
  return Array.from({ length: count }, piece);
}

function readNow(fd: number): Uint8Array {
  const buffer = new Uint8Array(1024);
  return orEmpty(() => buffer.subarray(0, readSync(fd, buffer)));
}

/** What could not be written yet. */
function writeNow(fd: number, queue: readonly Uint8Array[]): Uint8Array[] {
  const rest = [...queue];
  for (let [bytes] = rest; bytes !== undefined; [bytes] = rest) {
    const piece = bytes;
    const taken = orEmpty(() => piece.subarray(0, writeSync(fd, piece))).length;
    if (taken === 0) return rest;
    if (taken < piece.length) rest[0] = piece.subarray(taken);
    else rest.shift();
  }
  return rest;
}

/** Nothing where the device is not ready; every other error is thrown on. */
function orEmpty(act: () => Uint8Array): Uint8Array {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return new Uint8Array();
    throw error;
  }
}
