import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import {
  displayCatalog,
  drawerCatalog,
  keyboardScannerCatalog,
  printerCatalog,
  scaleCatalog,
} from "#drivers/catalog.ts";
import { buildPages } from "../host/pages.ts";
import { terminalOptions } from "../options.ts";

const main = fileURLToPath(import.meta.resolve("#runtime/main.ts"));

/** `guitai run`: one terminal on real devices, in the foreground. */
export function registerRun(program: Command): void {
  program
    .command("run")
    .description("run a terminal; its first line says where the counter screen is")
    .requiredOption("--backend <url>", "the backend it belongs to")
    .requiredOption(
      "--scanner <where>",
      "hid:… oem:… (IBM) wedge:… (types) serial:VENDOR:PRODUCT[:SERIAL or @SOCKET], /dev/…, COM3",
    )
    .requiredOption(
      "--printer <where>",
      "usb:… or serial:VENDOR:PRODUCT[:SERIAL or @SOCKET], /dev/ttyUSB0, COM4, tcp:HOST[:PORT]",
    )
    .option("--data <folder>", "everything the terminal owns", join(process.cwd(), "guitai-data"))
    .option("--port <number>", "of the counter screen on this machine", "8471")
    .option("--baud-rate <number>", "of serial devices", "9600")
    .addOption(speaks())
    .addOption(layout())
    .addOption(model())
    .option("--scale <where>", "a scale: /dev/ttyUSB3")
    .addOption(scaleSpeaks())
    .option("--scale-baud-rate <number>", "where it is not the one it was shipped with")
    .option("--drawer <where>", "a drawer that does not hang on the printer: /dev/ttyUSB2, hid:…")
    .addOption(drawerSpeaks())
    .option("--drawer-trigger <hex>", "the bytes that open it, where they are not 07")
    .addOption(drawerLevel())
    .addOption(drawerPin())
    .option("--drawer-beep-after <seconds>", "of an open drawer; never when left out")
    .option("--drawer-pulse <ms>", "of a drawer on the printer, 20 to 126", "50")
    .option(
      "--display <where>",
      "a customer display: /dev/ttyUSB1, or `printer`, behind the printer",
    )
    .addOption(displaySpeaks())
    .option("--display-baud-rate <number>", "where it is not the one it was shipped with")
    .addHelpText(
      "after",
      "\nA serial device is best named by what it is, serial:05f9:4204:SERIAL, or by its socket," +
        "\nserial:05f9:4204@1-1.4 or port:1-1.4: /dev/ttyUSB0 may be another one after a replug." +
        "\n`guitai doctor` lists what is plugged in." +
        "\n\nExit codes: 0 stopped; 1 it failed, and says how; 2 wrong usage.",
    )
    .action(run);
}

const speaks = () =>
  new Option("--scanner-speaks <protocol>", "of a serial scanner; bare: no terminator")
    .choices(["text", "bare", "ssi"])
    .default("text");

const scaleSpeaks = () =>
  new Option("--scale-speaks <protocol>", "see `guitai devices`")
    .choices(Object.keys(scaleCatalog))
    .default("toledo-8217");

const drawerSpeaks = () =>
  new Option("--drawer-speaks <protocol>", "see `guitai devices`")
    .choices(Object.keys(drawerCatalog))
    .default("serial-trigger");

const drawerLevel = () =>
  new Option("--drawer-open-level <level>", "of its switch, where it is not the usual one").choices(
    ["high", "low"],
  );

const drawerPin = () =>
  new Option("--drawer-pin <number>", "of the printer's connector")
    .choices(["2", "5"])
    .default("2");

const layout = () =>
  new Option("--scanner-layout <name>", "the keyboard that a typing scanner is set up for")
    .choices(Object.keys(keyboardScannerCatalog))
    .default("us");

const displaySpeaks = () =>
  new Option("--display-speaks <protocol>", "see `guitai devices`")
    .choices(Object.keys(displayCatalog))
    .default("cd5220");

const model = () =>
  new Option("--printer-model <name>", "see `guitai devices`")
    .choices(Object.keys(printerCatalog))
    .default("generic-80mm");

async function run(options: Readonly<Record<string, string>>): Promise<void> {
  const given = Object.entries(options).map(([name, value]) => [dashed(name), value] as const);
  // What is wrong with them is told at once and in sentences; the terminal would log it.
  terminalOptions(Object.fromEntries(given));
  await buildPages();
  const words = given.flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [main, ...words], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}

/** `baudRate`, as commander names it, back to `baud-rate`. */
const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
