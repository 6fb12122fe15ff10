import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../host/files.ts";
import { Child, type Ready } from "./child.ts";
import type { Demo } from "./commission.ts";

/** Offsets from the first port. */
const ports = { backend: 0, terminal: 1, simulator: 2 } as const;
export type PartName = keyof typeof ports;

export interface Addresses extends Demo {
  readonly counter: string;
  readonly bench: string;
}

/** The three parts, each a process of its own that may be killed. */
export class Shop {
  readonly #folder: string;
  readonly #firstPort: number;
  readonly #onDeath: (name: string) => void;
  readonly #parts = new Map<PartName, Child>();

  constructor(folder: string, firstPort: number, onDeath: (name: string) => void) {
    this.#folder = folder;
    this.#firstPort = firstPort;
    this.#onDeath = onDeath;
  }

  /** A part that has been opened. */
  part(name: PartName): Child | undefined {
    return this.#parts.get(name);
  }

  async open(): Promise<Addresses> {
    const [backend, simulator] = await Promise.all([
      this.#open("backend", "sync/backend/main.ts", ["--demo", "--poll-interval", "1"]),
      this.#open("simulator", "simulator/main.ts", ["--rack", this.#writeRack()]),
    ]);
    const terminal = await this.#open("terminal", "runtime/main.ts", [
      ...["--backend", backend.url],
      ...["--scanner", String(simulator.scanner), "--printer", String(simulator.printer)],
      ...["--printer-model", "epson-tm-t20iii", "--baud-rate", "115200"],
      ...["--display", String(simulator.display), "--scale", String(simulator.scale)],
    ]);
    return {
      ...(backend.demo as Demo),
      counter: terminal.url,
      bench: simulator.url,
      backend: backend.url,
      workbench: String(backend.workbench),
    };
  }

  async close(): Promise<void> {
    // The terminal first: the others must not look broken to it.
    for (const name of ["terminal", "simulator", "backend"] as const) {
      await this.#parts.get(name)?.stop();
    }
  }

  #open(name: PartName, script: string, more: readonly string[]): Promise<Ready> {
    const data = join(this.#folder, name);
    makeFolder(data);
    const child = new Child({
      name,
      script,
      options: ["--data", data, "--port", String(this.#firstPort + ports[name]), ...more],
      logFile: join(this.#folder, `${name}.log`),
      pidFile: join(this.#folder, `${name}.pid`),
      onDeath: this.#onDeath,
    });
    this.#parts.set(name, child);
    return child.start();
  }

  /** The demo's articles, for the bench to pull the trigger on. */
  #writeRack(): string {
    const file = join(this.#folder, "rack.json");
    const script = fileURLToPath(import.meta.resolve("#sync/backend/main.ts"));
    writeFileSync(file, execFileSync(process.execPath, [script, "rack"]));
    return file;
  }
}
