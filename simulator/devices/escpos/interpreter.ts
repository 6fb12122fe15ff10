import { print } from "../printing/deeds.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed, Interpreter } from "../printing/tongue.ts";
import { nameOf, none, unknown } from "./command.ts";
import { commands } from "./commands/all.ts";
import { isSelection, passOn } from "./commands/machine.ts";
import { isHeardInUserSettings } from "./commands/settings.ts";
import { columnsOf } from "./commands/test-print.ts";
import type { Press } from "./press.ts";

/** Reads tokens as a printer does: modes change, lines fill, deeds come out. */
export class EscposInterpreter implements Interpreter {
  readonly #press: Press;

  constructor(press: Press) {
    this.#press = press;
  }

  reset(): void {
    this.#press.restart();
  }

  clearLine(): void {
    this.#press.clearLine();
  }

  pressButton(): readonly Deed[] {
    return this.#press.dump.press(columnsOf(this.#press)).flatMap(print);
  }

  read(token: Token): readonly Deed[] {
    const press = this.#press;
    if (press.dump.isOn) return press.dump.take(token, columnsOf(press)).flatMap(print);
    const passed = press.isDisplaySelected ? passOn(token) : none;
    return press.isPrinterSelected || isSelection(token)
      ? [...passed, ...this.#obeyAndKeep(token)]
      : passed;
  }

  /** While a macro is being defined, what comes is both obeyed and kept. */
  #obeyAndKeep(token: Token): readonly Deed[] {
    const { macro } = this.#press;
    const wasRecording = macro.isRecording;
    const deeds = this.#obeyOrPrint(token);
    if (wasRecording && macro.isRecording) macro.record(token);
    return [...deeds, ...this.#play()];
  }

  #play(): readonly Deed[] {
    const run = this.#press.macro.due();
    if (run === null) return none;
    const pause: Deed = { kind: "pause", ms: run.pauseMs };
    const start: readonly Deed[] = run.isByButton ? [pause, { kind: "wait for button" }] : [pause];
    return Array.from({ length: run.times }, () => [
      ...start,
      ...run.tokens.flatMap((token) => this.#obeyOrPrint(token)),
    ]).flat();
  }

  #obeyOrPrint(token: Token): readonly Deed[] {
    if (this.#press.settings.isOpen && !isHeardInUserSettings(token)) return none;
    if (token.kind === "character") return this.#press.type(token.byte);
    if (token.kind === "oversized") {
      return [{ kind: "refused", why: `a command of ${token.length} bytes` }];
    }
    return [...this.#press.settle(), ...this.#obey(token.bytes)];
  }

  #obey(bytes: Uint8Array): readonly Deed[] {
    const command = commands[nameOf(bytes)];
    if (command !== undefined) return command(this.#press, bytes);
    // Real-time requests were obeyed on arrival; controls without meaning do nothing.
    return (bytes[0] ?? 0) < 0x1b ? none : unknown(bytes);
  }
}
