import { readdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { DeviceProcessHost } from "#runtime/devices/device-process-host.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { scanBytes } from "#simulator/devices/serial-scanner.ts";
import { virtualCounter } from "#simulator/virtual-counter.ts";
import { CoreCounter } from "#test/support/core-counter.ts";
import { Pty } from "#test/support/pty.ts";

export type Wired = "scanner" | "printer";

/**
 * A counter on real serial ports in a real device process. A cable that is pulled takes its port
 * away, as a USB adapter does, and comes back under another of the kernel's names.
 */
export class PtyCounter {
  readonly core: CoreCounter;
  readonly #folder: string;
  readonly #host: DeviceProcessHost;
  readonly #ports: Record<Wired, Pty | null> = { scanner: null, printer: null };

  private constructor(folder: string, host: DeviceProcessHost) {
    this.#folder = folder;
    this.#host = host;
    const serial = (name: Wired) =>
      ({ link: "serial", path: join(folder, name), baudRate: 115_200 }) as const;
    this.core = new CoreCounter({
      clock: systemClock,
      counter: virtualCounter({ printer: { linesPerSecond: 200 } }),
      configuration: {
        scanner: { address: serial("scanner") },
        printer: { address: serial("printer"), model: generic80mm },
      },
      openLink: host.openLink,
      watch: host.watch,
      printerSays: (bytes) => void this.#ports.printer?.send(bytes).catch(() => {}),
    });
  }

  /** Waits for the device process: a child that comes later would inherit an open port. */
  static async open(folder: string): Promise<PtyCounter> {
    const host = new DeviceProcessHost({ clock: systemClock, log: () => {} });
    const counter = new PtyCounter(folder, host);
    while (host.pid === null) await new Promise((resolve) => setTimeout(resolve, 5));
    return counter;
  }

  isPlugged(which: Wired): boolean {
    return this.#ports[which] !== null;
  }

  plug(which: Wired): void {
    if (this.#ports[which] !== null) return;
    const port = new Pty((bytes) => {
      if (which === "printer" && this.#ports.printer === port) this.core.printerHears(bytes);
    });
    const path = join(this.#folder, which);
    symlinkSync(port.path, `${path}.new`);
    renameSync(`${path}.new`, path);
    this.#ports[which] = port;
  }

  async unplug(which: Wired): Promise<void> {
    const port = this.#ports[which];
    this.#ports[which] = null;
    await port?.[Symbol.asyncDispose]();
  }

  /** The whole label, or only its first bytes: the cable may be pulled behind them. */
  async scan(label: string, length = Number.POSITIVE_INFINITY): Promise<void> {
    await this.#ports.scanner?.send(scanBytes(label).subarray(0, length));
  }

  /** As a crash in the native half of a link does. */
  killDeviceProcess(): void {
    if (this.#host.pid !== null) process.kill(this.#host.pid, "SIGKILL");
  }

  /** How much the device process has open: files, pipes, ports. */
  get handles(): number {
    return readdirSync(`/proc/${this.#host.pid}/fd`).length;
  }

  get ownHandles(): number {
    return readdirSync("/proc/self/fd").length;
  }

  async close(): Promise<void> {
    await this.unplug("scanner");
    await this.unplug("printer");
    await this.core.close();
    await this.#host.stop();
  }
}
