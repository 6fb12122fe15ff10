/**
 * What every page server of the house demands of a request, so that no other page in the same
 * browser (DNS rebinding, cross-site posts) can drive the counter. Pure: each server calls it.
 */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The `Sec-Fetch-Site` header, where the browser sends it. */
  readonly fetchSite: string | undefined;
}

/** 200 to go on; 421 for a foreign Host (RFC 9110 section 15.5.20); 403 for a foreign Origin. */
export type Verdict = 200 | 403 | 421;

export function judge(asked: Asked, port: number): Verdict {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  if (asked.host === undefined || !hosts.includes(asked.host)) return 421;
  const own = `http://${asked.host}`;
  if (asked.origin !== undefined && asked.origin !== own) return 403;
  const isRead = asked.method === "GET" || asked.method === "HEAD";
  if (isRead) return 200;
  return asked.origin === own ? 200 : 403;
}

/** Sent with every answer. Inline styles stay allowed for Preact's `style`; scripts do not. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
