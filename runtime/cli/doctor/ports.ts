import type { Found } from "#drivers/discovery/found.ts";
import { knownDevices } from "#drivers/discovery/known-devices.ts";
import { match } from "#drivers/discovery/match.ts";
import { udevRule } from "#drivers/discovery/udev-rule.ts";
import { type Finding, note, ok, trouble } from "./finding.ts";

/** What each visible port is taken for and why, and whether the till may open it. */
export function portFindings(devices: readonly Found[]): readonly Finding[] {
  if (devices.length === 0) {
    return [note("ports", "没有发现串口、HID 或 USB 设备", "No serial, HID or USB device is seen")];
  }
  return devices.map(portFinding);
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
      { zh: `${who} 同样像 ${both}`, en: `${who} fits ${both} equally well` },
      { zh: "在配置中写明型号", en: "Name the model in the configuration." },
    );
  }
  if (matched.type === "none") return note("ports", `${who} 不认识`, `${who} is not known`);
  const { row, score, why } = matched;
  const what = `${who}: ${row.name}, ${score} = ${why.join(" + ")}`;
  if (device.isOpenToUs !== false) return ok("ports", what, what);
  const rule = udevRule(device);
  return trouble(
    "ports",
    { zh: `${what}；当前用户无权打开`, en: `${what}; this user may not open it` },
    rule === null
      ? { zh: "运行 sudo usermod -aG dialout $USER", en: "Run: sudo usermod -aG dialout $USER" }
      : {
          zh: `运行 sudo guitai doctor --fix-udev --install，规则：${rule}`,
          en: `Run \`sudo guitai doctor --fix-udev --install\`; the rule is: ${rule}`,
        },
  );
}

const named = (title: string) => (title === "" ? "" : `, ${title}`);
