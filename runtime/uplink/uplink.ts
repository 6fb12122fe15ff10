import { z } from "zod";
import { millis } from "#state/base/units.ts";
import {
  type Answer,
  afterAnswer,
  batchLimit,
  freshOutbox,
  type Outbox,
  pauseAfter,
} from "#sync/outbox.ts";
import {
  type Acknowledgement,
  acknowledgement,
  acknowledgementText,
  type EntriesRequest,
  paths,
} from "#sync/protocol.ts";
import type { Clock } from "../host/clock.ts";
import { isSignedBy } from "../host/identity.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { StoredEntry } from "../ledger/stored-entry.ts";
import type { BackendClient } from "./backend-client.ts";

/** While nothing waits, the line is still tried this often, so that the light tells the truth. */
const idlePauseMs = 10_000;

/**
 * Ships the ledger, in order, and only what is durable. It never touches a sale: a slow or dead
 * backend costs the cashier nothing but a number on the screen.
 */
export class Uplink {
  readonly #ledger: Ledger;
  readonly #client: BackendClient;
  readonly #clock: Clock;
  readonly #onChange: (outbox: Outbox) => void;
  #outbox: Outbox;
  #backendKey: string | null = null;
  #isShipping = false;
  #isStopped = false;
  #cancelPause: (() => void) | null = null;

  constructor(options: {
    readonly ledger: Ledger;
    readonly client: BackendClient;
    readonly clock: Clock;
    readonly onChange: (outbox: Outbox) => void;
  }) {
    this.#ledger = options.ledger;
    this.#client = options.client;
    this.#clock = options.clock;
    this.#onChange = options.onChange;
    this.#outbox = freshOutbox(this.#ledger.acknowledged);
  }

  get outbox(): Outbox {
    return this.#outbox;
  }

  /** The terminal belongs somewhere now: `backendKey` proves the backend's acknowledgements. */
  start(backendKey: string): void {
    this.#backendKey = backendKey;
    this.wake();
  }

  /** Something new is durable, or somebody wants to know whether the line is back. */
  wake(): void {
    const isBackingOff = this.#outbox.failures > 0 && this.#cancelPause !== null;
    if (!isBackingOff) void this.#ship();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelPause?.();
  }

  async #ship(): Promise<void> {
    if (this.#isShipping || this.#isStopped || this.#backendKey === null) return;
    if (this.#outbox.halted !== null) return;
    this.#isShipping = true;
    this.#cancelPause?.();
    this.#cancelPause = null;
    const entries = this.#durableBatch();
    const answer = entries.length > 0 ? await this.#push(entries) : await this.#ping();
    this.#isShipping = false;
    if (this.#isStopped) return;
    if (answer !== null) this.#take(answer);
    this.#scheduleNext();
  }

  #durableBatch(): StoredEntry[] {
    const durable = this.#ledger.durable;
    return this.#ledger
      .entries(this.#outbox.acknowledged, batchLimit)
      .filter((entry) => entry.seq <= durable);
  }

  async #push(entries: readonly StoredEntry[]): Promise<Answer> {
    const body: EntriesRequest = {
      terminal: this.#ledger.terminal,
      epoch: this.#ledger.epoch,
      entries: entries.map(({ seq, at, kind, body, prev, hash }) => {
        return { seq, at, kind, body: Buffer.from(body).toString(), prev, hash };
      }),
    };
    const answered = await this.#client.ask(paths.entries, body, acknowledgement);
    if (answered.type === "ok") return this.#judge(answered.value, entries);
    if (answered.type === "unreachable") return { type: "unreachable" };
    const { code, params } = answered.refusal;
    const head = Number(params.headSeq);
    if (code === "sync/gap" && Number.isSafeInteger(head)) return { type: "gap", head };
    // A clock that is off, or a nonce seen twice, passes; the chain's own refusals do not.
    return code.startsWith("request/") ? { type: "unreachable" } : { type: "refused", code };
  }

  /** An acknowledgement counts when the backend signed it and it names our own entry's hash. */
  #judge(ack: Acknowledgement, sent: readonly StoredEntry[]): Answer {
    const own = sent.find((entry) => entry.seq === ack.seq);
    const isOurs =
      ack.terminal === this.#ledger.terminal &&
      ack.epoch === this.#ledger.epoch &&
      (own === undefined || own.hash === ack.hash);
    const isGenuine = isSignedBy(this.#backendKey ?? "", acknowledgementText(ack), ack.signature);
    return isOurs && isGenuine
      ? { type: "acknowledged", acknowledgement: ack }
      : { type: "refused", code: "bad-acknowledgement" };
  }

  async #ping(): Promise<Answer | null> {
    const answered = await this.#client.ask(paths.health, undefined, z.unknown());
    if (answered.type === "unreachable") return { type: "unreachable" };
    this.#change({ ...this.#outbox, reachable: true, failures: 0 });
    return null;
  }

  #take(answer: Answer): void {
    const next = afterAnswer(this.#outbox, answer, this.#ledger.durable);
    if (next.acknowledged !== this.#outbox.acknowledged) {
      this.#ledger.acknowledged = next.acknowledged;
    }
    this.#change(next);
  }

  #change(next: Outbox): void {
    this.#outbox = next;
    this.#onChange(next);
  }

  #scheduleNext(): void {
    const { failures, acknowledged } = this.#outbox;
    const isBehind = acknowledged < this.#ledger.durable;
    const pause = failures > 0 ? pauseAfter(failures) : isBehind ? 0 : idlePauseMs;
    this.#cancelPause = this.#clock.after(millis(pause), () => {
      this.#cancelPause = null;
      void this.#ship();
    });
  }
}
