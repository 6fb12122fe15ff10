import type { RefusalResponse } from "#sync/protocol.ts";

/** A refusal is a value: what the server answers, and the status it answers with. */
export interface Refused extends RefusalResponse {
  readonly status: 400 | 401 | 403 | 404 | 409 | 423 | 429;
}

/** @param code as in `state/refusal.ts`: `area/what-is-wrong` */
export function refused(
  status: Refused["status"],
  code: string,
  params: Record<string, string> = {},
): Refused {
  return { status, refusal: { code, params } };
}

/** Tells a refusal from an answer. */
export function isRefused(value: object): value is Refused {
  return "refusal" in value && "status" in value;
}
