import { writeSync } from "node:fs";
import { Ledger } from "#runtime/ledger/ledger.ts";
import { beep, someTerminal } from "./ledgers-facts.ts";

// Appends as fast as it can and says each number once it is durable, until it is killed.
const file = process.argv[2] ?? "";
const ledger = new Ledger({
  file,
  terminal: someTerminal,
  onDurable: (seq) => writeSync(1, `${seq}\n`),
  onFailure: (error) => {
    throw error;
  },
});

function sell(): void {
  ledger.append(Date.now(), [beep(1), beep(2), beep(3)]);
  setImmediate(sell);
}
sell();
