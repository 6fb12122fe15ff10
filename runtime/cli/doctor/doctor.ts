import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import type { Found } from "#drivers/discovery/found.ts";
import { UDEV_RULES_FILE, udevRule, udevRules } from "#drivers/discovery/udev-rule.ts";
import { listDevices } from "#drivers/links/listing.ts";
import { CodedError } from "#state/base/coded-error.ts";
import type { Finding } from "./finding.ts";
import { dataFolder, engine, nativeBindings, sqlite } from "./machine.ts";
import { devicesToOpen, portFindings, udevadmFindings } from "./ports.ts";
import { askTerminal, identitiesIn, terminalFindings } from "./terminal.ts";

const top = fileURLToPath(new URL("../../..", import.meta.url));

interface DoctorOptions {
  readonly json?: true;
  readonly fixUdev?: true;
  readonly install?: true;
  readonly data: string;
  readonly lang: "zh" | "en";
  readonly sys: string;
  readonly dev: string;
  readonly rulesFile: string;
}

/** `guitai doctor`: what this machine has and lacks, for people and for scripts. */
export function registerDoctor(program: Command): void {
  program
    .command("doctor")
    .description("what is connected, what it is taken for and why, and what keeps it from working")
    .option("--json", "one JSON object instead of sentences")
    .option(
      "--fix-udev",
      "print the udev rules that open the known devices, and the running terminal's, to the till",
    )
    .option("--install", "with --fix-udev: write them and reload; needs root")
    .option("--data <folder>", "of the terminal", join(process.cwd(), ".guitai/shop/terminal"))
    .addOption(
      new Option("--lang <language>", "of the sentences")
        .choices(["zh", "en"])
        .default(ownLanguage()),
    )
    .option("--sys <folder>", "another machine's /sys, as copied or made", "/sys")
    .option("--dev <folder>", "and its /dev", "/dev")
    .option("--rules-file <file>", "where --install writes", UDEV_RULES_FILE)
    .addHelpText(
      "after",
      "\nExit codes: 0 all well; 1 trouble, of this machine or of a device of the running " +
        "terminal; 2 wrong usage.",
    )
    .action(doctor);
}

async function doctor(options: DoctorOptions): Promise<void> {
  const devices = listDevices({ sys: options.sys, dev: options.dev });
  const terminal = await askTerminal(options.data);
  if (options.fixUdev === true) {
    fixUdev(options, devicesToOpen(devices, identitiesIn(terminal)));
    return;
  }
  const findings = [
    engine(top),
    sqlite(),
    ...(await nativeBindings(top)),
    dataFolder(options.data),
    ...portFindings(devices, options.sys),
    ...udevadmFindings(process.env.PATH ?? ""),
    ...terminalFindings(terminal),
  ];
  const isWell = findings.every(({ state }) => state !== "trouble");
  const diagnosis = typeof terminal === "string" ? null : terminal;
  const report = { ok: isWell, findings, devices, diagnosis };
  print(options.json === true ? JSON.stringify(report) : sentences(findings, options.lang));
  if (!isWell) process.exitCode = 1;
}

function fixUdev({ install, rulesFile, lang }: DoctorOptions, devices: readonly Found[]): void {
  if (devices.every((device) => udevRule(device) === null)) {
    throw new CodedError("doctor/no-rules", {
      what: "No device that a udev rule could open is plugged in; nothing was written",
      fix:
        "Plug the devices in, and run it again. One that `guitai doctor` does not know gets its " +
        "rule while a terminal runs that was told its address.",
    });
  }
  const rules = udevRules(devices);
  if (install !== true) {
    print(rules.trimEnd());
    return;
  }
  try {
    writeFileSync(rulesFile, rules);
  } catch (cause) {
    throw new CodedError("doctor/rules-not-written", {
      what: `The udev rules could not be written to ${rulesFile}`,
      fix: "Run it again with sudo, or print the rules without --install and place them by hand.",
      cause,
    });
  }
  const isReloaded = reload();
  const hint = {
    zh: isReloaded ? "已生效" : "没有 udevadm：请重新插拔设备或重启",
    en: isReloaded ? "in force" : "no udevadm here: replug the devices or start the machine again",
  };
  print(`${rulesFile}: ${hint[lang]}`);
}

function reload(): boolean {
  try {
    execFileSync("udevadm", ["control", "--reload"], { stdio: "ignore" });
    execFileSync("udevadm", ["trigger"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function sentences(findings: readonly Finding[], lang: "zh" | "en"): string {
  const marks = { ok: "✓", note: "·", trouble: "✗" } as const;
  return findings
    .map(({ state, code, what, fix }) => {
      const [head, ...rest] = what[lang].split("\n");
      const coded = code === null ? head : `${head} [${code}]`;
      const next = fix === null ? [] : [`  → ${fix[lang]}`];
      return [`${marks[state]} ${coded}`, ...rest, ...next].join("\n");
    })
    .join("\n");
}

function ownLanguage(): "zh" | "en" {
  return /^zh/.test(process.env.LC_ALL ?? process.env.LANG ?? "") ? "zh" : "en";
}

const print = (line: string) => void process.stdout.write(`${line}\n`);
