/**
 * Who may use the bench. A page of another origin may not, by whatever name it reaches this
 * machine (DNS rebinding); a program may, without pretending to be a page.
 *
 * Browsers name themselves: with `Origin` in every POST, DELETE and WebSocket handshake (Fetch
 * standard, "append a request Origin header"; RFC 6455 section 10.2), and with `Sec-Fetch-Site` in
 * every request to this machine (Fetch Metadata). A request with neither comes from a program. An
 * old browser that sends neither still cannot send JSON to another origin without asking first
 * (CORS preflight), which is never granted: so a program's POST must be JSON. `Host` must be the
 * bench's own in any case.
 */
import { judge, type Verdict } from "#state/base/loopback.ts";

export interface Caller {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
}

/** 415 for what comes from no page and is not said to be JSON (RFC 9110 section 15.5.16). */
export type BenchVerdict = Verdict | 415;

export function admit(caller: Caller, port: number): BenchVerdict {
  const verdict = judge(caller, port);
  if (verdict !== 403 || !isProgram(caller)) return verdict;
  return isJson(caller) ? 200 : 415;
}

/** A WebSocket carries actions, so a page's handshake is judged as its POST would be. */
export function admitSocket(
  caller: Omit<Caller, "method" | "contentType">,
  port: number,
): BenchVerdict {
  return admit({ ...caller, method: "POST", contentType: "application/json" }, port);
}

function isProgram({ origin, fetchSite }: Caller): boolean {
  return origin === undefined && fetchSite === undefined;
}

function isJson({ method, contentType }: Caller): boolean {
  return method === "DELETE" || /^application\/json\s*(;|$)/i.test(contentType ?? "");
}
