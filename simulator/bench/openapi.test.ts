import { afterEach, beforeEach, expect, test } from "vitest";
import { HidPosFace } from "../ports/usbip/hid-pos-face.ts";
import { KeyboardFace } from "../ports/usbip/keyboard-face.ts";
import { UsbipServer } from "../ports/usbip/server.ts";
import { benchActions } from "./actions.ts";
import { memoryBench, WoundClock } from "./memory-bench.ts";
import { type BenchServer, startBench } from "./server.ts";
import type { UsbBench } from "./usb-routes.ts";

let server: BenchServer;

/** Virtual USB devices that no host can reach: nothing listens. */
function usbBench(): UsbBench {
  const clock = new WoundClock();
  const scanner = new HidPosFace();
  const keyboard = new KeyboardFace(clock);
  const server = new UsbipServer([scanner.device, keyboard.device]);
  return { server, scanner, keyboard, clock };
}

beforeEach(async () => {
  const usb = usbBench();
  server = await startBench({
    host: memoryBench().host,
    usb,
    rack: [],
    pageFolder: "/nowhere",
    port: 0,
  });
});

afterEach(() => server.close());

const described = async () => (await fetch(`${server.url}api/openapi.json`)).json();

test("every action is described by the very schema that judges it", async () => {
  const { openapi, paths } = await described();

  expect(openapi).toBe("3.1.1");
  for (const { name, summary, schema } of benchActions) {
    const { post } = paths[`/api/${name}`];
    expect(post.summary).toBe(summary);
    expect(post.requestBody.content["application/json"].schema).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  }
});

test("every address that is described exists, and each has a name of its own", async () => {
  const { paths } = await described();
  const reads = Object.keys(paths).filter((path) => "get" in paths[path] && !path.includes("{"));

  for (const path of reads) {
    const answer = await fetch(new URL(path, server.url));
    expect([path, answer.status]).toEqual([path, 200]);
    await answer.body?.cancel();
  }
  const names = Object.values(paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((path) => Object.values(path))
    .map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("postApiScannerTrigger");
  expect(names).toContain("postApiUsbKeyboardTrigger");
  expect(paths["/api/receipts/{name}"].get.parameters).toMatchObject([
    { name: "name", in: "path" },
  ]);
});
