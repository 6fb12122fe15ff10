import { expect, test } from "vitest";
import { MemoryPort } from "../bench/memory-bench.ts";
import { joinPorts } from "./joined.ts";

test("the answer goes to the plug that spoke last, all wait and close together", () => {
  const [usb, network] = [new MemoryPort(), new MemoryPort()];
  const heard: number[] = [];
  const port = joinPorts(usb, network);
  port.listen((bytes) => heard.push(...bytes));

  port.write(Uint8Array.of(1));
  network.send(Uint8Array.of(7));
  port.write(Uint8Array.of(2));
  port.hold(true);
  port.close();

  expect(heard).toEqual([7]);
  expect([...usb.heard()]).toEqual([1]);
  expect([...network.heard()]).toEqual([2]);
  expect([usb.isHeld, network.isHeld, usb.isClosed, network.isClosed]).not.toContain(false);
});
