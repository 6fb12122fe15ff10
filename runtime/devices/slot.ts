import { nothingThere, type Sighting } from "#drivers/discovery/sighting.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import type { Link, OpenLink } from "#drivers/links/link.ts";
import type { LinkAddress } from "#drivers/links/message.ts";
import { addressText } from "#runtime/devices/address-text.ts";
import { BackOff } from "#runtime/devices/back-off.ts";
import type { WatchAddress } from "#runtime/devices/device-process-host.ts";
import type { DeviceStatus, SlotDiagnosis, SlotState } from "#runtime/devices/diagnosis.ts";
import { foundDevice, withRule } from "#runtime/devices/found-device.ts";
import type { Product } from "#runtime/devices/product.ts";
import { SlotRecord } from "#runtime/devices/slot-record.ts";
import { UposServices, type UposServicesParts } from "#runtime/devices/upos-services.ts";
import { CodedError } from "#state/base/coded-error.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** What a cashier needs to know: nothing answers, it works, it needs a hand. */
export type Health = "absent" | "ready" | "faulted";

/** What it is in UnifiedPOS stands first. */
export interface SlotParts<Command, Signal> extends UposServicesParts<Command, Signal> {
  /** As the log calls it. */
  readonly name: string;
  readonly product: Product;
  readonly address: LinkAddress;
  readonly driver: Driver<Command, Signal>;
  /** How it is told to work and to rest; left out where it cannot be told, and always works. */
  readonly enabling?: { readonly on: Command; readonly off: Command } | undefined;
  readonly openLink: OpenLink;
  /** Tells what is plugged in at the address; left out where nobody can. */
  readonly watch?: WatchAddress | undefined;
  /** Of a device that says nothing when it opens, such as a scanner: `ready`. */
  readonly healthWhenOpen: Health;
  /** How long after opening it becomes so; at once when left out. */
  readonly settlesWithin?: Millis;
  /** What a signal says about health; null when it says nothing. */
  healthIn(signal: Signal): Health | null;
  /** What a signal says of the device for the diagnosis; left out where none ever does. */
  statusIn?(signal: Signal): DeviceStatus | null;
  /** What the device calls itself, in its own words; left out where it cannot say. */
  nameIn?(signal: Signal): string | null;
  onSignal(signal: Signal): void;
  onHealth(health: Health): void;
}

const heldByAnother = new CodedError("device/claimed", {
  what: "Another device of this terminal is configured at the same address",
  fix: "Give each device an address of its own.",
});

/**
 * Keeps one device: opens its link, feeds its driver, looks for it when it is lost. One timer
 * serves all: the driver's deadline while the link is open, the next try while it is not.
 */
export class Slot<Command, Signal extends { readonly type: string }> {
  readonly #parts: SlotParts<Command, Signal>;
  readonly #record: SlotRecord;
  readonly #upos: UposServices<Command, Signal>;
  readonly #backOff = new BackOff();
  #state: SlotState = "absent";
  #link: Link | null = null;
  /** Counts tries, so that the events of an earlier link are known as such. */
  #tries = 0;
  #isOpen = false;
  #wasThere = false;
  #isClosed = false;
  #isWanted = true;
  #triedAt: Millis = millis(0);
  #retryAt: Millis | null = null;
  #cancelAlarm: (() => void) | null = null;
  #sighting: Sighting = nothingThere;
  #stopWatching = () => {};
  #toldHealth: Health = "absent";
  #toldAbsent = false;

  constructor(parts: SlotParts<Command, Signal>) {
    this.#parts = parts;
    this.#record = new SlotRecord(parts.clock);
    this.#upos = new UposServices({ ...parts, log: (line) => parts.log(`${parts.name}: ${line}`) });
  }

  get state(): SlotState {
    return this.#state;
  }

  get diagnosis(): SlotDiagnosis {
    const { name, address, product } = this.#parts;
    const found = foundDevice(this.#sighting);
    return {
      name,
      address: addressText(address),
      driver: product,
      found,
      ...this.#record.diagnosis,
      ...this.#upos.diagnosis,
    };
  }

  /** Looks for the device, from now until `close`. */
  start(): void {
    const { watch, address } = this.#parts;
    this.#upos.start();
    if (watch !== undefined) this.#stopWatching = watch(address, (seen) => this.#see(seen));
    this.#try();
  }

  obey(command: Command): void {
    if (this.#upos.command(command)) this.#give(command);
  }

  /** Whether the till has a use for the device: else it rests, now and whenever it is found. */
  setEnabled(isWanted: boolean): void {
    if (this.#parts.enabling === undefined || isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    if (!this.#isOpen) return;
    this.#upos.enable(isWanted);
    this.#tellEnabling();
  }

  /** Hands back unfinished work as signals and lets the link go. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#tries += 1;
    this.#stopWatching();
    // What rests is woken for whoever comes next: it would look broken there.
    this.setEnabled(true);
    const link = this.#link;
    this.#link = null;
    this.#isOpen = false;
    this.#pump(this.#parts.driver.close(this.#now()));
    link?.close();
    this.#become("absent");
    this.#upos.close();
  }

  /** What was just plugged in is not kept waiting for the end of a pause. */
  #see(sighting: Sighting): void {
    const isNew = sighting.mark !== "" && sighting.mark !== this.#sighting.mark;
    this.#sighting = sighting;
    if (!isNew || this.#retryAt === null) return;
    this.#backOff.beginAnew();
    this.#try();
  }

  #try(): void {
    this.#cancelAlarm?.();
    this.#cancelAlarm = null;
    this.#retryAt = null;
    this.#tries += 1;
    this.#triedAt = this.#now();
    if (!this.#upos.claim()) {
      this.#lose(heldByAnother.message);
      return;
    }
    this.#become("found");
    const current = this.#tries;
    const isCurrent = () => current === this.#tries;
    const link = this.#parts.openLink(this.#parts.address, {
      opened: () => isCurrent() && this.#claim(),
      data: (bytes) => isCurrent() && this.#receive(bytes),
      closed: (reason) => isCurrent() && this.#lose(reason ?? "closed"),
    });
    // The link may have failed before it was handed over.
    if (isCurrent() && this.#retryAt === null) this.#link = link;
  }

  #claim(): void {
    this.#isOpen = true;
    this.#wasThere = true;
    this.#record.opened();
    this.#upos.enable(this.#isWanted);
    this.#become("claimed");
    this.#pump(this.#parts.driver.open(this.#now()));
    this.#tellEnabling();
    const { healthWhenOpen, settlesWithin, clock } = this.#parts;
    if (healthWhenOpen === "absent") return;
    const current = this.#tries;
    const settle = () => current === this.#tries && this.#takeHealth(healthWhenOpen);
    if (settlesWithin === undefined) settle();
    else clock.after(settlesWithin, settle);
  }

  /** What it was told before the link went, or by a till before this one, it may not know. */
  #tellEnabling(): void {
    const { enabling } = this.#parts;
    if (enabling !== undefined) this.#give(this.#isWanted ? enabling.on : enabling.off);
  }

  #give(command: Command): void {
    this.#pump(this.#parts.driver.obey(command, this.#now()));
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#record.received(bytes);
    this.#pump(this.#parts.driver.receive(bytes, this.#now()));
  }

  #lose(said: string): void {
    const reason = withRule(said, this.#sighting.device);
    this.#tries += 1;
    this.#link = null;
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    this.#upos.lose();
    const now = this.#now();
    this.#retryAt = millis(now + this.#backOff.next(millis(now - this.#triedAt)));
    if (wasOpen) this.#pump(this.#parts.driver.close(now));
    this.#record.failed(reason, wasOpen);
    this.#become(this.#wasThere ? "lost" : "absent");
    this.#tellAbsent(`${this.#wasThere ? "lost" : "not found"} (${reason})`);
    this.#arm();
  }

  /** Writes first, then tells: a listener may command the driver at once. */
  #pump(output: Output<Signal>): void {
    for (const bytes of output.writes) this.#write(bytes);
    for (const signal of output.signals) {
      this.#record.told(signal.type, this.#parts.statusIn?.(signal) ?? null);
      this.#record.named(this.#parts.nameIn?.(signal) ?? null);
      if (this.#isOpen) this.#upos.sense(signal);
      const health = this.#parts.healthIn(signal);
      if (health !== null && this.#isOpen) this.#takeHealth(health);
      this.#upos.take(signal, (each) => this.#parts.onSignal(each));
    }
    this.#arm();
  }

  #write(bytes: Uint8Array): void {
    if (this.#link === null) return;
    this.#record.wrote(bytes);
    this.#link.write(bytes);
  }

  #takeHealth(health: Health): void {
    if (health === "absent") this.#tellAbsent("does not answer");
    this.#upos.reach(health !== "absent");
    this.#become(health === "absent" ? "claimed" : health);
  }

  /** Once, until the device is back: a log full of retries hides what matters. */
  #tellAbsent(how: string): void {
    if (this.#toldAbsent) return;
    this.#toldAbsent = true;
    this.#parts.log(`${this.#parts.name}: ${how}`);
  }

  #become(state: SlotState): void {
    this.#state = state;
    this.#record.become(state);
    const health = state === "ready" || state === "faulted" ? state : "absent";
    if (health === this.#toldHealth) return;
    this.#toldHealth = health;
    if (health !== "absent" && this.#toldAbsent) {
      this.#toldAbsent = false;
      this.#parts.log(`${this.#parts.name}: back`);
    }
    this.#parts.onHealth(health);
  }

  #arm(): void {
    this.#cancelAlarm?.();
    this.#cancelAlarm = null;
    if (this.#isClosed) return;
    const due = this.#isOpen ? this.#parts.driver.deadline : this.#retryAt;
    if (due === null) return;
    const delay = millis(Math.max(0, due - this.#now()));
    this.#cancelAlarm = this.#parts.clock.after(delay, () => this.#ring());
  }

  #ring(): void {
    this.#cancelAlarm = null;
    if (!this.#isOpen) {
      this.#try();
      return;
    }
    // A timer may ring a fraction early; then the driver is simply asked again.
    this.#pump(this.#parts.driver.wake(this.#now()));
  }

  #now(): Millis {
    return this.#parts.clock.monotonic();
  }
}
