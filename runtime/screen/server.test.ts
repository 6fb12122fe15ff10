import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { pageHeaders } from "#state/base/loopback.ts";
import type { Intent } from "#state/intent.ts";
import type { Refusal } from "#state/refusal.ts";
import { viewOf } from "#test/support/counter-views.ts";
import { nothingOpen } from "../devices/diagnosis.ts";
import { HandWoundClock } from "../host/hand-wound-clock.ts";
import { ScreenServer } from "./server.ts";

const key = "k".repeat(43);
const cookie = `guitai-counter=${key}`;
const diagnose = () => nothingOpen(7);
const view = viewOf({ stage: "starting" });

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: { readonly [name: string]: string };
}

/** A counter screen on a real port, whose terminal answers as the test says. */
async function openScreen(answer: (intent: Intent) => Refusal | null = () => null) {
  const clock = new HandWoundClock();
  const asked: Intent[] = [];
  const ask = async (intent: Intent) => {
    asked.push(intent);
    return answer(intent);
  };
  const server = new ScreenServer({ port: 0, key, clock, view: () => view, diagnose, ask });
  const address = await server.listen();
  const { origin } = new URL(address);
  const leaving = new AbortController();
  onTestFinished(async () => {
    leaving.abort();
    await server.close();
  });
  const events = (headers: { readonly [name: string]: string } = { cookie }) =>
    fetch(`${origin}/events`, { headers, signal: leaving.signal });
  return { server, clock, asked, address, origin, events };
}

/** By Node's own client: it sends any Host, Origin and Sec-Fetch-Site that a test wants. */
function send(url: string, { method = "GET", headers = {}, body }: Sent = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const asking = request(url, { method, headers, agent: false }, async (answer) => {
        const chunks = await answer.toArray();
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
      asking.on("error", reject).end(body);
    },
  );
}

/** A post as the page itself makes it, but for what the test changes. */
const post = (origin: string, body: string, headers: { readonly [name: string]: string } = {}) =>
  send(`${origin}/intents`, {
    method: "POST",
    body,
    headers: { origin, cookie, "content-type": "application/json", ...headers },
  });

const openPos = JSON.stringify({ type: "openPos" });

/** Messages of a stream, one at a time, as the terminal separates them. */
function messagesOf(answer: Response): () => Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  return async () => {
    for (;;) {
      const end = rest.indexOf("\n\n");
      if (end >= 0) {
        const message = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return message;
      }
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return "(the stream has ended)";
      rest += chunk.value;
    }
  };
}

describe("the door of the counter screen", () => {
  test("the printed address makes the browser known, by a cookie no script reads", async () => {
    const { address } = await openScreen();

    const answer = await send(address);

    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe("/");
    const [given = ""] = answer.headers["set-cookie"] ?? [];
    expect(given.split("; ")).toEqual(
      expect.arrayContaining([cookie, "HttpOnly", "SameSite=Strict", "Path=/"]),
    );
  });

  test("whoever has the key may see what the devices did", async () => {
    const { origin } = await openScreen();

    const answer = await send(`${origin}/diagnosis`, { headers: { cookie } });

    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(answer.text)).toEqual(nothingOpen(7));
  });

  test.each([
    ["no key at all", "/", {}],
    ["the stream without a key", "/events", {}],
    ["the diagnosis without a key", "/diagnosis", {}],
    ["no key in the address", "/enter", {}],
    ["a wrong key in the address", `/enter?key=${"x".repeat(43)}`, {}],
    ["an empty key in the address", "/enter?key=", {}],
    ["a wrong key in the cookie", "/events", { cookie: `guitai-counter=${"x".repeat(43)}` }],
    ["the key under another name", "/events", { cookie: `other=${key}` }],
  ])("%s is a stranger's: 401 and a word on what to open", async (_, path, headers) => {
    const { origin } = await openScreen();

    const answer = await send(`${origin}${path}`, { headers });

    expect(answer.status).toBe(401);
    expect(answer.text).toContain("Open the counter screen with the whole address");
  });

  test("a post without the key asks the terminal nothing", async () => {
    const { origin, asked } = await openScreen();

    const answer = await post(origin, openPos, { cookie: "" });

    expect(answer.status).toBe(401);
    expect(asked).toEqual([]);
  });

  test.each([
    ["a name rebound to this machine", { host: "evil.example" }, 421],
    ["another page's post", { origin: "http://evil.example" }, 403],
    ["a sandboxed frame's post", { origin: "null" }, 403],
  ])("%s is turned away, key or not", async (_, headers, status) => {
    const { origin, asked } = await openScreen();

    const answer = await post(origin, openPos, headers);

    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({ code: "screen/foreign-page" });
    expect(asked).toEqual([]);
  });

  test("a port that is taken is said so, with what to do", async () => {
    const { origin } = await openScreen();
    const port = Number(new URL(origin).port);
    const clock = new HandWoundClock();
    const ask = async () => null;

    const second = new ScreenServer({ port, key, clock, view: () => view, diagnose, ask }).listen();

    await expect(second).rejects.toMatchObject({ code: "screen/port-taken" });
  });
});

describe("an intent", () => {
  test("that is taken is answered without words", async () => {
    const { origin, asked } = await openScreen();

    const answer = await post(origin, openPos);

    expect(answer).toMatchObject({ status: 204, text: "" });
    expect(asked).toEqual([{ type: "openPos" }]);
  });

  test("that is refused is answered with the refusal's code", async () => {
    const refusal = { code: "sale/not-now", params: {} };
    const { origin } = await openScreen(() => refusal);

    const answer = await post(origin, openPos);

    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.text)).toEqual(refusal);
  });

  test.each([
    ["no JSON", "{"],
    ["no intent", '{"type":"giveMoney"}'],
    ["an amount that is no number", '{"type":"tenderCash","amount":"100"}'],
    ["half a fen", '{"type":"tenderCash","amount":0.5}'],
    ["nothing", "null"],
  ])("of %s is malformed and never reaches the terminal", async (_, body) => {
    const { origin, asked } = await openScreen();

    const answer = await post(origin, body);

    expect(answer.status).toBe(400);
    expect(asked).toEqual([]);
  });
});

test("every answer carries the page's policy, the stream's and a stranger's included", async () => {
  const { origin, address, events } = await openScreen();
  const known = { headers: { cookie } };

  const answers = await Promise.all([
    send(address),
    send(origin),
    send(`${origin}/no-such-file`, known),
    send(origin, { headers: { cookie, host: "evil.example" } }),
    post(origin, openPos, { origin: "http://evil.example" }),
    post(origin, openPos),
    post(origin, "{"),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([302, 401, 404, 421, 403, 204, 400]);
  for (const { headers } of answers) expect(headers).toMatchObject(pageHeaders);
  const streamed = await events();
  expect(Object.fromEntries(streamed.headers)).toMatchObject(pageHeaders);
});

describe("a stream", () => {
  test("begins with the view and goes on with each new one", async () => {
    const { server, events } = await openScreen();
    const next = messagesOf(await events());

    const first = await next();
    server.show({ ...view, seq: 2 });

    expect(first).toBe(`retry: 500\ndata: ${JSON.stringify(view)}`);
    expect(await next()).toBe(`data: ${JSON.stringify({ ...view, seq: 2 })}`);
  });

  test("beats every ten seconds, so that a silent one is known to hang", async () => {
    const { server, clock, events } = await openScreen();
    const next = messagesOf(await events());
    await next();

    clock.advance(9999);
    server.show({ ...view, seq: 2 });
    clock.advance(1);
    clock.advance(10_000);

    expect(await next()).toContain('"seq":2');
    expect(await next()).toBe("event: beat\ndata:");
    expect(await next()).toBe("event: beat\ndata:");
  });

  test("ends, and beats no more, once the screen is closed", async () => {
    const { server, clock, events } = await openScreen();
    const next = messagesOf(await events());
    await next();

    await server.close();
    clock.advance(60_000);

    expect(await next()).toBe("(the stream has ended)");
  });

  test("beyond the twentieth is not opened", async () => {
    const { events } = await openScreen();
    const opened = await Promise.all(Array.from({ length: 20 }, () => events()));

    const oneMore = await events();

    expect(opened.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(oneMore.status).toBe(503);
    expect(await oneMore.json()).toEqual({ code: "screen/too-many" });
  });

  test("that nobody reads is cut off, and the others go on", async () => {
    const { server, events } = await openScreen();
    const next = messagesOf(await events());
    const unread = await events();
    await next();
    const name = { zh: "水".repeat(500_000), en: "water" };
    const large = { ...view, printing: { jobs: 1, trouble: name } };

    for (let seq = 2; seq <= 12; seq += 1) {
      server.show({ ...large, seq });
      expect(await next()).toContain(`"seq":${seq},`);
    }

    await expect(unread.text()).rejects.toThrow();
  });
});
