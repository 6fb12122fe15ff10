import { describe, expect, it, vi } from "vitest";
import { LinkTable } from "#drivers/links/link-table.ts";
import type { FromDevices } from "#drivers/links/message.ts";
import { fromHex } from "#test/support/hex.ts";
import { memoryLinks } from "#test/support/memory-link.ts";

const address = { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 } as const;

function tableOf() {
  const told: FromDevices[] = [];
  const { links, openLink } = memoryLinks();
  const table = new LinkTable(openLink, (message) => told.push(message));
  table.obey({ type: "open", id: "a", address });
  table.obey({ type: "open", id: "b", address });
  const [a, b] = links;
  if (a === undefined || b === undefined) throw new Error("two links were asked for");
  return { table, told, a, b };
}

describe("the links of the device process", () => {
  it("are told apart", () => {
    const { table, told, a, b } = tableOf();

    a.plug();
    b.send("41");
    table.obey({ type: "write", id: "a", bytes: fromHex("42") });

    expect(told).toEqual([
      { type: "opened", id: "a" },
      { type: "data", id: "b", bytes: fromHex("41") },
    ]);
    expect([a.takeWritten(), b.takeWritten()]).toEqual(["42", ""]);
  });

  it("fall one at a time", () => {
    const { table, told, a, b } = tableOf();

    a.unplug("Input/output error");
    table.obey({ type: "write", id: "a", bytes: fromHex("42") });
    b.send("41");

    expect(told).toEqual([
      { type: "closed", id: "a", reason: "Input/output error" },
      { type: "data", id: "b", bytes: fromHex("41") },
    ]);
  });

  it("close when asked, and forget what is written after", () => {
    const { table, told, a } = tableOf();

    table.obey({ type: "close", id: "a" });
    table.obey({ type: "write", id: "a", bytes: fromHex("42") });

    expect(told).toEqual([{ type: "closed", id: "a", reason: null }]);
    expect(a.takeWritten()).toBe("");
  });

  it("all close before the process goes, and one that does not is not waited for", async () => {
    vi.useFakeTimers();
    const { table, told, a, b } = tableOf();
    const gone = vi.fn();
    vi.spyOn(b, "close").mockImplementation(() => {});

    table.closeAll(1500).then(gone);
    await vi.advanceTimersByTimeAsync(1499);
    expect(told).toEqual([{ type: "closed", id: "a", reason: null }]);
    expect(gone).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(gone).toHaveBeenCalledOnce();

    const other = tableOf();
    await other.table.closeAll(1500);
    expect([other.a.isClosed, other.b.isClosed]).toEqual([true, true]);
    vi.useRealTimers();
    expect(a.isClosed).toBe(true);
  });
});
