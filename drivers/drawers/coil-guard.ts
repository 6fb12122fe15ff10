import type { DrawerCommand } from "#drivers/drawers/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import type { Millis } from "#state/base/units.ts";

/**
 * The longest pulse that is ever driven. A coil bears a duty of 0.2: off at least four times as
 * long as on. Source: drive circuits of the TM-T88III and iDP-3551 manuals.
 */
export const PULSE_MS_MAX = 126;
/** A latch does not move for less. */
export const PULSE_MS_MIN = 20;
/** Off four times as long as the longest pulse, from its start. */
export const KICK_PAUSE_MS = 5 * PULSE_MS_MAX;
/** Over ten seconds: somebody leans on a key. */
export const KICKS_MAX = 5;
const WINDOW_MS = 10_000;

type KickSignal =
  | { readonly type: "DrawerKicked"; readonly kickId: string }
  | { readonly type: "DrawerKickFailed"; readonly kickId: string };

/**
 * Spares a drawer's coil, whoever drives it: a kick that comes too soon, or too often, fails at
 * once and is not sent. It is never sent later: a drawer must not open when nobody looks.
 */
export class CoilGuard<Command extends { readonly type: string }, Signal extends object>
  implements Driver<Command | DrawerCommand, Signal | KickSignal>
{
  readonly #driver: Driver<Command | DrawerCommand, Signal | KickSignal>;
  #kicks: readonly Millis[] = [];

  constructor(driver: Driver<Command | DrawerCommand, Signal | KickSignal>) {
    this.#driver = driver;
  }

  get deadline(): Millis | null {
    return this.#driver.deadline;
  }

  open(now: Millis): Output<Signal | KickSignal> {
    return this.#driver.open(now);
  }

  receive(bytes: Uint8Array, now: Millis): Output<Signal | KickSignal> {
    return this.#driver.receive(bytes, now);
  }

  obey(command: Command | DrawerCommand, now: Millis): Output<Signal | KickSignal> {
    if (!isKick(command)) return this.#driver.obey(command, now);
    this.#kicks = this.#kicks.filter((at) => now - at < WINDOW_MS);
    const last = this.#kicks.at(-1);
    const isTooSoon = last !== undefined && now - last < KICK_PAUSE_MS;
    if (isTooSoon || this.#kicks.length >= KICKS_MAX) {
      return { writes: [], signals: [{ type: "DrawerKickFailed", kickId: command.kickId }] };
    }
    const output = this.#driver.obey(command, now);
    const isSpared = output.signals.some((signal) => isFailure(signal, command.kickId));
    if (!isSpared) this.#kicks = [...this.#kicks, now];
    return output;
  }

  wake(now: Millis): Output<Signal | KickSignal> {
    return this.#driver.wake(now);
  }

  close(now: Millis): Output<Signal | KickSignal> {
    return this.#driver.close(now);
  }
}

function isKick(command: { readonly type: string }): command is DrawerCommand {
  return command.type === "openDrawer";
}

/** Nothing was driven: there is no link, or a printer that cannot. */
function isFailure(signal: object, kickId: string): boolean {
  const { type, kickId: failed } = signal as { readonly type?: string; readonly kickId?: string };
  return type === "DrawerKickFailed" && failed === kickId;
}
