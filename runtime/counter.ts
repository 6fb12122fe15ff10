import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import type { CodedError } from "#state/base/coded-error.ts";
import type { Millis } from "#state/base/units.ts";
import { pinToCheck } from "#state/cashier.ts";
import { isIn } from "#state/chart.ts";
import { type Duty, duties } from "#state/duty.ts";
import type { Input } from "#state/input.ts";
import type { Intent } from "#state/intent.ts";
import type { Refusal } from "#state/refusal.ts";
import type { Terminal } from "#state/terminal.ts";
import type { Outbox } from "#sync/outbox.ts";
import { paths, signInResponse } from "#sync/protocol.ts";
import {
  type DeviceConfiguration,
  type Devices,
  openDevices,
  type Peripheral,
  peripherals,
} from "./devices/devices.ts";
import { nothingOpen } from "./devices/diagnosis.ts";
import type { Health } from "./devices/slot.ts";
import { closedPicture, customerPicture } from "./effects/customer-display.ts";
import { DrawerReminder } from "./effects/drawer-reminder.ts";
import { DutyRunner } from "./effects/duty-runner.ts";
import { startEnrolment } from "./effects/enrolment.ts";
import { printerCommand } from "./effects/printer-command.ts";
import { isRefused, wantsScans } from "./effects/scanning.ts";
import { fromDrawer, fromPrinter, fromScale, fromScanner } from "./effects/signals.ts";
import { systemClock } from "./host/clock.ts";
import { fileIn, keepAddress, makeFolder, pageKey } from "./host/files.ts";
import { openIdentity } from "./host/identity.ts";
import { lockFolder } from "./host/lock.ts";
import type { Log } from "./host/log.ts";
import { isRightPin } from "./host/pin.ts";
import { uuidV7 } from "./host/random.ts";
import { Desk, haltedNotice } from "./screen/desk.ts";
import { project } from "./screen/project.ts";
import { ScreenServer } from "./screen/server.ts";
import type { CounterView } from "./screen/view.ts";
import { configurationDocument, type Step, TerminalLoop } from "./terminal.ts";
import { BackendClient } from "./uplink/backend-client.ts";
import { Uplink } from "./uplink/uplink.ts";

export interface CounterOptions {
  /** Everything this terminal owns; created when missing. */
  readonly data: string;
  /** Of the counter screen, on loopback; 0 takes any free one. */
  readonly port: number;
  readonly backend: URL;
  readonly devices: DeviceConfiguration;
  /** How long the drawer may stand open before the counter beeps; null: for ever. */
  readonly drawerBeepAfter: Millis | null;
  readonly hostname: string;
  readonly log: Log;
  /** The terminal has stopped itself: what it could not record must not be acted upon. */
  readonly onFailure: (error: unknown) => void;
}

/** A terminal, wired: devices and people in, ledger in the middle, outputs behind its mark. */
export class Counter {
  readonly #options: CounterOptions;
  readonly #unlock: () => void;
  readonly #loop: TerminalLoop;
  readonly #client: BackendClient;
  readonly #uplink: Uplink;
  readonly #screen: ScreenServer;
  readonly #runner: DutyRunner;
  readonly #identity;
  readonly #desk = new Desk(systemClock.wall());
  readonly #peripherals: { [device in Peripheral]?: Health } = {};
  readonly #reminder: DrawerReminder | null;
  #devices: Devices | null = null;

  /** @throws CodedError from the lock, the identity or the ledger */
  constructor(options: CounterOptions) {
    this.#options = options;
    for (const name of peripherals) {
      if (options.devices[name] != null) this.#peripherals[name] = "absent";
    }
    const { data, backend, port } = options;
    makeFolder(data);
    this.#unlock = lockFolder(fileIn(data, "lock"));
    this.#identity = openIdentity(fileIn(data, "identity.pem"));
    this.#loop = new TerminalLoop({
      file: fileIn(data, "ledger.db"),
      thumbprint: this.#identity.thumbprint,
      clock: systemClock,
      freshId: () => uuidV7(systemClock.wall()),
      hasScale: options.devices.scale != null,
      onFailure: (error: CodedError) => options.onFailure(error),
    });
    this.#client = new BackendClient(backend, this.#identity, systemClock);
    this.#uplink = new Uplink({
      ledger: this.#loop.ledger,
      client: this.#client,
      clock: systemClock,
      onChange: (outbox) => this.#shipped(outbox),
    });
    this.#runner = new DutyRunner((duty) => this.#begin(duty));
    this.#screen = new ScreenServer({
      port,
      key: pageKey(data),
      clock: systemClock,
      view: () => this.#view(),
      diagnose: () => this.#devices?.diagnose() ?? nothingOpen(systemClock.wall()),
      ask: (intent) => this.#ask(intent),
    });
    const { drawerBeepAfter: after } = options;
    const show = () => this.#show();
    this.#reminder = after === null ? null : new DrawerReminder(systemClock, after, show);
    this.#loop.watch((seen) => this.#seen(seen));
  }

  /** @returns the address of the counter screen, with its key */
  async open(): Promise<string> {
    const { data, devices, log } = this.#options;
    // Before anybody can look: until this is durable, the devices are shown as the last process
    // left them, and a scan made because of it would fall on a port that is not open yet.
    await this.#take({ type: "started" });
    const address = await this.#screen.listen();
    keepAddress(data, this.#screen.origin ?? "");
    if (this.#loop.terminal.identity === null) {
      const { thumbprint, publicKey } = this.#identity;
      this.#take({ type: "identityMade", thumbprint, publicKey });
    }
    this.#devices = openDevices(devices, {
      clock: systemClock,
      log: (line) => log.info(line),
      onScanner: (signal) => this.#scanned(signal),
      onPrinter: (signal) => this.#takeAll(fromPrinter(signal)),
      onScale: (signal) => this.#takeAll(fromScale(signal)),
      onDrawer: (signal) => this.#takeAll(fromDrawer(signal)),
      onHealth: (device, health) => this.#healthChanged(device, health),
      onPeripheral: (device, health) => this.#peripheralChanged(device, health),
    });
    this.#tellDevices(this.#loop.terminal);
    this.#reconcile();
    return address;
  }

  async close(): Promise<void> {
    this.#runner.stop();
    this.#uplink.stop();
    this.#reminder?.stop();
    this.#devices?.show(closedPicture);
    await this.#devices?.close();
    await this.#screen.close();
    await this.#loop.close();
    this.#unlock();
  }

  /** An input nobody needs to wait for. What it throws stops the terminal. */
  #take(input: Input): Promise<Step> | null {
    try {
      return this.#loop.step(input);
    } catch (error) {
      this.#options.onFailure(error);
      return null;
    }
  }

  /** What the till would not have is heard where the cashier's hand is. */
  #scanned(signal: ScannerSignal): void {
    for (const input of fromScanner(signal)) {
      void this.#take(input)?.then((step) => {
        if (isRefused(step)) this.#devices?.refuseScan();
      });
    }
  }

  #takeAll(inputs: readonly Input[]): void {
    for (const input of inputs) this.#take(input);
  }

  #peripheralChanged(device: Peripheral, health: Health): void {
    this.#peripherals[device] = health;
    this.#show();
  }

  #healthChanged(device: "scanner" | "printer", health: Health): void {
    // A printer's link being open says little; its own status signals say the rest.
    if (device === "printer" && health !== "absent") return;
    this.#take({ type: "deviceHealth", device, health, reason: "" });
  }

  #seen(seen: Parameters<Parameters<TerminalLoop["watch"]>[0]>[0]): void {
    this.#desk.after(seen.facts);
    for (const notice of seen.notices) this.#desk.say(notice);
    this.#tellDevices(seen.terminal);
    // Work is begun after this turn: a duty's answer must not arrive inside the step that made it.
    queueMicrotask(() => this.#reconcile());
    this.#show();
  }

  /** Before the receipt, behind which a picture would wait on a printer's second plug. */
  #tellDevices(terminal: Terminal): void {
    this.#devices?.show(customerPicture(terminal));
    this.#devices?.listen(wantsScans(terminal));
  }

  #reconcile(): void {
    const { terminal } = this.#loop;
    if (this.#devices !== null) this.#runner.reconcile(duties(terminal));
    const { registration } = terminal;
    if (registration !== null) this.#uplink.start(registration.backendKey);
  }

  #begin(duty: Duty): () => void {
    switch (duty.type) {
      case "print":
      case "kick":
        this.#devices?.obey(printerCommand(duty));
        return () => {};
      case "weigh":
        this.#devices?.weigh(duty.readId);
        return () => {};
      default:
        return startEnrolment(duty, {
          client: this.#client,
          clock: systemClock,
          identity: this.#identity,
          hostname: this.#options.hostname,
          log: this.#options.log,
          keepConfiguration: (version, text) =>
            this.#loop.ledger.keepDocument(configurationDocument, version, text),
          backendKey: () => this.#loop.terminal.registration?.backendKey ?? null,
          input: (input) => this.#take(input),
          onUnreachable: (isUnreachable) => this.#unreachable(isUnreachable),
        });
    }
  }

  #unreachable(isUnreachable: boolean): void {
    const code = "activation/backend-unreachable";
    if (isUnreachable === (this.#desk.notice?.code === code)) return;
    if (isUnreachable) this.#desk.say({ code, params: {} });
    else this.#desk.retract(code);
    this.#show();
  }

  #shipped({ acknowledged, halted }: Outbox): void {
    this.#take({ type: "acknowledged", seq: acknowledged });
    if (halted !== null) this.#desk.say(haltedNotice(halted));
    this.#show();
  }

  async #ask(intent: Intent): Promise<Refusal | null> {
    if (intent.type === "dismiss") {
      this.#desk.dismiss();
      this.#take({ type: "intent", intent });
      this.#show();
      return null;
    }
    const input =
      intent.type === "signIn"
        ? await this.#checkPin(intent)
        : ({ type: "intent", intent } as const);
    const { happened, notice } = await this.#loop.step(input);
    return happened ? null : notice;
  }

  /** A PIN is checked by the backend while activating, and here once in service. */
  async #checkPin(intent: Extract<Intent, { type: "signIn" }>): Promise<Input> {
    const { terminal, configuration } = this.#loop;
    const { staffNo, pin } = intent;
    if (isIn(terminal.chart, "signingIn")) {
      const answered = await this.#client.ask(paths.signIn, { staffNo, pin }, signInResponse);
      if (answered.type === "ok") return { type: "signedIn", ...answered.value };
      const code = "activation/backend-unreachable";
      const refusal = answered.type === "refused" ? answered.refusal : { code, params: {} };
      return { type: "refused", refusal };
    }
    const found = pinToCheck(terminal, staffNo, configuration, systemClock.wall());
    if ("code" in found) return { type: "refused", refusal: found };
    return { type: "pinChecked", staffNo, isRight: await isRightPin(found, pin) };
  }

  /** A drawer that nobody can see any more is not waited for. */
  #show(): void {
    const view = this.#view();
    this.#reminder?.see(view.devices.drawer.open);
    this.#screen.show(view);
  }

  #view(): CounterView {
    const { ledger, terminal, configuration } = this.#loop;
    return project(ledger.durable, terminal, {
      configuration,
      notice: this.#desk.notice,
      reachable: this.#uplink.outbox.reachable ?? true,
      waitingSales: ledger.waitingSales,
      peripherals: this.#peripherals,
      drawerBeep: this.#reminder?.beep ?? null,
    });
  }
}
