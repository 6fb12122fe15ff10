import { randomBytes } from "node:crypto";
import { CodedError } from "#state/base/coded-error.ts";
import { type Backend, startBackend } from "./backend.ts";
import { introduction } from "./demo/introduction.ts";
import { rack } from "./demo/rack.ts";
import { readOptions, usage } from "./options.ts";

/** Ends cleanly when told to, and when the process that started this one is gone. */
function closeOnDemand(backend: Backend): void {
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    backend.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
  process.on("disconnect", close);
}

function fail(error: unknown): never {
  const text =
    error instanceof CodedError
      ? `${error.message}\nFix: ${error.fix}\n`
      : `${error instanceof Error ? error.stack : String(error)}\n`;
  process.stderr.write(text);
  process.exit(1);
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    process.stdout.write(usage);
    return;
  }
  if (args[0] === "rack") {
    process.stdout.write(`${JSON.stringify(rack(), null, 2)}\n`);
    return;
  }
  const options = readOptions(args);
  const backend = await startBackend(options, {
    now: () => Date.now(),
    random: (bytes) => randomBytes(bytes),
    log: process.stderr,
  });
  closeOnDemand(backend);
  const { url } = backend;
  const demo = options.demo ? { demo: introduction() } : {};
  const ready = { ready: true, url, workbench: `${url}workbench/`, ...demo };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

main(process.argv.slice(2)).catch(fail);
