/** The one place that uses the network as a client. */

export interface Reply {
  readonly status: number;
  /** The answer's JSON; null when it has none. */
  readonly answer: unknown;
}

/** For the whole of a request and its answer. */
const timeoutMs = 10_000;

/**
 * One request, tried once. Redirects are not followed: they would lead a signed request elsewhere.
 *
 * @throws when there is no answer within ten seconds
 */
export async function exchange(
  url: URL,
  request: {
    readonly method: "GET" | "POST";
    readonly headers: Record<string, string>;
    /** Sent with a POST only. */
    readonly body: string;
  },
): Promise<Reply> {
  const { method, headers, body } = request;
  const reply = await fetch(url, {
    method,
    headers,
    ...(method === "POST" ? { body } : {}),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: reply.status, answer: parse(await reply.text()) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
