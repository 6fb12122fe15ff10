import { print } from "../printing/deeds.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed, Interpreter } from "../printing/tongue.ts";
import { nameOf, none, unknown } from "./command.ts";
import { commands } from "./commands/all.ts";
import { isSelection, passOn } from "./commands/machine.ts";
import { isHeardInUserSettings } from "./commands/settings.ts";
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

  read(token: Token): readonly Deed[] {
    const press = this.#press;
    const passed = press.isDisplaySelected ? passOn(token) : none;
    return press.isPrinterSelected || isSelection(token)
      ? [...passed, ...this.#obeyOrPrint(token)]
      : passed;
  }

  #obeyOrPrint(token: Token): readonly Deed[] {
    if (this.#press.settings.isOpen && !isHeardInUserSettings(token)) return none;
    const { composer, modes, strip } = this.#press;
    if (token.kind === "character") {
      const before = strip.isEmpty ? none : this.#press.newLine();
      return [...before, ...print(composer.take(token.byte, modes))];
    }
    if (token.kind === "oversized") {
      return [{ kind: "refused", why: `a command of ${token.length} bytes` }];
    }
    return [...print(composer.settle(modes)), ...this.#obey(token.bytes)];
  }

  #obey(bytes: Uint8Array): readonly Deed[] {
    const command = commands[nameOf(bytes)];
    if (command !== undefined) return command(this.#press, bytes);
    // Real-time requests were obeyed on arrival; controls without meaning do nothing.
    return (bytes[0] ?? 0) < 0x1b ? none : unknown(bytes);
  }
}
