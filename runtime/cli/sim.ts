import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import { buildPages } from "../host/pages.ts";
import { inWords } from "./sim-words.ts";

const simulator = fileURLToPath(import.meta.resolve("#simulator/main.ts"));

interface SimOptions {
  readonly port: string;
  readonly data: string;
  readonly rack?: string;
  readonly printerTcp?: string | true;
  readonly usbip?: string | true;
  readonly scenario?: readonly string[];
  readonly exit?: true;
  readonly scannerSpeaks: string;
  readonly printer?: string;
  readonly json?: true;
}

const help = `
Examples:
  guitai sim
      printer and scanner on serial lines in ./counter, the bench page on port 8472
  guitai sim --printer-tcp
      the printer also listens on 127.0.0.1:9100, as a network printer does
  guitai sim --usbip
      printer and scanners also as USB devices for "usbip attach"
  guitai sim --scenario docs/scenarios/paper-out.scenario --exit
      plays what is written there and ends: a test of your software, in one command
  guitai sim --printer docs/printers/silent.json
      a clone that cannot say when it has printed
  guitai sim --json --port 0 > where.json &
      for scripts: the first line of output is JSON, port 0 takes a free one

Exit codes: 0 stopped by Ctrl-C or SIGTERM, or every scenario has passed; 1 it could not start;
2 wrong usage; 3 a scenario has failed.
Everything else: docs/simulator.md`;

/** `guitai sim`: the simulated counter alone, for software in any language. */
export function registerSim(program: Command): void {
  program
    .command("sim")
    .description("printer, drawers, scanner, display and scale without hardware, for any software")
    .option("--port <number>", "of the bench page and the API on this machine", "8472")
    .option("--data <folder>", "where the serial lines are", join(process.cwd(), "counter"))
    .option("--printer-tcp [port]", "the printer listens there too (default: 9100)")
    .option("--usbip [port]", "USB devices for `usbip attach` (default: 3240)")
    .addOption(
      new Option("--scanner-speaks <protocol>", "label and terminator, or Zebra's SSI packets")
        .choices(["text", "ssi"])
        .default("text"),
    )
    .option("--printer <file>", "what the printer is like, as in docs/printers")
    .option("--rack <file>", "labels on the bench page: JSON [{ label, name: { zh, en } }]")
    .option("--scenario <file...>", "played from the start, one after the other")
    .option("--exit", "end with the last scenario")
    .option("--json", "say where everything is in one line of JSON")
    .addHelpText("after", help)
    .action(sim);
}

async function sim(options: SimOptions): Promise<void> {
  await buildPages();
  const child = fork(simulator, argumentsOf(options), {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  // It ends when this process lets go of it, by a signal or by being killed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.connected && child.disconnect());
  }
  // Whoever reads the lines may have seen enough, as `head` has.
  process.stdout.on("error", () => child.connected && child.disconnect());
  let rest = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) tell(line, options.json === true);
  });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}

function argumentsOf(options: SimOptions): string[] {
  const { port, data, rack, printerTcp, usbip, scenario = [], exit } = options;
  const { scannerSpeaks, printer } = options;
  const plug = (option: string, given: string | true | undefined, usual: string) =>
    given === undefined ? [] : [option, given === true ? usual : given];
  return [
    ...["--port", port, "--data", data, "--scanner-speaks", scannerSpeaks],
    ...(printer === undefined ? [] : ["--printer", printer]),
    ...(rack === undefined ? [] : ["--rack", rack]),
    ...plug("--printer-tcp", printerTcp, "9100"),
    ...plug("--usbip", usbip, "3240"),
    ...scenario.flatMap((file) => ["--scenario", file]),
    ...(exit === true ? ["--exit"] : []),
  ];
}

function tell(line: string, asJson: boolean): void {
  process.stdout.write(asJson ? `${line}\n` : (inWords(line) ?? ""));
}
