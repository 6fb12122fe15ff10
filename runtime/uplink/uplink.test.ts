import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Outbox } from "#sync/outbox.ts";
import { acknowledgementText, type EntriesRequest } from "#sync/protocol.ts";
import { freshFolder } from "#test/support/folder.ts";
import { LedgerUnderTest } from "#test/support/ledgers.ts";
import { beep, someTerminal } from "#test/support/ledgers-facts.ts";
import { HandWoundClock } from "../host/hand-wound-clock.ts";
import { openIdentity } from "../host/identity.ts";
import { BackendClient } from "./backend-client.ts";
import { Uplink } from "./uplink.ts";

type Reply = { readonly status: number; readonly body: unknown };

/** A backend of a few lines: what it answers is the test's to say. */
class TinyBackend {
  readonly batches: EntriesRequest[] = [];
  readonly publicKey: string;
  readonly #privateKey: KeyObject;
  answer: (batch: EntriesRequest) => Reply = (batch) => this.acknowledge(batch);
  isDown = false;
  #server = createServer((request, reply) => {
    if (this.isDown) {
      request.socket.destroy();
      return;
    }
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const { status, body } = this.#take(text);
      reply.writeHead(status, { "content-type": "application/json" });
      reply.end(JSON.stringify(body));
    });
  });

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    this.#privateKey = privateKey;
    this.publicKey = publicKey.export({ format: "jwk" }).x ?? "";
  }

  async listen(): Promise<URL> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void this.#server.close());
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`);
  }

  acknowledge({ terminal, epoch, entries }: EntriesRequest, change: object = {}): Reply {
    const last = entries.at(-1);
    const ack = { terminal, epoch, seq: last?.seq ?? 0, hash: last?.hash ?? "" };
    const signature = sign(null, Buffer.from(acknowledgementText(ack)), this.#privateKey);
    return {
      status: 200,
      body: { ...ack, signature: signature.toString("base64url"), ...change },
    };
  }

  #take(text: string): Reply {
    if (text === "") return { status: 200, body: { ok: true } };
    const batch = JSON.parse(text) as EntriesRequest;
    this.batches.push(batch);
    return this.answer(batch);
  }
}

async function connected() {
  const folder = freshFolder();
  const under = new LedgerUnderTest(folder, someTerminal);
  const backend = new TinyBackend();
  const clock = new HandWoundClock();
  const identity = openIdentity(join(folder, "identity.pem"));
  const changes: Outbox[] = [];
  const uplink = new Uplink({
    ledger: under.ledger,
    client: new BackendClient(await backend.listen(), identity, clock),
    clock,
    onChange: (outbox) => changes.push(outbox),
  });
  onTestFinished(() => uplink.stop());
  const sell = async (count: number) => {
    for (let line = 1; line <= count; line += 1) under.ledger.append(1000, [beep(line)]);
    await under.untilDurable();
  };
  return { ...under, ledger: under.ledger, backend, clock, uplink, changes, sell };
}

const soon = { timeout: 10_000, interval: 5 };
const seqs = (batch: EntriesRequest | undefined) => batch?.entries.map((entry) => entry.seq) ?? [];

test("a long queue drains by itself, in order, in bounded batches", async () => {
  const { ledger, backend, clock, uplink, sell } = await connected();
  await sell(450);

  uplink.start(backend.publicKey);

  await vi.waitFor(() => {
    clock.advance(0);
    expect(uplink.outbox.acknowledged).toBe(450);
  }, soon);
  expect(backend.batches.map((batch) => batch.entries.length)).toEqual([200, 200, 50]);
  expect(backend.batches.flatMap(seqs)).toEqual(Array.from({ length: 450 }, (_, n) => n + 1));
  expect(ledger.acknowledged).toBe(450);
});

test("with the backend down nothing is lost, and it is tried again later and later", async () => {
  const { backend, clock, uplink, sell } = await connected();
  backend.isDown = true;
  await sell(3);

  uplink.start(backend.publicKey);
  await vi.waitFor(() => expect(uplink.outbox).toMatchObject({ reachable: false, failures: 1 }));
  clock.advance(499);
  expect(uplink.outbox.failures).toBe(1);
  clock.advance(1);
  await vi.waitFor(() => expect(uplink.outbox.failures).toBe(2), soon);
  backend.isDown = false;
  clock.advance(1000);

  await vi.waitFor(() => expect(uplink.outbox).toMatchObject({ acknowledged: 3, failures: 0 }));
  expect(backend.batches).toHaveLength(1);
});

test("an acknowledgement that the backend did not sign moves nothing", async () => {
  const { ledger, backend, uplink, sell } = await connected();
  backend.answer = (batch) => backend.acknowledge(batch, { signature: "AAAA" });
  await sell(2);

  uplink.start(backend.publicKey);

  await vi.waitFor(() => expect(uplink.outbox.halted).toBe("bad-acknowledgement"), soon);
  expect(uplink.outbox.acknowledged).toBe(0);
  expect(ledger.acknowledged).toBe(0);
});

test("a backend that was set back to an older state gets the entries it lacks again", async () => {
  const { backend, clock, uplink, sell } = await connected();
  uplink.start(backend.publicKey);
  await sell(5);
  uplink.wake();
  await vi.waitFor(() => {
    clock.advance(0);
    expect(uplink.outbox.acknowledged).toBe(5);
  }, soon);
  let told = 0;
  backend.answer = (batch) => {
    told += 1;
    const refusal = { code: "sync/gap", params: { headSeq: "2" } };
    return told === 1 ? { status: 409, body: { refusal } } : backend.acknowledge(batch);
  };

  await sell(1);
  uplink.wake();

  await vi.waitFor(() => {
    clock.advance(0);
    expect(uplink.outbox.acknowledged).toBe(6);
  }, soon);
  expect(seqs(backend.batches.at(-1))).toEqual([3, 4, 5, 6]);
});

test("a fork stops the shipping, and says so", async () => {
  const { backend, clock, uplink, sell } = await connected();
  const refusal = { code: "sync/fork", params: {} };
  backend.answer = () => ({ status: 409, body: { refusal } });
  await sell(1);

  uplink.start(backend.publicKey);

  await vi.waitFor(() => expect(uplink.outbox.halted).toBe("sync/fork"), soon);
  clock.advance(60_000);
  expect(backend.batches).toHaveLength(1);
});
