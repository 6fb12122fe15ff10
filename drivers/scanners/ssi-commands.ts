import type { ScannerCommand } from "#drivers/scanners/signal.ts";
import {
  SSI_AIM_OFF,
  SSI_AIM_ON,
  SSI_BEEP,
  SSI_BEEP_LONG_LOW_TWICE,
  SSI_BEEP_SHORT_HIGH,
  SSI_FROM_HOST,
  SSI_HEADER_LENGTH,
  SSI_LED_DECODE,
  SSI_LED_OFF,
  SSI_LED_ON,
  SSI_NAK_RESEND,
  SSI_RETRANSMITTED,
  SSI_SCAN_DISABLE,
  SSI_SCAN_ENABLE,
  SSI_START_SESSION,
  SSI_STOP_SESSION,
} from "#drivers/wire/ssi.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Opcode and data. */
const frames: {
  readonly [type in ScannerCommand["type"]]: readonly [opcode: number, ...data: number[]];
} = {
  trigger: [SSI_START_SESSION],
  untrigger: [SSI_STOP_SESSION],
  enable: [SSI_SCAN_ENABLE],
  disable: [SSI_SCAN_DISABLE],
  beep: [SSI_BEEP, SSI_BEEP_SHORT_HIGH],
  refuse: [SSI_BEEP, SSI_BEEP_LONG_LOW_TWICE],
  ledOn: [SSI_LED_ON, SSI_LED_DECODE],
  ledOff: [SSI_LED_OFF, SSI_LED_DECODE],
  aimOn: [SSI_AIM_ON],
  aimOff: [SSI_AIM_OFF],
};

/** As long as the scanner waits for us. */
const ANSWER_WITHIN = 2000;
const SENDINGS_MAX = 3;
/** A till that gives more commands than this is not answered at all. */
const WAITING_MAX = 16;

/**
 * Commands under way to a scanner, one at a time: each waits for the scanner's ACK, is sent again,
 * marked as a repetition, when there is none or the scanner asks for it, and is given up after the
 * third sending. Nobody waits for a beep, so nothing is told of it.
 */
export class SsiCommands {
  #waiting: ScannerCommand[] = [];
  #sendings = 0;
  #deadline: Millis | null = null;

  get deadline(): Millis | null {
    return this.#deadline;
  }

  /** The oldest gives way where too many wait: the last word counts. */
  give(command: ScannerCommand, now: Millis): readonly Uint8Array[] {
    if (this.#waiting.length >= WAITING_MAX) this.#waiting.splice(1, 1);
    this.#waiting.push(command);
    return this.#waiting.length === 1 ? this.#send(now) : [];
  }

  /**
   * @param isTaken an ACK; else a NAK
   * @param cause of a NAK: all but "send again" are final
   */
  answered(isTaken: boolean, cause: number | undefined, now: Millis): readonly Uint8Array[] {
    if (this.#waiting.length === 0) return [];
    if (!isTaken && cause === SSI_NAK_RESEND) return this.#again(now);
    return this.#next(now);
  }

  wake(now: Millis): readonly Uint8Array[] {
    return this.#deadline !== null && now >= this.#deadline ? this.#again(now) : [];
  }

  /** What was not taken before the link went is not wanted any more when it is back. */
  forget(): void {
    this.#waiting = [];
    this.#sendings = 0;
    this.#deadline = null;
  }

  #again(now: Millis): readonly Uint8Array[] {
    return this.#sendings < SENDINGS_MAX ? this.#send(now) : this.#next(now);
  }

  #next(now: Millis): readonly Uint8Array[] {
    this.#waiting.shift();
    this.#sendings = 0;
    this.#deadline = null;
    return this.#send(now);
  }

  #send(now: Millis): readonly Uint8Array[] {
    const [command] = this.#waiting;
    if (command === undefined) return [];
    const status = this.#sendings === 0 ? 0 : SSI_RETRANSMITTED;
    this.#sendings += 1;
    this.#deadline = millis(now + ANSWER_WITHIN);
    return [packet(frames[command.type], status)];
  }
}

function packet([opcode, ...data]: readonly [number, ...number[]], status: number): Uint8Array {
  const body = [SSI_HEADER_LENGTH + data.length, opcode, SSI_FROM_HOST, status, ...data];
  const sum = body.reduce((all, byte) => all + byte, 0);
  return Uint8Array.from([...body, (-sum >> 8) & 0xff, -sum & 0xff]);
}
