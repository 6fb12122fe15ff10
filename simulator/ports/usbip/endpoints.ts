import { ENOMEM, EPIPE, type Result, type Submit } from "./protocol.ts";

export type Finish = (result: Result) => void;

/** Transfers a host may have waiting at one endpoint; Linux's drivers keep 16 or so. */
const TRANSFERS_MAX = 256;
/** Packets that wait for a host that does not read. */
const PACKETS_MAX = 1024;

const nothing = new Uint8Array();

/** What both directions share: transfers that wait, and the halt that a STALL leaves behind. */
abstract class Endpoint {
  protected waiting: Submit[] = [];
  protected readonly finish: Finish;
  protected isHalted = false;
  #stallsNext = false;

  constructor(finish: Finish) {
    this.finish = finish;
  }

  submit(transfer: Submit): void {
    if (this.waiting.length >= TRANSFERS_MAX) {
      this.finish({ seqnum: transfer.seqnum, status: ENOMEM, moved: 0, data: nothing });
      return;
    }
    this.waiting.push(transfer);
    if (this.#stallsNext) this.halt();
    if (this.isHalted) this.#refuseAll();
    else this.serve();
  }

  /** The next transfer, or the one that waits, ends with STALL; then the endpoint is halted. */
  stallNext(): void {
    this.#stallsNext = true;
    if (this.waiting.length === 0) return;
    this.halt();
    this.#refuseAll();
  }

  /** CLEAR_FEATURE(ENDPOINT_HALT). */
  clearHalt(): void {
    this.isHalted = false;
  }

  /** Whether the transfer was still waiting; it is not answered any more. */
  unlink(seqnum: number): boolean {
    const before = this.waiting.length;
    this.waiting = this.waiting.filter((transfer) => transfer.seqnum !== seqnum);
    return this.waiting.length < before;
  }

  /** The cable is out: what waits is the host's own to end. */
  reset(): void {
    this.waiting = [];
    this.isHalted = false;
    this.#stallsNext = false;
  }

  protected abstract serve(): void;

  protected halt(): void {
    this.isHalted = true;
    this.#stallsNext = false;
  }

  #refuseAll(): void {
    for (const { seqnum } of this.waiting.splice(0)) {
      this.finish({ seqnum, status: EPIPE, moved: 0, data: nothing });
    }
  }
}

/** Towards the host: one packet ends one transfer, as a short packet does on the wire. */
export class InEndpoint extends Endpoint {
  #packets: Uint8Array[] = [];
  #empties = 0;
  #cutTo = Number.POSITIVE_INFINITY;
  #isMute = false;

  /** False when nobody has read for so long that the packet is lost. */
  send(packet: Uint8Array): boolean {
    if (this.#packets.length >= PACKETS_MAX) return false;
    const size = Math.min(this.#cutTo, Math.max(1, packet.length));
    for (let at = 0; at < packet.length; at += size) {
      this.#packets.push(packet.subarray(at, at + size));
    }
    if (!this.isHalted) this.serve();
    return true;
  }

  /** The next so many transfers end with a packet of no bytes, as some clones send them. */
  sendEmpty(count: number): void {
    this.#empties += count;
    if (!this.isHalted) this.serve();
  }

  /** What is sent from now on goes in packets of so many bytes, wherever that parts an answer. */
  cutTo(bytes: number): void {
    this.#cutTo = bytes;
  }

  /** Answers NAK to every transfer and keeps what it has to say. */
  mute(isMute: boolean): void {
    this.#isMute = isMute;
    if (!this.isHalted) this.serve();
  }

  override clearHalt(): void {
    super.clearHalt();
    this.serve();
  }

  override reset(): void {
    super.reset();
    this.#packets = [];
    this.#empties = 0;
    this.#cutTo = Number.POSITIVE_INFINITY;
  }

  protected override serve(): void {
    while (!this.#isMute) {
      const [transfer] = this.waiting;
      const [packet] = this.#empties > 0 ? [nothing] : this.#packets;
      if (transfer === undefined || packet === undefined) return;
      const data = packet.subarray(0, transfer.length);
      if (packet === nothing) this.#empties -= 1;
      else if (data.length < packet.length) this.#packets[0] = packet.subarray(transfer.length);
      else this.#packets.shift();
      this.waiting.shift();
      this.finish({ seqnum: transfer.seqnum, status: 0, moved: data.length, data });
    }
  }
}

/**
 * From the host: taken packet by packet, so that a device that is full, or pulled out, has taken
 * a part. While it is held the device answers NAK and the transfer waits.
 */
export class OutEndpoint extends Endpoint {
  readonly #take: (packet: Uint8Array) => void;
  readonly #packetBytes: number;
  readonly #holders = new Set<string>();
  #taken = 0;
  #isServing = false;

  constructor(finish: Finish, packetBytes: number, take: (packet: Uint8Array) => void) {
    super(finish);
    this.#packetBytes = packetBytes;
    this.#take = take;
  }

  /** NAK until nobody holds it any more. */
  hold(holder: string, isHeld: boolean): void {
    if (isHeld) this.#holders.add(holder);
    else this.#holders.delete(holder);
    this.serve();
  }

  override unlink(seqnum: number): boolean {
    if (this.waiting[0]?.seqnum === seqnum) this.#taken = 0;
    return super.unlink(seqnum);
  }

  override reset(): void {
    super.reset();
    this.#taken = 0;
  }

  protected override halt(): void {
    super.halt();
    this.#taken = 0;
  }

  /** Taking a packet may hold, halt or reset this endpoint, so each round looks anew. */
  protected override serve(): void {
    if (this.#isServing) return;
    this.#isServing = true;
    try {
      while (this.#holders.size === 0 && !this.isHalted) {
        const [transfer] = this.waiting;
        if (transfer === undefined) return;
        this.#step(transfer);
      }
    } finally {
      this.#isServing = false;
    }
  }

  #step(transfer: Submit): void {
    const { data, seqnum } = transfer;
    const packet = data.subarray(this.#taken, this.#taken + this.#packetBytes);
    this.#taken += packet.length;
    if (packet.length > 0) this.#take(packet);
    if (this.waiting[0] !== transfer || this.#taken < data.length) return;
    this.waiting.shift();
    this.#taken = 0;
    this.finish({ seqnum, status: 0, moved: data.length, data: nothing });
  }
}
