import type { Output } from "#drivers/driver.ts";
import type { NamedCommand } from "#drivers/printers/commands.ts";

/** What a driver's step gives, until the step is over. */
export class Outgoing<Signal> {
  #writes: Uint8Array[] = [];
  #signals: Signal[] = [];

  send(bytes: Uint8Array): void {
    this.#writes.push(bytes);
  }

  write(commands: readonly NamedCommand[]): void {
    for (const { bytes } of commands) this.send(bytes);
  }

  signal(signal: Signal): void {
    this.#signals.push(signal);
  }

  flush(): Output<Signal> {
    const output = { writes: this.#writes, signals: this.#signals };
    this.#writes = [];
    this.#signals = [];
    return output;
  }
}
