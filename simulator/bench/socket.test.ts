import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { type MemoryBench, memoryBench } from "./memory-bench.ts";
import { type BenchServer, startBench } from "./server.ts";

let bench: MemoryBench;
let server: BenchServer;
const sockets: WebSocket[] = [];

beforeEach(async () => {
  bench = memoryBench();
  server = await startBench({ host: bench.host, rack: [], pageFolder: "/nowhere", port: 0 });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server.close();
});

function connect(headers: Record<string, string> = {}, path = "api/socket") {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}${path}`, { headers });
  sockets.push(socket);
  return socket;
}

interface Heard {
  readonly state?: { readonly drawer: { readonly openings: number } };
  readonly answer?: unknown;
  readonly ok?: boolean;
  readonly code?: string;
  readonly what?: string;
}

/** A client that names no origin, as programs do. */
async function program() {
  const socket = connect();
  const heard: Heard[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(data.toString())));
  await once(socket, "open");
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  return {
    socket,
    heard,
    answers: () => heard.filter((each) => "answer" in each),
    say: (message: unknown) => socket.send(JSON.stringify(message)),
  };
}

test("a client hears the state at once and after each change", async () => {
  const { heard } = await program();
  expect(heard[0]?.state?.drawer.openings).toBe(0);

  bench.host.act("drawer", { kind: "open" });

  await vi.waitFor(() => expect(heard.at(-1)?.state?.drawer.openings).toBe(1));
});

test("it does every action of the API, in order, and hears of each", async () => {
  const { say, answers } = await program();

  say({ id: 1, do: "scanner/trigger", with: { label: "123", aim: false } });
  say({ id: "two", do: "printer", with: { cover: "open" } });
  say({ id: 3, do: "line", with: { device: "scanner", cable: "out" } });

  await vi.waitFor(() => expect(answers()).toHaveLength(3));
  expect(answers().map(({ answer, ok }) => [answer, ok])).toEqual([
    [1, true],
    ["two", true],
    [3, true],
  ]);
  expect(new TextDecoder().decode(bench.scanner.heard())).toBe("123\r");
  expect(bench.host.state.printer.cover).toBe("open");
});

describe("it is refused", () => {
  test.each([
    ["what the schema forbids", { id: 7, do: "printer", with: { paper: "gone" } }, 7],
    ["an action nobody knows", { id: 7, do: "kettle" }, 7],
    ["a scenario with a wrong line", { id: 7, do: "scenario", with: { text: "open door" } }, 7],
    ["a way out of the API", { id: 7, do: "../index.html" }, null],
    ["what is no action", ["hello"], null],
  ])("%s, with code and reason", async (_name, message, id) => {
    const { say, answers } = await program();

    say(message);

    await vi.waitFor(() => expect(answers()).toHaveLength(1));
    expect(answers()[0]).toMatchObject({ answer: id, ok: false });
    expect(answers()[0]?.code).toMatch(/^simulator\//);
  });

  test.each([
    ["another page", { origin: "http://evil.example" }, "api/socket", 403],
    ["a page whose name was rebound", { host: "evil.example" }, "api/socket", 421],
    ["a browser that hides its origin", { "sec-fetch-site": "cross-site" }, "api/socket", 403],
    ["another address", {}, "api/other", 404],
  ])("%s", async (_name, headers, path, status) => {
    const socket = connect(headers, path);
    socket.on("error", () => {});

    const [, response] = await once(socket, "unexpected-response");

    expect(response.statusCode).toBe(status);
  });
});

test("the bench's own page may open it, and a bench that ends lets go of it", async () => {
  const socket = connect({ origin: new URL(server.url).origin });
  await once(socket, "open");

  const closed = once(socket, "close");
  await server.close();

  expect((await closed)[0]).toBe(1001);
});
