import { afterEach, beforeEach, expect, test } from "vitest";
import { type MemoryBench, memoryBench } from "./memory-bench.ts";
import { type BenchServer, startBench } from "./server.ts";

let bench: MemoryBench;
let server: BenchServer;

beforeEach(async () => {
  bench = memoryBench();
  server = await startBench({ host: bench.host, rack: [], pageFolder: "/nowhere", port: 0 });
});

afterEach(() => server.close());

async function post(name: string, sent: object) {
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(sent) };
  const answer = await fetch(`${server.url}api/${name}`, init);
  return { status: answer.status, body: await answer.json() };
}

test.each([
  ["scanner/trigger", {}, "missing-field", "`label` is missing"],
  ["scanner/trigger", { label: "1", chunks: 0 }, "bad-value", "`chunks` is 0: it must be >= 1"],
  ["scanner/bytes", { hex: "0" }, "bad-value", '`hex` is "0": it must match pattern'],
  ["printer", {}, "missing-field", "The body asks for nothing"],
  ["printer", [], "bad-value", "The body is []: it must be object"],
  ["printer", { paper: "gone" }, "bad-value", '`paper` is "gone": it must be equal to one of'],
  ["printer", { tear: false }, "bad-value", "`tear` is false: it must be equal to constant"],
  ["drawer", { open: "yes" }, "bad-value", '`open` is "yes": it must be boolean'],
  ["display", { speaks: "x".repeat(99) }, "bad-value", `\`speaks\` is "${"x".repeat(59)}: it`],
  ["scale", { grams: 0.5 }, "bad-value", "`grams` is 0.5: it must be integer"],
  ["drawer", { unknown: true }, "unknown-field", "There is no field `unknown`"],
  ["line", { device: "drawer", cable: "out" }, "bad-value", '`device` is "drawer"'],
  ["line", { device: "printer" }, "missing-field", "The body asks for nothing"],
  ["scenario", { name: "no text" }, "missing-field", "`text` or `stop` is missing"],
  ["scenario", { text: "sing" }, "bad-scenario", "scenario:1: `sing` is not known here"],
  ["usb/printer", { nakAfterBytes: 1 }, "missing-field", "`nakMs` is missing"],
  [
    ...(["line", { device: "printer", toHost: { delayMs: -1 } }] as const),
    ...(["bad-value", "`toHost.delayMs` is -1: it must be >= 0"] as const),
  ],
  [
    ...(["line", { device: "printer", toHost: { late: 1 } }] as const),
    ...(["unknown-field", "There is no field `toHost.late`"] as const),
  ],
])("POST /api/%s with %j: %s", async (name, body, code, what) => {
  const answer = await post(name, body);

  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe(`simulator/${code}`);
  expect(answer.body.what).toContain(what);
  expect(answer.body.fix).not.toBe("");
});

test.each([
  ["printer", { papr: "out" }, "Known are `paper`, `paperLeftLines`, "],
  ["printer", { paper: 1 }, "Send JSON as GET /api/openapi.json describes it."],
  ["printer", { paper: "gone" }, "Allowed: `ok`, `near-end`, `out`."],
  ["printer", { tear: false }, "Allowed: `true`."],
  ["display", {}, "Add at least one of `power`, `speaks`."],
  ["line", { device: "printer" }, "Add at least one of `cable`, `toDevice`, "],
])("POST /api/%s with %j is told what would do", async (name, body, fix) => {
  const answer = await post(name, body);

  expect(answer.body.fix).toContain(fix);
});

test("a device that is not there, by its name", async () => {
  const answer = await post("usb/till", { plugged: true });

  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({
    code: "simulator/unknown-device",
    what: "No device here is called `till`",
    fix: expect.stringContaining("hid-drawer (1-6)"),
  });
});

test.each([
  ["{", { "content-type": "application/json" }, 400],
  ["", { "content-type": "application/json" }, 400],
  ['{"open":true}', { "content-type": "application/x-www-form-urlencoded" }, 415],
  ['{"open":true}', {}, 415],
])("a body %j under %j, which is not JSON", async (body, headers, status) => {
  const answer = await fetch(`${server.url}api/drawer`, { method: "POST", headers, body });

  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code: "simulator/not-json" });
  expect(bench.host.state.drawer.openings).toBe(0);
});
