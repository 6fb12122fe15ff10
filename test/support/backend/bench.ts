import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { entryHash } from "#state/chain.ts";
import type { Context } from "#sync/backend/context.ts";
import { merchantId } from "#sync/backend/demo/merchant.ts";
import { seedDemo } from "#sync/backend/demo/seed.ts";
import { backendKey, publicHalf } from "#sync/backend/keys.ts";
import { hashPin, type PinHash } from "#sync/backend/pin.ts";
import { buildServer } from "#sync/backend/server.ts";
import type { Sql } from "#sync/backend/store/sql.ts";
import {
  genesisHash,
  paths,
  signatureHeaders,
  signedRequestText,
  type WireEntry,
} from "#sync/protocol.ts";

/** A backend on a given database, with a clock that only tests move. Nothing listens. */
export interface Bench {
  readonly app: FastifyInstance;
  readonly context: Context;
  /** Milliseconds since 1970; set it to let time pass. */
  now: number;
}

const tables = `attempt, audit_event, backend_key, catalogue_item, configuration_version, contract,
  department, device_authorization, enterprise, in_store_code, ledger_entry, ledger_head, merchant,
  nonce, quarantine, shop, staff, store, terminal, terminal_sign_in, workbench_session`;

const hashes = new Map<string, Promise<PinHash>>();

function hashOnce(pin: string, salt: Uint8Array): Promise<PinHash> {
  const known = hashes.get(pin) ?? hashPin(pin, salt);
  hashes.set(pin, known);
  return known;
}

/** An emptied store with the demo merchant in it. */
export async function openBench(sql: Sql): Promise<Bench> {
  await sql.query(`TRUNCATE ${tables}`);
  const bench = { now: 1_800_000_000_000 };
  const source = { sql, random: (bytes: number) => randomBytes(bytes), now: () => bench.now };
  await seedDemo({ ...source, hash: hashOnce });
  const privateKey = await backendKey(sql, merchantId);
  const context: Context = {
    ...source,
    merchantId,
    privateKey,
    publicKey: publicHalf(privateKey),
    url: () => "http://127.0.0.1:8470/",
    port: () => 8470,
    pollInterval: 5,
  };
  return Object.assign(bench, { app: buildServer(context), context });
}

/** A terminal as the protocol describes it, made of nothing of the backend's. */
export class FakeTerminal {
  readonly publicKey: string;
  readonly thumbprint: string;
  readonly #bench: Bench;
  readonly #key: KeyObject;

  constructor(bench: Bench) {
    this.#bench = bench;
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    this.#key = privateKey;
    this.publicKey = publicKey.export({ format: "jwk" }).x ?? "";
    const members = `{"crv":"Ed25519","kty":"OKP","x":"${this.publicKey}"}`;
    this.thumbprint = createHash("sha256").update(members).digest("base64url");
  }

  /** The headers that prove a request. */
  headers(method: string, path: string, body: string, at = this.#bench.now) {
    const nonce = randomBytes(16).toString("base64url");
    const timestamp = `${at}`;
    const bodySha256 = createHash("sha256").update(body).digest("hex");
    const text = signedRequestText({ method, path, timestamp, nonce, bodySha256 });
    return {
      [signatureHeaders.terminal]: this.thumbprint,
      [signatureHeaders.timestamp]: timestamp,
      [signatureHeaders.nonce]: nonce,
      [signatureHeaders.signature]: sign(null, Buffer.from(text), this.#key).toString("base64url"),
    };
  }

  async ask(method: "GET" | "POST", path: string, body?: object): Promise<LightMyRequestResponse> {
    const payload = body === undefined ? "" : JSON.stringify(body);
    const type = body === undefined ? {} : { "content-type": "application/json" };
    return this.#bench.app.inject({
      method,
      url: path,
      headers: { ...type, ...this.headers(method, path, payload) },
      ...(body === undefined ? {} : { payload }),
    });
  }

  async requestCode(): Promise<{ deviceCode: string; userCode: string }> {
    const answer = await this.#bench.app.inject({
      method: "POST",
      url: paths.deviceAuthorization,
      payload: {
        client_id: "guitai-terminal",
        public_key: this.publicKey,
        hostname: "counter-7",
      },
    });
    const { device_code: deviceCode, user_code: userCode } = answer.json();
    return { deviceCode, userCode };
  }

  poll(deviceCode: string): Promise<LightMyRequestResponse> {
    return this.ask("POST", paths.token, {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      client_id: "guitai-terminal",
      device_code: deviceCode,
    });
  }

  /** Signed by the key whose raw public half is given? */
  static isSigned(text: string, signature: string, publicKey: string): boolean {
    const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
  }
}

/** The administrator's browser. */
export class FakeBrowser {
  #cookie = "";
  readonly #app: FastifyInstance;

  constructor({ app }: Bench) {
    this.#app = app;
  }

  async ask(method: "GET" | "POST", path: string, body?: object): Promise<LightMyRequestResponse> {
    const answer = await this.#app.inject({
      method,
      url: `/workbench/api${path}`,
      headers: {
        host: "127.0.0.1:8470",
        ...(method === "POST" ? { origin: "http://127.0.0.1:8470" } : {}),
        cookie: this.#cookie,
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    const cookie = answer.cookies[0];
    if (cookie !== undefined) this.#cookie = `${cookie.name}=${cookie.value}`;
    return answer;
  }

  async signIn(): Promise<this> {
    await this.ask("POST", "/sign-in", { staffNo: "9001", pin: "820573" });
    return this;
  }
}

/** A terminal that has been given a till in a store. */
export async function enrol(bench: Bench, storeId: string): Promise<FakeTerminal> {
  const terminal = new FakeTerminal(bench);
  const browser = await new FakeBrowser(bench).signIn();
  const { userCode } = await terminal.requestCode();
  await browser.ask("POST", `/authorizations/${userCode}/approve`, { storeId });
  return terminal;
}

/** A chain of `length` entries; every third is a sale of 9.90, and one may be unreadable. */
export function chainOf(terminal: string, length: number, tag = "", unreadable = 0): WireEntry[] {
  const entries: WireEntry[] = [];
  let prev = genesisHash;
  for (let seq = 1; seq <= length; seq += 1) {
    const kind = seq % 3 === 0 ? "sale.completed" : "line.added";
    const body = seq === unreadable ? "{" : JSON.stringify({ total: 990, tag });
    const at = 1_800_000_000_000 + seq;
    const bytes = new TextEncoder().encode(body);
    const hash = entryHash({ terminal, epoch: 1, seq, at, kind, body: bytes, prev }, (data) =>
      createHash("sha256").update(data).digest("hex"),
    );
    entries.push({ seq, at, kind, body, prev, hash });
    prev = hash;
  }
  return entries;
}
