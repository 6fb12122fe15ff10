import { CashDrawer } from "#simulator/devices/cash-drawer.ts";
import type { PrinterAction, PrinterOptions } from "#simulator/devices/printer-options.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "./hex.ts";

/** `DLE EOT 1` to `4`. */
export const askAll = "10 04 01 10 04 02 10 04 03 10 04 04";

/** A printer on a table, with a clock beside it and a log of all it said. */
export class PrinterTable {
  readonly drawer = new CashDrawer();
  readonly printer: ReceiptPrinter;
  readonly events: string[] = [];
  now = 1_000;

  constructor(options: PrinterOptions = {}) {
    this.printer = new ReceiptPrinter(options, this.drawer);
  }

  /** Sends hex; answers what came back in hex. */
  host(hex: string): string {
    return this.#heard(this.printer.receive(fromHex(hex), millis(this.now)));
  }

  person(...actions: readonly PrinterAction[]): string {
    return actions
      .map((action) => this.#heard(this.printer.act(action, millis(this.now))))
      .filter((hex) => hex !== "")
      .join(" ");
  }

  /** Lets time pass until nothing is left to do. */
  settle(): string {
    const heard: string[] = [];
    for (let due = this.printer.deadline; due !== null; due = this.printer.deadline) {
      this.now = Math.max(this.now, due);
      heard.push(this.#heard(this.printer.wake(millis(this.now))));
    }
    return heard.filter((hex) => hex !== "").join(" ");
  }

  get paper(): string {
    return this.printer.paper.receipts.map(paperText).join("");
  }

  #heard(output: ReturnType<ReceiptPrinter["wake"]>): string {
    this.events.push(...output.events.map((event) => event.kind));
    return toHex(Buffer.concat(output.writes));
  }
}
