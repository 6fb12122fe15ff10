import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pluggedUsb as plugged } from "#test/support/fake-usb.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("what a USB device answers that is no data", () => {
  it("empty packets without end are borne, and not in a busy loop", async () => {
    const { device, told } = await plugged();
    const read = vi.spyOn(device, "transferIn");
    for (let ms = 0; ms < 1000; ms += 1) {
      device.send("");
      await passes(1);
    }
    await passes(100);
    device.send("12");
    await passes(0);

    expect(told).toEqual(["opened", "data 12"]);
    expect(read.mock.calls.length).toBeGreaterThan(40);
    expect(read.mock.calls.length).toBeLessThan(60);
  });

  it("a read that times out is asked again, for as long as it takes", async () => {
    const { device, told } = await plugged();
    await passes(24 * 3_600_000);
    device.send("12");
    await passes(0);

    expect(told).toEqual(["opened", "data 12"]);
  });

  it("a STALL is cleared, and the packet that it refused is sent again", async () => {
    const { device, told, link } = await plugged();
    device.outFailures.push("Stall");
    link.write(fromHex("41"));
    link.write(fromHex("42"));
    await passes(1000);

    expect(device.taken).toEqual(["41", "42"]);
    expect(device.did.at(-1)).toBe("clear halt out 1");
    expect(told).toEqual(["opened"]);
  });

  it("a STALL of the answers is cleared, and reading goes on", async () => {
    const { device, told } = await plugged({
      prepare: ({ inFailures }) => inFailures.push("Stall", "Stall"),
    });
    await passes(1000);
    device.send("12");
    await passes(0);

    expect(told).toEqual(["opened", "data 12"]);
    expect(device.did.filter((what) => what === "clear halt in 2")).toHaveLength(2);
  });

  it("STALL upon STALL ends the link", async () => {
    const { device, told, link } = await plugged();
    device.outFailures.push(...Array.from({ length: 100 }, () => "Stall"));
    link.write(fromHex("41"));
    await passes(10_000);

    expect(told).toEqual(["opened", "closed transferOut error: Stall"]);
    expect(device.did.at(-1)).toBe("close");
  });

  it("a halt that cannot be cleared ends the link", async () => {
    const { told, device, link } = await plugged();
    device.refuses.set("clear", "clearHalt error: Disconnected");
    device.outFailures.push("Stall");
    link.write(fromHex("41"));
    await passes(1000);

    expect(told).toEqual(["opened", "closed transferOut error: Stall"]);
  });

  it("NAK for a day keeps what was written, and prints it once", async () => {
    const { device, told, link } = await plugged();
    device.isBusy = true;
    link.write(Uint8Array.from({ length: 130 }, (_, at) => at));
    await passes(24 * 3_600_000);
    expect(device.taken).toEqual([]);

    device.becomeReady();
    await passes(0);

    const taken = device.taken.map((packet) => packet.split(" ").length);
    expect(taken).toEqual([64, 64, 2]);
    expect(device.taken.join(" ")).toBe(toHex(Uint8Array.from({ length: 130 }, (_, at) => at)));
    expect(told).toEqual(["opened"]);
  });

  it("a printer that takes nothing is given up when too much waits for it", async () => {
    const { device, told, link } = await plugged();
    device.isBusy = true;
    for (let n = 0; n < 5; n += 1) link.write(new Uint8Array(64 * 1024));
    await passes(10_000);

    expect(told).toEqual(["opened", "closed the device takes no more bytes"]);
  });
});
