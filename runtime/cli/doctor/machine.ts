import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Finding, note, ok, trouble } from "./finding.ts";

/** Less than this many bytes free is trouble: a full disk stops the till. */
const FREE_BYTES_MIN = 200 * 1024 * 1024;
const loadWithinMs = 10_000;

/** Packages with native code, and what Debian calls the libraries they may miss. */
const bindings = ["serialport", "node-hid", "usb"] as const;
const debianPackages = { "libusb-1.0": "libusb-1.0-0", libudev: "libudev1 udev" } as const;

/** @param top the project's folder, whose `package.json` pins the engine */
export function engine(top: string): Finding {
  const pins = pinsOf(top, "optionalDependencies");
  const pinned = pins[`node-${process.platform}-${process.arch}`];
  const running = process.versions.node;
  if (pinned === undefined) {
    return note("engine", `Node ${running}；此平台没有固定版本`, `Node ${running}; no pin for it`);
  }
  if (pinned === running) {
    return ok("engine", `Node ${running}，与固定版本一致`, `Node ${running}, as pinned`);
  }
  return trouble(
    "engine",
    "doctor/other-engine",
    {
      zh: `正在用 Node ${running}，固定版本是 ${pinned}`,
      en: `This is Node ${running}; the pinned engine is ${pinned}`,
    },
    { zh: "运行 npm ci，并用 guitai 命令启动", en: "Run `npm ci`, and start with `guitai`." },
  );
}

export function sqlite(): Finding {
  const database = new DatabaseSync(":memory:");
  const version = String(database.prepare("SELECT sqlite_version() AS v").get()?.v);
  database.close();
  return ok("sqlite", `SQLite ${version}`, `SQLite ${version}`);
}

/** Loads each installed binding in a process of its own: a broken one may abort. */
export async function nativeBindings(top: string): Promise<readonly Finding[]> {
  const wanted = bindings.filter((name) => pinsOf(top, "dependencies")[name] !== undefined);
  return Promise.all(wanted.map(async (name) => bindingFinding(name, await load(top, name))));
}

/** @param said what the loader said on standard error; null when it loaded */
export function bindingFinding(name: string, said: string | null): Finding {
  if (said === null) return ok("bindings", `${name} 可加载`, `${name} loads`);
  const missing = Object.entries(debianPackages).find(([library]) => said.includes(library));
  const reason = /Error: (.*)/.exec(said)?.[1] ?? "the process was aborted";
  const install = missing === undefined ? "npm ci" : `sudo apt-get install ${missing[1]}`;
  return trouble(
    "bindings",
    "doctor/binding-missing",
    { zh: `${name} 无法加载：${reason}`, en: `${name} does not load: ${reason}` },
    { zh: `运行 ${install}`, en: `Run: ${install}` },
  );
}

export function dataFolder(folder: string): Finding {
  if (!existsSync(folder)) {
    return note(
      "data",
      `数据目录 ${folder} 还不存在`,
      `The data folder ${folder} is not there yet`,
    );
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return trouble(
      "data",
      "doctor/data-not-writable",
      { zh: `数据目录 ${folder} 不可写`, en: `The data folder ${folder} cannot be written` },
      {
        zh: `让运行终端的用户拥有它：sudo chown -R $USER ${folder}`,
        en: `Give it to the user that runs the till: sudo chown -R $USER ${folder}`,
      },
    );
  }
  const { bavail, bsize } = statfsSync(folder);
  return freeSpace(folder, bavail * bsize);
}

/** @param freeBytes what a user without privileges may still write */
export function freeSpace(folder: string, freeBytes: number): Finding {
  const megabytes = Math.floor(freeBytes / 1024 / 1024);
  if (freeBytes >= FREE_BYTES_MIN) {
    return ok("data", `${folder} 可写，剩余 ${megabytes} MB`, `${folder}, ${megabytes} MB free`);
  }
  return trouble(
    "data",
    "doctor/disk-full",
    { zh: `${folder} 只剩 ${megabytes} MB`, en: `${folder} has only ${megabytes} MB left` },
    { zh: "清理磁盘；写满后终端会停止", en: "Free some space: a full disk stops the till." },
  );
}

function pinsOf(top: string, list: "dependencies" | "optionalDependencies") {
  const manifest = JSON.parse(readFileSync(join(top, "package.json"), "utf8"));
  return (manifest[list] ?? {}) as Readonly<Record<string, string>>;
}

function load(top: string, name: string): Promise<string | null> {
  const script = `await import(${JSON.stringify(name)}); process.exit(0)`;
  const options = { cwd: top, timeout: loadWithinMs };
  return new Promise((resolve) => {
    const args = ["--input-type=module", "-e", script];
    execFile(process.execPath, args, options, (error, _out, said) => {
      resolve(error === null ? null : said);
    });
  });
}
