import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { FakeSysfs, posDescriptor } from "#test/support/sysfs.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

const honeywell = { port: "1-2", vendor: "0c2e", product: "0b61", title: "Honeywell 7580" };
const hid = { interfaceClass: "03", node: "hidraw0", descriptor: posDescriptor };

function guitai(...args: readonly string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [main, ...args], (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

/** A machine with one HID-POS scanner, and a data folder. */
function machine() {
  const folder = freshFolder();
  const sysfs = new FakeSysfs(folder);
  sysfs.plug({ ...honeywell, ...hid });
  const data = join(folder, "data");
  mkdirSync(data);
  const { sys, dev } = sysfs.roots;
  return { folder, sysfs, where: ["--sys", sys, "--dev", dev, "--data", data] };
}

describe("guitai doctor", () => {
  test("says what is connected, what it is taken for, and why", async () => {
    const { where } = machine();

    const { out } = await guitai("doctor", "--json", ...where);

    const { findings } = JSON.parse(out) as { findings: { about: string; what: { en: string } }[] };
    const abouts = new Set(findings.map(({ about }) => about));
    expect([...abouts]).toEqual(["engine", "sqlite", "bindings", "data", "ports", "terminal"]);
    expect(findings.find(({ about }) => about === "ports")?.what.en).toContain(
      "honeywell-hid-pos, 12 = vendor 0c2e (8) + usagePage 8c (4)",
    );
  });

  test("speaks both languages", async () => {
    const { where } = machine();

    const [zh, en] = await Promise.all([
      guitai("doctor", "--lang", "zh", ...where),
      guitai("doctor", "--lang", "en", ...where),
    ]);

    expect(zh.out).toContain("serialport 可加载");
    expect(en.out).toContain("serialport loads");
  });

  test("prints the udev rules of known devices, and installs them where told", async () => {
    const { folder, where } = machine();
    const file = join(folder, "70-guitai.rules");

    const printed = await guitai("doctor", "--fix-udev", ...where);
    const installed = await guitai(
      "doctor",
      "--fix-udev",
      "--install",
      "--rules-file",
      file,
      ...where,
    );

    expect(printed.out).toContain('KERNEL=="hidraw*", ATTRS{idVendor}=="0c2e"');
    expect(installed.code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(printed.out);
  });

  test("writes no file that opens nothing", async () => {
    const { folder, sysfs, where } = machine();
    sysfs.unplug({ ...honeywell, ...hid });
    const file = join(folder, "70-guitai.rules");
    const install = ["--install", "--rules-file", file];

    const { code, out, err } = await guitai("doctor", "--fix-udev", ...install, ...where);

    expect([code, out, existsSync(file)]).toEqual([1, "", false]);
    expect(err).toContain("[doctor/no-rules]");
  });

  test("fails with a code and what to do when the rules cannot be written", async () => {
    const { where } = machine();
    const nowhere = ["--rules-file", "/nowhere/70-guitai.rules"];

    const { code, err } = await guitai("doctor", "--fix-udev", "--install", ...nowhere, ...where);

    expect(code).toBe(1);
    expect(err).toContain("[doctor/rules-not-written]");
  });

  test("answers wrong usage with exit code 2", async () => {
    expect((await guitai("doctor", "--colour")).code).toBe(2);
  });
});

const counter = ["--backend", "http://127.0.0.1:1", "--scanner", "/dev/a", "--printer", "/dev/b"];

test.each([
  [["bogus"], 2, "unknown command"],
  [["devices", "--colour"], 2, "unknown option"],
  [["run"], 2, "required option"],
  [["run", ...counter, "--baud-rate", "fast"], 2, "--baud-rate fast cannot be used"],
  [["run", ...counter, "--scanner", "nonsense"], 2, "[host/bad-address]"],
  // Here 2 says that the ledger is broken.
  [["ledger", "verify", "--colour"], 1, "unknown option"],
])("guitai %j ends with %i and says why", async (args, code, why) => {
  const ended = await guitai(...args);

  expect([ended.code, ended.out]).toEqual([code, ""]);
  expect(ended.err).toContain(why);
});

test("guitai devices names its columns", async () => {
  const { out } = await guitai("devices");

  const [heads = "", first = ""] = out.split("\n");
  expect(heads).toMatch(/^level +class +name +proof +product$/);
  expect(first.indexOf("manual")).toBe(heads.indexOf("proof"));
});

test("guitai devices lists every row with its proof", async () => {
  const { out, code } = await guitai("devices", "--json");

  const { devices } = JSON.parse(out) as { devices: { name: string; proof: string }[] };
  expect(code).toBe(0);
  expect(devices).toContainEqual(
    expect.objectContaining({ name: "generic-80mm", proof: "manual" }),
  );
  expect(devices.every(({ proof }) => /^(manual|capture|device)$/.test(proof))).toBe(true);
});
