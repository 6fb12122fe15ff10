import {
  BUSID_BYTES,
  type HostMessage,
  OP_REQ_DEVLIST,
  OP_REQ_IMPORT,
  OPERATION_HEADER_BYTES,
  type Submit,
  URB_HEADER_BYTES,
  USBIP_CMD_SUBMIT,
  USBIP_CMD_UNLINK,
  USBIP_VERSION,
} from "./protocol.ts";

/** The largest transfer that is taken; `usbfs` allows a process 16 MB for all of its own. */
export const TRANSFER_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Cuts what a host sends into messages, however the line splits it. A connection opens with one
 * operation; after an import it carries transfers until it ends. What is broken stays broken.
 */
export class UsbipReader {
  #chunks: Uint8Array[] = [];
  #held = 0;
  /** Bytes below which nothing can come of it. */
  #needed = OPERATION_HEADER_BYTES;
  #phase: "operation" | "transfers" | "over" = "operation";

  read(bytes: Uint8Array): readonly HostMessage[] {
    if (this.#phase === "over") return [];
    this.#chunks.push(bytes);
    this.#held += bytes.length;
    if (this.#held < this.#needed) return [];
    return this.#parse(Uint8Array.from(Buffer.concat(this.#chunks)));
  }

  #parse(bytes: Uint8Array): readonly HostMessage[] {
    const messages: HostMessage[] = [];
    let rest = bytes;
    while (this.#phase !== "over") {
      const next = this.#phase === "operation" ? readOperation(rest) : readTransfer(rest);
      this.#needed = next.size;
      if (next.message === null) break;
      messages.push(next.message);
      rest = rest.subarray(next.size);
      this.#needed = URB_HEADER_BYTES;
      if (next.message.kind === "import") this.#phase = "transfers";
      else if (next.message.kind === "list" || next.message.kind === "broken") this.#phase = "over";
    }
    const isOver = this.#phase === "over";
    this.#chunks = isOver ? [] : [rest];
    this.#held = isOver ? 0 : rest.length;
    return messages;
  }
}

/** `size` is what the message takes, or what must be there before more can be said. */
interface Step {
  readonly message: HostMessage | null;
  readonly size: number;
}

const wait = (size: number): Step => ({ message: null, size });
const broken = (why: string): Step => ({ message: { kind: "broken", why }, size: 0 });

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readOperation(bytes: Uint8Array): Step {
  if (bytes.length < OPERATION_HEADER_BYTES) return wait(OPERATION_HEADER_BYTES);
  const view = viewOf(bytes);
  if (view.getUint16(0) !== USBIP_VERSION) return broken("another version of the protocol");
  const code = view.getUint16(2);
  if (code === OP_REQ_DEVLIST) return { message: { kind: "list" }, size: OPERATION_HEADER_BYTES };
  if (code !== OP_REQ_IMPORT) return broken("an unknown operation");
  const size = OPERATION_HEADER_BYTES + BUSID_BYTES;
  if (bytes.length < size) return wait(size);
  const field = bytes.subarray(OPERATION_HEADER_BYTES, size);
  const end = field.indexOf(0);
  const busid = String.fromCharCode(...(end === -1 ? field : field.subarray(0, end)));
  return { message: { kind: "import", busid }, size };
}

function readTransfer(bytes: Uint8Array): Step {
  if (bytes.length < URB_HEADER_BYTES) return wait(URB_HEADER_BYTES);
  const view = viewOf(bytes);
  const command = view.getUint32(0);
  const seqnum = view.getUint32(4);
  if (command === USBIP_CMD_UNLINK) {
    const victim = view.getUint32(20);
    return { message: { kind: "unlink", seqnum, victim }, size: URB_HEADER_BYTES };
  }
  if (command !== USBIP_CMD_SUBMIT) return broken("an unknown command");
  const length = view.getInt32(24);
  if (length < 0 || length > TRANSFER_BYTES_MAX) return broken("a transfer out of bounds");
  // 0 as `vhci-hcd` sends it, all ones as the document says; else the transfer is isochronous.
  if (![0, 0xffff_ffff].includes(view.getUint32(32))) return broken("an isochronous transfer");
  const isIn = view.getUint32(12) === 1;
  const size = URB_HEADER_BYTES + (isIn ? 0 : length);
  if (bytes.length < size) return wait(size);
  const message: Submit = {
    kind: "submit",
    seqnum,
    isIn,
    endpoint: view.getUint32(16) & 0x0f,
    length,
    setup: {
      requestType: view.getUint8(40),
      request: view.getUint8(41),
      value: view.getUint16(42, true),
      index: view.getUint16(44, true),
      length: view.getUint16(46, true),
    },
    data: bytes.slice(URB_HEADER_BYTES, size),
  };
  return { message, size };
}
