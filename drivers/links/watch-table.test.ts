import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nothingThere } from "#drivers/discovery/sighting.ts";
import { WatchTable } from "#drivers/links/watch-table.ts";

const address = { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("tells what is there at once, then each change within a second, and nothing else", () => {
  const told: string[] = [];
  let mark = "";
  const watches = new WatchTable(
    () => ({ ...nothingThere, mark }),
    (message) => told.push(message.type === "sighted" ? message.sighting.mark : message.type),
  );

  watches.obey({ type: "watch", id: "watch-1", address });
  vi.advanceTimersByTime(3000);
  expect(told).toEqual([""]);
  mark = "one";
  vi.advanceTimersByTime(1000);
  mark = "two";
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(["", "one", "two"]);

  watches.obey({ type: "unwatch", id: "watch-1" });
  mark = "three";
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(["", "one", "two"]);
  expect(vi.getTimerCount()).toBe(0);
});
