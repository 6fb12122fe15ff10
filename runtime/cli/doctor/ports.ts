import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Found } from "#drivers/discovery/found.ts";
import { type KnownDevice, knownDevices } from "#drivers/discovery/known-devices.ts";
import { match } from "#drivers/discovery/match.ts";
import { udevRule } from "#drivers/discovery/udev-rule.ts";
import { type Finding, note, ok, trouble } from "./finding.ts";
import { givenAs } from "./given-as.ts";

/**
 * What each visible port is taken for and why, and whether the till may open it.
 *
 * @param sys where they are listed from: with nothing there, nothing can be seen
 */
export function portFindings(devices: readonly Found[], sys: string): readonly Finding[] {
  if (devices.length > 0) return devices.map(portFinding);
  return existsSync(join(sys, "class"))
    ? [note("ports", "没有发现串口、HID 或 USB 设备", "No serial, HID or USB device is seen")]
    : [
        note(
          "ports",
          `这里没有 sysfs（${sys}）：看不到插着什么，地址要写设备路径`,
          `No sysfs at ${sys}: what is plugged in cannot be seen; name devices by their paths`,
        ),
      ];
}

/**
 * Nothing here needs `udevadm` to look around; without it a new rule is in force only later.
 *
 * @param path folders where programs are, as in `PATH`
 */
export function udevadmFindings(path: string): readonly Finding[] {
  const folders = [...path.split(delimiter), "/sbin", "/usr/sbin"];
  if (folders.some((folder) => existsSync(join(folder, "udevadm")))) return [];
  return [
    note(
      "ports",
      "没有 udevadm：设备列表直接读自 sysfs；新的 udev 规则要重新插拔或重启后生效",
      "No udevadm: devices are listed from sysfs; a new udev rule needs a replug or a restart",
    ),
  ];
}

/**
 * Devices that a rules file should open: those we know, those that a terminal was told to use, such
 * as an adapter that any device may hang on, and nobody's mouse.
 */
export function devicesToOpen(
  devices: readonly Found[],
  wanted: readonly string[] = [],
): readonly Found[] {
  return devices.filter(
    (device) => match(device, knownDevices).type !== "none" || wanted.includes(device.identity),
  );
}

function portFinding(device: Found): Finding {
  const matched = match(device, knownDevices);
  const who = `${device.node ?? device.portPath} (${device.identity}${named(device.title)})`;
  if (matched.type === "tie") {
    const both = matched.names.join(", ");
    return trouble(
      "ports",
      "doctor/two-rows-fit",
      { zh: `${who} 同样像 ${both}`, en: `${who} fits ${both} equally well` },
      { zh: "在配置中写明型号", en: "Name the model in the configuration." },
    );
  }
  if (matched.type === "none") return stranger(who, device);
  const { row, score, why } = matched;
  const what = `${who}: ${row.name}, ${score} = ${why.join(" + ")}${offered(device, row)}`;
  if (device.isOpenToUs !== false) return ok("ports", what, what);
  const rule = udevRule(device);
  return trouble(
    "ports",
    "device/forbidden",
    { zh: `${what}；当前用户无权打开`, en: `${what}; this user may not open it` },
    rule === null
      ? { zh: "运行 sudo usermod -aG dialout $USER", en: "Run: sudo usermod -aG dialout $USER" }
      : {
          zh: `运行 sudo guitai doctor --fix-udev --install，规则：${rule}`,
          en: `Run \`sudo guitai doctor --fix-udev --install\`; the rule is: ${rule}`,
        },
  );
}

/** Nobody's trouble, unless the till is to use it: then it must know that it may not. */
function stranger(who: string, device: Found): Finding {
  const isShut = device.kind === "serial" && device.isOpenToUs === false;
  const [zh, en] = isShut ? ["；当前用户无权打开", "; this user may not open it"] : ["", ""];
  const address = offered(device, null);
  return note("ports", `${who} 不认识${zh}${address}`, `${who} is not known${en}${address}`);
}

/** What a technician may copy. */
function offered(device: Found, known: KnownDevice | null): string {
  const given = givenAs(device, known);
  return given === null ? "" : `\n    ${given}`;
}

const named = (title: string) => (title === "" ? "" : `, ${title}`);
