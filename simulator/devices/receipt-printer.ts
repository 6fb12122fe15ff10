/**
 * A thermal receipt printer as a pure device: bytes, a person's actions and time in; bytes and
 * events out. What it speaks is a `Tongue`; the mechanics are the same for all. It shares constants
 * with the drivers and no logic, so that a misread manual on one side is caught by the other.
 *
 * On arrival, each byte is heard for real-time requests and put into the receive buffer as part of
 * a token. The mechanics take tokens from the buffer one after the other, each at the instant the
 * one before it is done; what stops them (paper, cover, blade) leaves the rest where it is.
 */

import { PaperStack } from "#simulator/paper/stack.ts";
import { unreachable } from "#state/base/assert.ts";
import { type Millis, millis } from "#state/base/units.ts";
import { CashDrawer, type DrawerAction } from "./cash-drawer.ts";
import type { CustomerDisplay } from "./customer-display.ts";
import type { Output, Timed } from "./device.ts";
import type { PrinterAction, PrinterOptions } from "./printer-options.ts";
import { type Condition, isOnline } from "./printing/condition.ts";
import { Emission, type Emitted } from "./printing/emission.ts";
import { FlowControl } from "./printing/flow-control.ts";
import { Mechanism } from "./printing/mechanism.ts";
import { ReceiveBuffer } from "./printing/receive-buffer.ts";
import { Situation, type SituationAction } from "./printing/situation.ts";
import type { RealTimeRequest, Tongue } from "./printing/tongue.ts";
import { tongues } from "./tongues.ts";

export class ReceiptPrinter implements Timed {
  readonly paper: PaperStack;
  readonly #situation: Situation;
  readonly #drawer: CashDrawer;
  readonly #emission = new Emission();
  readonly #tongue: Tongue;
  readonly #buffer: ReceiveBuffer;
  readonly #mechanism: Mechanism;
  readonly #flow: FlowControl;
  #isOn = true;
  #hangsOnStatus = false;
  /** Deaf and dumb until its power goes. */
  #isWedged = false;

  constructor(
    options: PrinterOptions = {},
    drawer: CashDrawer = new CashDrawer(),
    display: CustomerDisplay | null = null,
  ) {
    const widthDots = options.widthDots ?? 576;
    const paper = new PaperStack(widthDots);
    const situation = new Situation(drawer);
    const emission = this.#emission;
    const tongue = tongues[options.language ?? "escpos"](options, emission, situation.condition);
    const parts = { paper, drawer, display, situation, emission, watch: tongue.watch };
    this.paper = paper;
    this.#situation = situation;
    this.#drawer = drawer;
    this.#tongue = tongue;
    this.#flow = new FlowControl(emission, options);
    this.#buffer = new ReceiveBuffer(options.receiveBufferBytes ?? 4096, tongue);
    this.#mechanism = new Mechanism(parts, options.linesPerSecond ?? 40);
  }

  /** Everything that the status bytes tell. */
  get condition(): Condition {
    return this.#situation.condition;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get isOnline(): boolean {
    return this.#isOn && isOnline(this.condition);
  }

  /** Whether the blade is stuck, noticed or not. */
  get isCutterJammed(): boolean {
    return this.#situation.isCutterJammed;
  }

  get linesPerSecond(): number {
    return this.#mechanism.linesPerSecond;
  }

  /** Bytes received and not yet obeyed. */
  get buffered(): number {
    return this.#buffer.size;
  }

  /** How many bytes it can take now without losing any; a link with flow control sends no more. */
  get room(): number {
    return this.#isOn ? this.#buffer.room(this.isOnline) : Number.POSITIVE_INFINITY;
  }

  /** Whether something is on its way to the paper and nothing stops it. */
  get isWorking(): boolean {
    return this.#hasWork && this.isOnline && !this.#isWedged;
  }

  get deadline(): Millis | null {
    const own = this.isWorking ? Math.ceil(this.#mechanism.freeAt) : null;
    const both = [own, this.#drawer.deadline].filter((deadline) => deadline !== null);
    return both.length === 0 ? null : millis(Math.min(...both));
  }

  receive(bytes: Uint8Array, now: Millis): Output<Emitted> {
    this.#run(now);
    let lost = 0;
    for (const byte of bytes) {
      if (!this.#isOn || this.#isWedged) break;
      const request = this.#tongue.ear.hear(byte);
      if (this.#buffer.take(byte, this.isOnline)) this.#run(now);
      else lost += 1;
      this.#flow.notice(this);
      if (request !== null) this.#answerAtOnce(request, now);
    }
    if (lost > 0) this.#emission.tell({ kind: "bytes lost", count: lost });
    this.#flow.notice(this);
    return this.#emission.collect();
  }

  wake(now: Millis): Output<Emitted> {
    this.#run(now);
    this.#notice();
    this.#flow.notice(this);
    return this.#emission.collect();
  }

  act(action: PrinterAction, now: Millis): Output<Emitted> {
    this.#run(now);
    this.#apply(action, now);
    this.#resume(now);
    this.#flow.notice(this);
    return this.#emission.collect();
  }

  power(power: "on" | "off", now: Millis): Output<Emitted> {
    return this.act({ kind: "power", power }, now);
  }

  /** Somebody does something to the drawer: pin 3 may have changed. */
  actOnDrawer(action: DrawerAction, now: Millis): Output<Emitted> {
    this.#run(now);
    const event = this.#drawer.act(action, now);
    if (event !== null) this.#emission.tell(event);
    this.#notice();
    this.#flow.notice(this);
    return this.#emission.collect();
  }

  get #hasWork(): boolean {
    return this.#buffer.hasToken || this.#mechanism.hasDeeds;
  }

  #run(now: Millis): void {
    const mechanism = this.#mechanism;
    mechanism.pass(now, this.#isOn);
    while (this.isWorking && mechanism.freeAt <= now) {
      this.#drawer.settle(mechanism.freeAt);
      if (mechanism.hasDeeds) mechanism.step();
      else this.#readToken();
    }
    this.#drawer.settle(now);
    // Idle mechanics begin with what comes next when it comes.
    if (!this.#hasWork) mechanism.freeAt = Math.max(mechanism.freeAt, now);
  }

  #readToken(): void {
    const entry = this.#buffer.next();
    if (entry === null) return;
    this.paper.count(entry.size);
    this.#mechanism.plan(this.#tongue.interpreter.read(entry.token));
  }

  /** Goes on after something changed; nothing catches up on the time that it stood still. */
  #resume(now: Millis): void {
    this.#mechanism.freeAt = Math.max(this.#mechanism.freeAt, now);
    this.#notice();
    this.#run(now);
  }

  #answerAtOnce(request: RealTimeRequest, now: Millis): void {
    switch (request.kind) {
      case "status":
        if (this.#hangsOnStatus) {
          this.#isWedged = true;
          this.#emission.tell({ kind: "printer hangs" });
          return;
        }
        this.#emission.write(this.#tongue.status(request.n, this.condition));
        return;
      case "send status block":
        this.#emission.write(this.#tongue.block(this.condition));
        return;
      case "answer":
        this.#emission.write(request.of(this.condition, this.buffered === 0));
        return;
      case "pulse":
        this.#mechanism.pulseAtOnce(request.pin, request.onMs, now);
        return;
      case "recover":
        if (request.isClearing) this.#clearBuffers();
        this.#situation.recover();
        this.#resume(now);
        return;
      case "buzz":
        this.#emission.tell({ kind: "buzzed", times: request.times, onMs: request.onMs });
        return;
      case "silence":
        this.#emission.tell({ kind: "buzzer silenced" });
        return;
      case "press feed button":
        this.#apply({ kind: "feed button", feedButton: "held" }, now);
        this.#apply({ kind: "feed button", feedButton: "up" }, now);
        this.#resume(now);
        return;
      case "power off":
        this.#emission.write(Uint8Array.of(0x3b, 0x30, 0x00));
        this.#powerOff();
        return;
      case "clear buffers":
        this.#clearBuffers();
        this.#emission.write(Uint8Array.of(0x37, 0x25, 0x00));
        return;
      default:
        unreachable(request);
    }
  }

  #clearBuffers(): void {
    this.#mechanism.forget();
    this.#tongue.interpreter.clearLine();
    this.#emission.tell({ kind: "buffers cleared", lostBytes: this.#buffer.clear() });
  }

  #apply(action: PrinterAction, now: Millis): void {
    switch (action.kind) {
      case "power":
        if (action.power === "on") this.#powerOn();
        else this.#powerOff();
        return;
      case "speed":
        this.#mechanism.linesPerSecond = action.linesPerSecond;
        return;
      case "status hangs":
        this.#hangsOnStatus = action.hangs;
        return;
      case "kicks ignored":
        this.#mechanism.kicksIgnoredEvery = action.every;
        return;
      case "tear":
        this.#tear();
        return;
      default:
        this.#change(action, now);
    }
  }

  /** A press of the feed button is one that changes something: it may be off, or held already. */
  #change(action: SituationAction, now: Millis): void {
    const before = this.condition.feedButton;
    this.#situation.apply(action, this.#isPrinting(now));
    const isPressed = before === "up" && this.condition.feedButton === "held";
    if (isPressed && this.#isOn) this.#mechanism.plan(this.#tongue.interpreter.pressButton());
  }

  #isPrinting(now: Millis): boolean {
    return this.isWorking || (this.isOnline && this.#mechanism.freeAt > now);
  }

  #tear(): void {
    const receipt = this.paper.end("torn");
    this.#mechanism.forgetCuts();
    if (receipt === null) return;
    this.#emission.tell({ kind: "receipt torn", number: receipt.number });
  }

  #powerOff(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    this.#isWedged = false;
    this.#mechanism.forget();
    this.#tongue.watch.end(this.condition);
    this.#tongue.ear.clear();
    this.#emission.tell({ kind: "powered off", lostBytes: this.#buffer.clear() });
  }

  #powerOn(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#tongue.interpreter.reset();
    this.#mechanism.initialize();
    this.#situation.restart();
    this.#emission.tell({ kind: "powered on" });
    this.#flow.begin();
    this.#tongue.watch.begin(this.condition);
  }

  #notice(): void {
    this.#tongue.watch.notice(this.condition);
  }
}
