import { type OutgoingHttpHeaders, request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { type MemoryBench, memoryBench } from "./memory-bench.ts";
import { readRack } from "./rack.ts";
import { type BenchServer, startBench } from "./server.ts";

let bench: MemoryBench;
let server: BenchServer;

beforeEach(async () => {
  bench = memoryBench();
  const rack = readRack(null);
  server = await startBench({ host: bench.host, rack, pageFolder: "/nowhere", port: 0 });
});

afterEach(() => server.close());

async function call(method: string, path: string, body?: object) {
  const origin = new URL(server.url).origin;
  const headers = { origin, ...(body && { "content-type": "application/json" }) };
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${origin}${path}`, { method, headers, ...init });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") === true;
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}

/** With headers that `fetch` keeps to itself. */
function statusOf(method: string, path: string, headers: OutgoingHttpHeaders, body = "") {
  return new Promise((resolve, reject) => {
    request(`${server.url}${path}`, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end(body);
  });
}

describe("scanner", () => {
  test("a trigger goes out on the scanner's port as the request says", async () => {
    await call("POST", "/api/scanner/trigger", {
      label: "96385074",
      aim: false,
      terminator: "crlf",
    });

    expect(new TextDecoder().decode(bench.scanner.heard())).toBe("96385074\r\n");
  });

  test("raw bytes go out as they are", async () => {
    const { body } = await call("POST", "/api/scanner/bytes", { hex: "00 ff0d" });

    expect(toHex(bench.scanner.heard())).toBe("00 ff 0d");
    expect(body.scanner.scans).toBe(1);
  });
});

describe("printer and drawer", () => {
  test("faults are switched on and off, several at once", async () => {
    const { body } = await call("POST", "/api/printer", { paper: "out", cover: "open" });

    expect(body.printer).toMatchObject({ paper: "out", cover: "open", online: false });
    expect(body.printer.status).toEqual(["1a", "36", "12", "7e"]);
  });

  test("the drawer opens by key, counts and closes", async () => {
    await call("POST", "/api/drawer", { open: true });
    await call("POST", "/api/drawer", { open: false, jammed: true });

    expect((await call("GET", "/api/drawer")).body).toEqual({
      open: false,
      jammed: true,
      switchStuck: false,
      openings: 1,
      bounceMs: 50,
      sense: "high",
      // Its contacts still chatter.
      level: "high",
    });
  });
});

describe("customer display", () => {
  test("shows what was written to its port, in the language it is set to", async () => {
    await call("POST", "/api/display", { speaks: "led8" });
    bench.display.send(fromHex("1b 73 32 1b 51 41 31 32 2e 35 30 0d"));

    expect((await call("GET", "/api/display")).body).toEqual({
      power: "on",
      speaks: "led8",
      shown: { kind: "digits", digits: "12.50", lights: [false, true, false, false] },
    });
  });
});

describe("the scale", () => {
  test("tells what was put on it, in the language it is set to", async () => {
    await call("POST", "/api/scale", { grams: 1250, speaks: "cas-enq" });
    bench.clock.advance(1000);
    bench.scale.send(fromHex("11"));

    expect(toHex(bench.scale.heard())).toBe("01 02 53 20 30 31 2e 32 35 30 6b 67 67 03 04");
    expect((await call("GET", "/api/scale")).body).toEqual({
      ...{ speaks: "cas-enq", power: "on", grams: 1250, restless: false, delayMs: 0 },
    });
  });
});

describe("the drawer with a line of its own", () => {
  test("opens on its byte, and can be jammed and stuck", async () => {
    bench.box.send(fromHex("07"));
    const { body } = await call("POST", "/api/drawer-box", {
      switchStuck: true,
      speaks: "ibm-4840",
    });
    await call("POST", "/api/drawer-box", { open: false, jammed: true });

    expect(body.box).toMatchObject({ open: true, switchStuck: true, openings: 1 });
    expect((await call("GET", "/api/drawer-box")).body).toEqual({
      speaks: "ibm-4840",
      open: false,
      jammed: true,
      switchStuck: true,
      openings: 1,
      bounceMs: 50,
      sense: "high",
    });
  });
});

describe("the cables", () => {
  test("are spoiled in one direction, told in the state, and mended", async () => {
    const spoiled = await call("POST", "/api/line", {
      device: "scanner",
      toHost: { loseNext: 2 },
    });
    await call("POST", "/api/scanner/trigger", { label: "1234", aim: false });
    const mended = await call("POST", "/api/line", { device: "scanner", mend: true });

    expect(spoiled.body.lines.scanner.toHost.loseNext).toBe(2);
    expect(new TextDecoder().decode(bench.scanner.heard())).toBe("34\r");
    expect(mended.body.lines.scanner).toMatchObject({ cable: "in", toHost: { lost: 2 } });
  });

  test("pass a reset on to the port", async () => {
    await call("POST", "/api/line", { device: "printer", toDevice: { resetAfter: 3 } });

    bench.printer.send(fromHex("31 32 33 34"));

    expect(bench.printer.resets).toBe(1);
  });
});

describe("a scenario", () => {
  test("is played from its text, told in the state, and stopped", async () => {
    const text = "open cover\nat 1s open drawer";
    const { body } = await call("POST", "/api/scenario", { text, name: "mine" });
    expect(body.printer.cover).toBe("open");
    expect(body.scenario).toMatchObject({ name: "mine", outcome: "running", line: 2 });

    const stopped = await call("POST", "/api/scenario", { stop: true });
    bench.clock.advance(2000);

    expect(stopped.body.scenario.outcome).toBe("stopped");
    expect(bench.host.state.drawer.open).toBe(false);
  });

  test("with a wrong line is refused by name and line", async () => {
    const answer = await call("POST", "/api/scenario", { text: "# x\nopen door", name: "mine" });

    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe("simulator/bad-scenario");
    expect(answer.body.what).toContain("mine:2: `door`");
    expect(answer.body.fix).toContain("Expected: cover, drawer");
  });
});

describe("receipts", () => {
  beforeEach(() => {
    bench.printer.send(fromHex("c4 e3 ba c3 0a 1d 56 00 41 0a"));
    bench.clock.advance(10_000);
  });

  test("are listed with their text, and the one in the printer is not complete", async () => {
    const { body } = await call("GET", "/api/receipts");

    expect(body).toEqual([
      { number: 1, text: "你好\n[cut]\n", complete: true, edge: "cut", bytes: 8, heightMm: 4 },
      { number: 2, text: "A\n", complete: false, edge: "open", bytes: 2, heightMm: 4 },
    ]);
  });

  test("come as text and as a picture", async () => {
    const text = await call("GET", "/api/receipts/1.txt");
    const picture = await call("GET", "/api/receipts/1.svg");

    expect(text.body).toBe("你好\n[cut]\n");
    expect(picture.headers.get("content-type")).toContain("image/svg+xml");
    expect(picture.body).toContain(">你</text>");
    expect((await call("GET", "/api/receipts/9.svg")).status).toBe(404);
    expect((await call("GET", "/api/receipts/1.bmp")).status).toBe(404);
  });

  test("go to the bin, but not the one in the printer; tearing ends that", async () => {
    expect((await call("DELETE", "/api/receipts")).body.receipts.numbers).toEqual([2]);

    const { body } = await call("POST", "/api/printer", { tear: true });

    expect(body.receipts).toMatchObject({ printing: null, newest: 2 });
  });
});

describe("what is refused", () => {
  test("an address that does not exist", async () => {
    expect((await call("GET", "/api/nothing")).body.code).toBe("simulator/not-found");
  });

  test("nothing of a program that names no origin and sends JSON", async () => {
    const answer = await fetch(`${server.url}api/drawer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"open":true}',
    });

    expect(answer.status).toBe(200);
    expect(bench.host.state.drawer.openings).toBe(1);
  });

  test("nothing of a program that offers another protocol, as Java's client does", async () => {
    const headers = {
      ...{ connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAEAAEAA" },
      ...{ "content-type": "application/json" },
    };
    const status = await statusOf("POST", "api/drawer", headers, '{"open":true}');

    expect(status).toBe(200);
    expect(bench.host.state.drawer.openings).toBe(1);
  });

  test("another page's request, and a name that was bound to loopback", async () => {
    const foreign = await fetch(`${server.url}api/drawer`, {
      method: "POST",
      headers: { origin: "http://evil.example", "content-type": "application/json" },
      body: '{"open":true}',
    });
    const rebound = await statusOf("GET", "api/state", { host: "evil.example" });

    expect([foreign.status, rebound]).toEqual([403, 421]);
    expect(bench.host.state.drawer.openings).toBe(0);
  });

  test("a port that somebody else has, with what to do", async () => {
    const port = Number(new URL(server.url).port);
    const second = startBench({ host: bench.host, rack: [], pageFolder: "/nowhere", port });

    await expect(second).rejects.toMatchObject({ code: "simulator/port-taken" });
    await expect(second).rejects.toHaveProperty("fix", expect.stringContaining("--port"));
  });
});

test("every answer carries the page's policy, and a page that is not built says so", async () => {
  const { status, headers, body } = await call("GET", "/");

  expect(status).toBe(503);
  expect(body.code).toBe("simulator/no-page");
  expect(headers.get("content-security-policy")).toContain("default-src 'self'");
});

test("the stream of states begins at once and goes on with each change", async () => {
  const answer = await fetch(`${server.url}api/events`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();

  const first = await reader?.read();
  bench.host.act("drawer", { kind: "open" });
  const second = await reader?.read();

  expect(first?.value).toContain('"openings":0');
  expect(second?.value).toContain('"openings":1');
  await reader?.cancel();
});

test("without a file the rack has labels whose check digits are right", async () => {
  const { body } = await call("GET", "/api/rack");

  expect(body.map((each: { label: string }) => each.label)).toContain("6901234567892");
});
