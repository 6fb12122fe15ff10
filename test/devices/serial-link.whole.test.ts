import { afterEach, describe, expect, it, vi } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { DeviceProcessHost } from "#runtime/devices/device-process-host.ts";
import { type DeviceConfiguration, openDevices } from "#runtime/devices/devices.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { Pty } from "#test/support/pty.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const text = (characters: string) => new TextEncoder().encode(characters);

function ptyOf(heard: (bytes: Uint8Array, pty: Pty) => void = () => {}): Pty {
  const pty: Pty = new Pty((bytes) => heard(bytes, pty));
  cleanups.push(() => pty[Symbol.asyncDispose]());
  return pty;
}

function hostOf(log: (line: string) => void): DeviceProcessHost {
  const host = new DeviceProcessHost({ clock: systemClock, log });
  cleanups.push(() => host.stop());
  return host;
}

/** A counter on real ports, its devices held by a real device process. */
function counterOf(configuration: DeviceConfiguration, running?: DeviceProcessHost) {
  const scans: string[] = [];
  const printed: PrinterSignal[] = [];
  const health: string[] = [];
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const host = running ?? hostOf(log);
  const devices = openDevices(configuration, {
    clock: systemClock,
    onScanner: (signal) => scans.push(signal.type === "ScanData" ? signal.scanDataLabel : "noise"),
    onPrinter: (signal) => printed.push(signal),
    onHealth: (device, state) => health.push(`${device} ${state}`),
    log,
    openLink: host.openLink,
  });
  cleanups.push(() => devices.close());
  return { devices, host, scans, printed, health, lines };
}

const at = (path: string) => ({ address: { link: "serial", path, baudRate: 9600 } as const });
const patiently = { timeout: 30_000, interval: 10 };

/** Until the condition holds; the machine may be slow, the test does not guess how slow. */
function until(condition: () => void): Promise<void> {
  return vi.waitFor(condition, patiently);
}

describe("a scanner on a serial port", () => {
  it("is read through the device process, one label however its bytes are split", async () => {
    const scanner = ptyOf();
    const { scans, health } = counterOf({ scanner: at(scanner.path), printer: null });
    await until(() => expect(health).toEqual(["scanner ready"]));

    for (const piece of ["]E0", "690", "1234", "567892", "\r"]) await scanner.send(text(piece));

    await until(() => expect(scans).toEqual(["6901234567892"]));
  });

  it("comes back when the device process is killed, and no scan is doubled", async () => {
    const scanner = ptyOf();
    const { host, scans, health, lines } = counterOf({ scanner: at(scanner.path), printer: null });
    await until(() => expect(health).toEqual(["scanner ready"]));
    await scanner.send(text("first\r"));
    await until(() => expect(scans).toEqual(["first"]));
    const killed = host.pid;
    expect(killed).not.toBeNull();

    process.kill(killed ?? 0, "SIGKILL");
    await until(() => expect(health).toEqual(["scanner ready", "scanner absent", "scanner ready"]));
    await scanner.send(text("second\r"));
    await until(() => expect(scans).toContain("second"));

    expect(scans).toEqual(["first", "second"]);
    expect(host.pid).not.toBe(killed);
    expect(lines).toEqual([
      "device process: ended (SIGKILL); starts again in 250 ms",
      "scanner: lost (device process ended: SIGKILL)",
      "scanner: back",
    ]);
  });

  it("that is not there is looked for and disturbs no other link", async () => {
    const printer = ptyOf(answerAsPrinter);
    const { health, lines } = counterOf({
      scanner: at("/dev/no-such-port"),
      printer: { ...at(printer.path), model: generic80mm },
    });

    await until(() => expect(health).toContain("printer ready"));
    const ofScanner = () => lines.filter((line) => line.startsWith("scanner"));
    await until(() => expect(ofScanner()).toHaveLength(1));

    expect(ofScanner()[0]).toContain("not found (Error: No such file or directory");
  });

  it("is lost when its cable is pulled", async () => {
    // A child inherits the pair, which then outlives its device; so the process starts first.
    const host = hostOf(() => {});
    const nowhere = at("/dev/no-such-port").address;
    host.openLink(nowhere, { opened: () => {}, data: () => {}, closed: () => {} });
    const scanner = ptyOf();
    const { scans, health } = counterOf({ scanner: at(scanner.path), printer: null }, host);
    await until(() => expect(health).toEqual(["scanner ready"]));
    await scanner.send(text("first\r"));
    await until(() => expect(scans).toEqual(["first"]));

    await scanner[Symbol.asyncDispose]();

    await until(() => expect(health).toEqual(["scanner ready", "scanner absent"]));
  });
});

/** On line, all well, and every fence answered: a printer of forty lines, and not ours. */
function answerAsPrinter(bytes: Uint8Array, pty: Pty): void {
  const hex = Buffer.from(bytes).toString("hex");
  const questions = hex.match(/1004(01|02|03|04)|1d7201/g) ?? [];
  const answers = questions.map((question) => (question === "1d7201" ? 0x00 : 0x12));
  void pty.send(Uint8Array.from(answers));
}

describe("a printer on a serial port", () => {
  it("prints through the device process and says so", async () => {
    let paper = "";
    const printer = ptyOf((bytes, pty) => {
      paper += Buffer.from(bytes).toString("latin1");
      answerAsPrinter(bytes, pty);
    });
    const { devices, printed, health } = counterOf({
      scanner: null,
      printer: { ...at(printer.path), model: generic80mm },
    });
    await until(() => expect(health).toContain("printer ready"));

    devices.obey({ type: "print", jobId: "j", document: shortReceipt });

    await until(() => {
      expect(printed).toContainEqual({ type: "OutputComplete", jobId: "j", confirmed: true });
    });
    expect(paper).toContain("hi");
    expect(paper).toContain("\u001dVB\0");
  });
});
