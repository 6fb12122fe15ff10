import type { Link, LinkEvents, OpenLink } from "#drivers/links/link.ts";
import type { HidAddress, SerialAddress } from "#drivers/links/message.ts";
import { openDevices } from "#runtime/devices/devices.ts";
import { isRefused, wantsScans } from "#runtime/effects/scanning.ts";
import { fromScanner } from "#runtime/effects/signals.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import type { Output } from "#simulator/devices/device.ts";
import { HidPosScanner } from "#simulator/devices/hid-pos-scanner.ts";
import type { ScannerEvent } from "#simulator/devices/serial-scanner.ts";
import { SsiScanner } from "#simulator/devices/ssi-scanner.ts";
import { UsbOemScanner } from "#simulator/devices/usb-oem-scanner.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Input } from "#state/input.ts";
import { toHex } from "#test/support/hex.ts";
import { MemoryCable } from "#test/support/memory-cable.ts";
import { type Beginning, opening } from "#test/support/shop.ts";
import { openTill } from "#test/support/till.ts";

/** A virtual scanner on its cable, and what it was told. */
export interface ScannerTwin {
  readonly address: SerialAddress | HidAddress;
  /** What it did upon the host's word, in its own words; takes it away. */
  takeObeyed(): readonly string[];
  openLink(clock: HandWoundClock): OpenLink;
  scan(label: string): void;
  /** Its plug is pulled: off the line, and without power. */
  unplug(): void;
  plug(): void;
}

/** The core, the real driver and its slot, and one virtual scanner; no port and no process. */
export class ScanningTill {
  readonly clock = new HandWoundClock(opening);
  readonly notices: string[] = [];
  readonly heard: string[] = [];
  readonly log: string[] = [];
  readonly twin: ScannerTwin;
  readonly #till;
  readonly #devices;

  constructor(twin: ScannerTwin, from: Beginning) {
    this.twin = twin;
    this.#till = openTill(from);
    this.#devices = openDevices(
      { scanner: { address: twin.address, speaks: "ssi" }, printer: null },
      {
        clock: this.clock,
        log: (line) => this.log.push(line),
        onScanner: (signal) => {
          if (signal.type === "ScanData") this.heard.push(signal.scanDataLabel);
          for (const input of fromScanner(signal)) this.#scanned(input);
        },
        onPrinter: () => {},
        onHealth: () => {},
        openLink: twin.openLink(this.clock),
      },
    );
    this.#devices.listen(wantsScans(this.#till.terminal));
    this.advance(100);
  }

  get diagnosis() {
    return this.#devices.diagnose().devices[0]?.upos;
  }

  put(input: Input): boolean {
    const { facts, notice } = this.#till.put(input);
    if (notice !== null) this.notices.push(notice.code);
    this.#devices.listen(wantsScans(this.#till.terminal));
    return isRefused({ happened: facts.length > 0, notice });
  }

  signOff(): void {
    this.put({ type: "intent", intent: { type: "signOff" } });
    this.advance(100);
  }

  signOn(): void {
    this.put({ type: "pinChecked", staffNo: "1001", isRight: true });
    this.advance(100);
  }

  scan(label: string): void {
    this.twin.scan(label);
    this.advance(100);
  }

  /** Long enough for the slot to have looked for its device again. */
  replug(meanwhile: () => void = () => {}): void {
    this.twin.unplug();
    this.advance(100);
    meanwhile();
    this.twin.plug();
    this.advance(10_000);
  }

  async close(): Promise<void> {
    await this.#devices.close();
  }

  advance(ms: number): void {
    this.clock.advance(ms);
  }

  #scanned(input: Input): void {
    if (this.put(input)) this.#devices.refuseScan();
  }
}

/** Of what came: a beep's packet, which may stand behind the answer to a scan. */
const endOf = (bytes: Uint8Array) => toHex(bytes.slice(-7));

/** Zebra's packets on a serial line. */
export class SsiTwin implements ScannerTwin {
  readonly address = { link: "serial", path: "scanner", baudRate: 9600 } as const;
  readonly #scanner = new SsiScanner();
  #obeyed: string[] = [];
  #cable: MemoryCable | null = null;
  #isPlugged = true;
  #cancelWake = () => {};
  #clock: HandWoundClock | null = null;

  takeObeyed(): readonly string[] {
    const obeyed = this.#obeyed;
    this.#obeyed = [];
    return obeyed;
  }

  openLink(clock: HandWoundClock): OpenLink {
    this.#clock = clock;
    const receive = (bytes: Uint8Array) => {
      const { writes, events } = this.#scanner.receive(bytes, clock.monotonic());
      for (const event of events) {
        // Which sound it was stands in the packet alone.
        if (event.kind !== "scanner obeyed") continue;
        this.#obeyed.push(event.what === "beeped" ? `beeped ${endOf(bytes)}` : event.what);
      }
      this.#send(writes);
    };
    this.#cable = new MemoryCable(clock, { receive, room: () => 64 }, 64);
    return (_, events) => (this.#cable as MemoryCable).openLink(events);
  }

  scan(label: string): void {
    const { writes } = this.#scanner.act({ kind: "trigger", label }, this.#now);
    this.#send(writes);
  }

  unplug(): void {
    this.#isPlugged = false;
    this.#cable?.unplug();
    this.#scanner.power("off", this.#now);
  }

  plug(): void {
    if (this.#isPlugged) return;
    this.#isPlugged = true;
    this.#scanner.power("on", this.#now);
    this.#cable?.plug();
  }

  get #now(): Millis {
    return this.#clock?.monotonic() ?? millis(0);
  }

  /** What nobody acknowledges it says again. */
  #send(writes: readonly Uint8Array[]): void {
    for (const bytes of writes) this.#cable?.send(bytes);
    this.#cancelWake();
    const { deadline } = this.#scanner;
    const clock = this.#clock;
    if (deadline === null || clock === null) return;
    const delay = millis(Math.max(0, deadline - clock.monotonic()));
    this.#cancelWake = clock.after(delay, () => {
      this.#send(this.#scanner.wake(clock.monotonic()).writes);
    });
  }
}

/** A virtual scanner that sends whole reports. */
interface ReportingScanner {
  receive(report: Uint8Array, now: Millis): Output<ScannerEvent>;
  act(action: { kind: "trigger"; label: string }, now: Millis): Output<ScannerEvent>;
}

/** Whole reports, as a HID link carries them. */
export class HidTwin implements ScannerTwin {
  readonly address: HidAddress;
  readonly #switchedOn: () => ReportingScanner;
  #scanner: ReportingScanner;
  #obeyed: string[] = [];
  #events: LinkEvents | null = null;
  #isPlugged = true;

  constructor(address: Omit<HidAddress, "link" | "productId">, switchedOn: () => ReportingScanner) {
    this.address = { link: "hid", productId: 1, ...address };
    this.#switchedOn = switchedOn;
    this.#scanner = switchedOn();
  }

  static honeywell = () =>
    new HidTwin({ vendorId: 0x0c2e }, () => new HidPosScanner({ speaks: "honeywell" }));
  static newland = () =>
    new HidTwin({ vendorId: 0x1eab }, () => new HidPosScanner({ speaks: "generic" }));
  static oem = () =>
    new HidTwin({ vendorId: 0x05e0, usagePage: 0xff45 }, () => new UsbOemScanner());

  takeObeyed(): readonly string[] {
    const obeyed = this.#obeyed;
    this.#obeyed = [];
    return obeyed;
  }

  openLink(clock: HandWoundClock): OpenLink {
    return (_, events): Link => {
      clock.after(millis(1), () => {
        if (!this.#isPlugged) return events.closed("No such device");
        this.#events = events;
        events.opened();
      });
      return {
        write: (report) => this.#hear(report, clock),
        close: () => events.closed(null),
      };
    };
  }

  scan(label: string): void {
    this.#send(this.#scanner.act({ kind: "trigger", label }, millis(0)).writes);
  }

  unplug(): void {
    this.#isPlugged = false;
    const events = this.#events;
    this.#events = null;
    events?.closed("No such device");
    this.#scanner = this.#switchedOn();
  }

  plug(): void {
    this.#isPlugged = true;
  }

  /** Its answer takes a moment. */
  #hear(report: Uint8Array, clock: HandWoundClock): void {
    const { writes, events } = this.#scanner.receive(report, clock.monotonic());
    for (const event of events) {
      const isKnown = event.kind === "scanner obeyed";
      this.#obeyed.push(isKnown ? event.what : `unknown ${toHex(report)}`);
    }
    if (writes.length > 0) clock.after(millis(1), () => this.#send(writes));
  }

  #send(writes: readonly Uint8Array[]): void {
    for (const report of writes) this.#events?.data(report);
  }
}
