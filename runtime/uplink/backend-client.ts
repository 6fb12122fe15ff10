import type { z } from "zod";
import type { Refusal } from "#state/refusal.ts";
import { refusalResponse, signatureHeaders, signedRequestText } from "#sync/protocol.ts";
import type { Clock } from "../host/clock.ts";
import { exchange, type Reply } from "../host/http.ts";
import type { Identity } from "../host/identity.ts";
import { randomKey } from "../host/random.ts";
import { sha256Hex } from "../ledger/sha256.ts";

/** What became of a request: an answer, a refusal with its code, or nothing at all. */
export type Answered<T> =
  | { readonly type: "ok"; readonly value: T }
  | { readonly type: "refused"; readonly status: number; readonly refusal: Refusal }
  /** No answer, or none that can be understood: the request may or may not have had its effect. */
  | { readonly type: "unreachable"; readonly reason: string };

/**
 * Speaks to the backend. Every request is signed with the terminal's key and tried once: whether to
 * try again is for the caller to say, who knows what it would do twice.
 */
export class BackendClient {
  readonly #base: URL;
  readonly #identity: Identity;
  readonly #clock: Clock;

  constructor(base: URL, identity: Identity, clock: Clock) {
    this.#base = base;
    this.#identity = identity;
    this.#clock = clock;
  }

  /** @param body sent as JSON; undefined makes it a GET */
  async ask<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Answered<T>> {
    const method = body === undefined ? "GET" : "POST";
    const text = body === undefined ? "" : JSON.stringify(body);
    try {
      const { status, answer } = await this.#send(method, path, text);
      if (status < 300) {
        const parsed = schema.safeParse(answer);
        return parsed.success
          ? { type: "ok", value: parsed.data }
          : { type: "unreachable", reason: `unexpected answer to ${path}` };
      }
      const refused = refusalResponse.safeParse(answer);
      return refused.success
        ? { type: "refused", status, refusal: refused.data.refusal }
        : { type: "unreachable", reason: `status ${status} for ${path}` };
    } catch (error) {
      return { type: "unreachable", reason: String(error) };
    }
  }

  async #send(method: "GET" | "POST", path: string, body: string): Promise<Reply> {
    const timestamp = String(this.#clock.wall());
    const nonce = randomKey();
    const bodySha256 = sha256Hex(body);
    const signed = signedRequestText({ method, path, timestamp, nonce, bodySha256 });
    const headers = {
      ...(method === "POST" ? { "content-type": "application/json" } : {}),
      [signatureHeaders.terminal]: this.#identity.thumbprint,
      [signatureHeaders.timestamp]: timestamp,
      [signatureHeaders.nonce]: nonce,
      [signatureHeaders.signature]: this.#identity.sign(signed),
    };
    return exchange(new URL(path, this.#base), { method, headers, body });
  }

  /**
   * The status and JSON of an answer, whatever it is: RFC 8628 has errors of its own.
   *
   * @throws when there is no answer
   */
  raw(path: string, body: unknown): Promise<Reply> {
    return this.#send("POST", path, JSON.stringify(body));
  }
}
