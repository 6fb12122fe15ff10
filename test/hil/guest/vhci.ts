import { readFileSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";

const controller = "/sys/devices/platform/vhci_hcd.0";
const REPLY_BYTES = 320;
const HIGH_SPEED = 3;

/**
 * Gives the kernel an exported device, as `usbip attach` does: asks for it, hands the connection
 * over, and closes only its own end of it.
 */
export async function attach(server: number, busid: string): Promise<void> {
  const socket = connect(server, "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  const request = Buffer.alloc(40);
  request.writeUInt16BE(0x0111, 0);
  request.writeUInt16BE(0x8003, 2);
  request.write(busid, 8, "latin1");
  socket.write(request);
  const reply = await replyOf(socket);
  if (reply.length !== REPLY_BYTES || reply.readUInt32BE(4) !== 0) {
    throw new Error(`the server refused ${busid}`);
  }
  const id = reply.readUInt32BE(8 + 288) * 0x1_0000 + reply.readUInt32BE(8 + 292);
  writeFileSync(`${controller}/attach`, `${freePort()} ${handleOf(socket).fd} ${id} ${HIGH_SPEED}`);
  socket.destroy();
}

/** Reads the answer and not a byte more: the rest is the kernel's. */
function replyOf(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let reply = Buffer.alloc(0);
    socket.on("data", (bytes: Buffer) => {
      reply = Buffer.concat([reply, bytes]);
      if (reply.length < REPLY_BYTES) return;
      handleOf(socket).readStop();
      resolve(reply);
    });
    socket.once("close", () => reject(new Error("the server hung up")));
  });
}

interface Handle {
  readonly fd: number;
  readStop(): void;
}

/** Node has no public way to a socket's file descriptor. */
function handleOf(socket: Socket): Handle {
  return (socket as unknown as { readonly _handle: Handle })._handle;
}

function freePort(): number {
  const status = readFileSync(`${controller}/status`, "utf8");
  const port = /^hs\s+(\d+)\s+004/m.exec(status)?.[1];
  if (port === undefined) throw new Error("every port of vhci is in use");
  return Number(port);
}
