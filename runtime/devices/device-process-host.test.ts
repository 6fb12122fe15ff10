import { describe, expect, it } from "vitest";
import { nothingThere } from "#drivers/discovery/sighting.ts";
import type { ToDevices } from "#drivers/links/message.ts";
import {
  type DeviceProcessEvents,
  DeviceProcessHost,
} from "#runtime/devices/device-process-host.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import { fromHex } from "#test/support/hex.ts";
import { newest } from "#test/support/memory-link.ts";

const address = { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 } as const;

interface Started {
  readonly events: DeviceProcessEvents;
  readonly asked: ToDevices[];
  ended: "" | "disconnected" | "killed";
}

function hostOf() {
  const clock = new HandWoundClock();
  const processes: Started[] = [];
  const lines: string[] = [];
  const host = new DeviceProcessHost({
    clock,
    log: (line) => lines.push(line),
    start(events) {
      const started: Started = { events, asked: [], ended: "" };
      processes.push(started);
      return {
        pid: processes.length,
        send: (message) => started.asked.push(message),
        disconnect: () => {
          started.ended = "disconnected";
        },
        kill: () => {
          started.ended = "killed";
        },
      };
    },
  });
  return { clock, host, processes, lines };
}

/** Opens a link and writes down what it is told. */
function listen(host: DeviceProcessHost) {
  const told: string[] = [];
  const link = host.openLink(address, {
    opened: () => told.push("opened"),
    data: (bytes) => told.push(`data ${bytes.length}`),
    closed: (reason) => told.push(`closed ${reason}`),
  });
  return { link, told };
}

describe("the host of the device process", () => {
  it("starts it with the first link and passes messages to the link they are for", () => {
    const { host, processes } = hostOf();
    expect(processes).toHaveLength(0);

    const one = listen(host);
    const two = listen(host);
    const running = newest(processes);
    running.events.said({ type: "opened", id: "link-2" });
    running.events.said({ type: "data", id: "link-1", bytes: fromHex("41 42") });
    two.link.write(fromHex("43"));

    expect(processes).toHaveLength(1);
    expect([one.told, two.told]).toEqual([["data 2"], ["opened"]]);
    expect(running.asked.at(-1)).toEqual({ type: "write", id: "link-2", bytes: fromHex("43") });
  });

  it("tells every link when it dies, and starts it again after a quarter of a second", () => {
    const { clock, host, processes, lines } = hostOf();
    const before = [listen(host), listen(host)];

    newest(processes).events.died("SIGSEGV");
    const after = listen(host);
    clock.advance(249);
    expect(processes).toHaveLength(1);
    clock.advance(1);

    expect(before.map(({ told }) => told)).toEqual([
      ["closed device process ended: SIGSEGV"],
      ["closed device process ended: SIGSEGV"],
    ]);
    expect(newest(processes).asked).toEqual([{ type: "open", id: "link-3", address }]);
    expect(after.told).toEqual([]);
    expect(lines).toEqual(["device process: ended (SIGSEGV); starts again in 250 ms"]);
  });

  it("waits longer for a process that dies at every start", () => {
    const { clock, host, processes, lines } = hostOf();
    listen(host);

    newest(processes).events.died("exit code 1");
    clock.advance(250);
    newest(processes).events.died("exit code 1");

    expect(lines.at(-1)).toContain("starts again in 500 ms");
  });

  it("tells nothing of a link that is over", () => {
    const { host, processes } = hostOf();
    const { told } = listen(host);
    const { events } = newest(processes);

    events.said({ type: "closed", id: "link-1", reason: null });
    events.said({ type: "data", id: "link-1", bytes: fromHex("41") });

    expect(told).toEqual(["closed null"]);
  });

  it("asks every process, before its links, what is at the watched addresses", () => {
    const { clock, host, processes } = hostOf();
    const seen: string[] = [];
    const stop = host.watch(address, ({ mark }) => seen.push(mark));
    listen(host);
    const first = newest(processes);
    const sighting = { ...nothingThere, mark: "here" };
    first.events.said({ type: "sighted", id: "watch-1", sighting });
    first.events.died("SIGKILL");
    clock.advance(250);

    expect(first.asked.map(({ type }) => type)).toEqual(["watch", "open"]);
    expect(newest(processes).asked).toEqual([{ type: "watch", id: "watch-1", address }]);
    stop();
    newest(processes).events.said({ type: "sighted", id: "watch-1", sighting });
    expect(newest(processes).asked.at(-1)).toEqual({ type: "unwatch", id: "watch-1" });
    expect(seen).toEqual(["here"]);
  });

  it("closes a link that the next process has not opened yet", () => {
    const { clock, host, processes } = hostOf();
    listen(host);
    newest(processes).events.died("SIGKILL");
    const { link, told } = listen(host);

    link.close();
    clock.advance(250);

    expect(told).toEqual(["closed null"]);
    expect(newest(processes).asked).toEqual([]);
  });

  it("kills a process that hangs, and its links come back with the next", () => {
    const { clock, host, processes, lines } = hostOf();
    const { told } = listen(host);
    const hung = newest(processes);

    clock.advance(11_999);
    expect(hung.ended).toBe("");
    clock.advance(1);
    expect(hung.ended).toBe("killed");
    hung.events.died("SIGKILL");
    clock.advance(250);

    expect(told).toEqual(["closed device process ended: SIGKILL"]);
    expect(lines[0]).toBe("device process: does not answer; it is killed");
    expect(processes).toHaveLength(2);
  });

  it("leaves alone a process that answers, however late it does after a night's sleep", () => {
    const { clock, host, processes } = hostOf();
    listen(host);
    const running = newest(processes);

    for (let n = 0; n < 40; n += 1) {
      clock.advance(2000);
      if (n % 4 === 3) running.events.said({ type: "pong" });
    }

    expect(running.ended).toBe("");
    expect(running.asked.filter(({ type }) => type === "ping")).toHaveLength(40);
  });

  it("lets it go when stopped, and kills it when it does not go", async () => {
    const { clock, host, processes } = hostOf();
    const { told } = listen(host);
    const running = newest(processes);

    const stopped = host.stop();
    expect(running.ended).toBe("disconnected");
    clock.advance(2000);
    expect(running.ended).toBe("killed");
    running.events.died("SIGKILL");
    await stopped;

    clock.advance(60_000);
    expect(processes).toHaveLength(1);
    expect(told).toEqual([]);
  });
});
