import { type ChildProcess, fork } from "node:child_process";
import { createWriteStream, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CodedError } from "#state/base/coded-error.ts";

const firstPauseMs = 250;
const longestPauseMs = 5000;

/** What a part of the shop says on its first line of output. */
export interface Ready {
  readonly ready: true;
  readonly url: string;
  readonly [more: string]: unknown;
}

/**
 * One part of the shop as a process of its own. When it dies it is started again: the parts are
 * built to be killed at any moment.
 */
export class Child {
  readonly #name: string;
  readonly #script: string;
  readonly #options: readonly string[];
  readonly #logFile: string;
  readonly #pidFile: string;
  readonly #onDeath: (name: string) => void;
  #process: ChildProcess | null = null;
  #isStopping = false;

  constructor(options: {
    readonly name: string;
    /** Path of the main file, from the top of the project. */
    readonly script: string;
    readonly options: readonly string[];
    /** Everything the part says that is not its ready line. */
    readonly logFile: string;
    /** Holds the process id while it runs: for `kill`, and for curious technicians. */
    readonly pidFile: string;
    readonly onDeath: (name: string) => void;
  }) {
    this.#name = options.name;
    this.#script = options.script;
    this.#options = options.options;
    this.#logFile = options.logFile;
    this.#pidFile = options.pidFile;
    this.#onDeath = options.onDeath;
  }

  /** Sends a signal, as somebody at a shell would. A death is followed by a new start. */
  kill(signal: "SIGKILL" | "SIGTERM"): void {
    this.#process?.kill(signal);
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws CodedError `host/part-failed` with the part's own words, when it ends before that
   */
  start(): Promise<Ready> {
    const child = fork(fileURLToPath(import.meta.resolve(`#${this.#script}`)), [...this.#options], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#process = child;
    this.#isStopping = false;
    writeFileSync(this.#pidFile, `${child.pid}\n`);
    const log = createWriteStream(this.#logFile, { flags: "a" });
    child.stderr?.pipe(log, { end: false });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4000);
    });
    return new Promise((resolve, reject) => {
      let isReady = false;
      onLines(child, (line) => {
        const ready = isReady ? null : readyLine(line);
        if (ready === null) log.write(`${line}\n`);
        else resolve(ready);
        isReady ||= ready !== null;
      });
      child.once("exit", () => {
        log.end();
        if (isReady) this.#died();
        else reject(failed(this.#name, said));
      });
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(patience);
  }

  #died(): void {
    if (this.#isStopping) return;
    this.#onDeath(this.#name);
    this.#startAgain(firstPauseMs);
  }

  /** At once after a death; later and later while it cannot even start. */
  #startAgain(pauseMs: number): void {
    setTimeout(() => {
      if (this.#isStopping) return;
      this.start().catch(() => this.#startAgain(Math.min(pauseMs * 2, longestPauseMs)));
    }, pauseMs);
  }
}

function onLines(child: ChildProcess, take: (line: string) => void): void {
  let rest = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  });
}

function readyLine(line: string): Ready | null {
  try {
    const value = JSON.parse(line);
    return value?.ready === true ? value : null;
  } catch {
    return null;
  }
}

function failed(name: string, said: string): CodedError {
  return new CodedError("host/part-failed", {
    what: `The ${name} did not start: ${said.trim() || "it said nothing"}`,
    fix: "Do what it says and start again; nothing recorded is lost.",
  });
}
