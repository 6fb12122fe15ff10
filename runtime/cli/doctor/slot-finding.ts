import { knownDevices } from "#drivers/discovery/known-devices.ts";
import type { SlotDiagnosis, UposDiagnosis } from "#runtime/devices/diagnosis.ts";
import { codeIn } from "#runtime/devices/link-trouble.ts";
import { failureTexts } from "#runtime/failure-texts.ts";
import type { Text } from "#state/base/text.ts";
import { type Finding, note, ok, trouble } from "./finding.ts";
import { statusTexts } from "./status-texts.ts";

const names: { readonly [name: string]: Text } = {
  scanner: { zh: "扫描枪", en: "scanner" },
  printer: { zh: "打印机", en: "printer" },
  display: { zh: "顾客屏", en: "customer display" },
  scale: { zh: "电子秤", en: "scale" },
  drawer: { zh: "钱箱", en: "cash drawer" },
};

const states: { readonly [state in SlotDiagnosis["state"]]: Text } = {
  absent: { zh: "找不到", en: "not found" },
  found: { zh: "正在打开", en: "being opened" },
  claimed: { zh: "端口已打开，设备没有回答", en: "its port is open and nothing answers" },
  ready: { zh: "就绪", en: "ready" },
  faulted: { zh: "需要处理", en: "needs a hand" },
  lost: { zh: "连接断开，正在重新寻找", en: "lost, and looked for" },
};

/** The slowest is a network printer's, which gives up after five seconds. */
const OPENS_WITHIN_MS = 10_000;

/** Whose page says what a person can do; none where the device works or is on its way. */
const codes: { readonly [state in SlotDiagnosis["state"]]: string | null } = {
  absent: "device/not-found",
  found: null,
  claimed: "device/silent",
  ready: null,
  faulted: "device/needs-a-hand",
  lost: "device/lost",
};

/** One device of the running terminal: what it is, how it is, what it did, what went wrong. */
export function slotFinding(slot: SlotDiagnosis, at: number): Finding {
  const what = { zh: sentence(slot, at, "zh"), en: sentence(slot, at, "en") };
  const code = known(slot, at) ?? codes[slot.state];
  const fix = code === null ? undefined : failureTexts[code]?.fix;
  if (code !== null && fix !== undefined) return trouble("terminal", code, what, fix);
  const isReady = slot.state === "ready";
  return (isReady ? ok : note)("terminal", what.zh, what.en);
}

function sentence(slot: SlotDiagnosis, at: number, lang: "zh" | "en"): string {
  const { name, address, driver, bytesIn, bytesOut, opens, losses, lastError } = slot;
  const error = lastError === null ? null : `${lastError.text} (${ago(lastError.at, at)[lang]})`;
  const device = plugged(slot)?.[lang];
  const there = [...(device === undefined ? [] : [device]), ...own(slot)[lang]];
  const matter = failureTexts[known(slot, at) ?? ""]?.what ?? states[slot.state];
  const head = `${(names[name] ?? { zh: name, en: name })[lang]}: ${matter[lang]}`;
  const status = [...rest(slot), ...statusTexts(slot.status)].map((each) => each[lang]);
  const said = status.length === 0 ? [] : [status.join(lang === "zh" ? "，" : ", ")];
  const controls = [slot.upos, ...slot.attached].map(upos);
  const parts = {
    zh: [
      `${head}（${lasting(slot.since, at).zh}）`,
      `${address}，按 ${driver.row}（${driver.title}）驱动`,
      ...there,
      ...controls,
      ...said,
      `收 ${bytesIn} 字节，发 ${bytesOut} 字节，打开 ${opens} 次，断开 ${losses} 次`,
      ...(error === null ? [] : [`最近的错误：${error}`]),
    ],
    en: [
      `${head} (for ${lasting(slot.since, at).en})`,
      `${address}, driven as ${driver.row} (${driver.title})`,
      ...there,
      ...controls,
      ...said,
      `${bytesIn} bytes in, ${bytesOut} out, opened: ${opens}, lost: ${losses}`,
      ...(error === null ? [] : [`last error: ${error}`]),
    ],
  };
  return parts[lang].join("\n    ");
}

/**
 * What is the matter, where more is known than the slot's state; null where it is not. A device
 * that was opened since has left its last error behind.
 */
function known(slot: SlotDiagnosis, at: number): string | null {
  if (isOfAnotherKind(slot)) return "device/of-another-kind";
  const { state, since, lastError } = slot;
  if (state === "found" && at - since > OPENS_WITHIN_MS) return "device/not-opened";
  const isShut = state === "absent" || state === "lost" || state === "found";
  const code = isShut && lastError !== null ? codeIn(lastError.text) : null;
  return code !== null && failureTexts[code] !== undefined ? code : null;
}

/** Known by its ids as something that this slot does not drive. */
function isOfAnotherKind({ name, found }: SlotDiagnosis): boolean {
  const row = knownDevices.find((each) => each.name === found?.match?.row);
  return row !== undefined && row.class !== name;
}

/** Told to: nothing is wrong with it. */
function rest({ state, upos: { deviceEnabled } }: SlotDiagnosis): readonly Text[] {
  if (state !== "ready" || deviceEnabled) return [];
  return [{ zh: "休息中，收银员登录后恢复", en: "at rest until a cashier signs on" }];
}

/** As a supplier's technician knows it from other terminals; what never happened is left out. */
function upos({ deviceClass, state, powerState, errorCode, ...told }: UposDiagnosis): string {
  const values = [state, powerState, errorCode].map(({ name, value }) => `${name} ${value}`);
  const { lastError, statistics } = told;
  const last = lastError === null ? [] : [`${lastError.what} ${lastError.name}`];
  const happened = Object.entries(statistics).filter(([, count]) => count > 0);
  const counts = happened.map(([name, count]) => `${name} ${count}`);
  return [`${deviceClass} ${[...values, ...last].join(", ")}`, ...counts].join("; ");
}

/** What is plugged in and what it is taken for; how to name it so that any port will do. */
function plugged({ found, address }: SlotDiagnosis): Text | null {
  if (found === null) return null;
  const { node, identity, title, match } = found;
  const who = `${node}, ${identity}${title === "" ? "" : ` “${title}”`}`;
  const why = match === null ? "" : `, ${match.row} = ${match.why.join(" + ")}`;
  const stable = identity.replace(/^usb:/, "serial:");
  const isPath = address.startsWith("/") && identity.startsWith("usb:");
  return {
    zh: `那里是 ${who}${why}${isPath ? `；地址写成 ${stable} 就不怕换口` : ""}`,
    en: `there is ${who}${why}${isPath ? `; named ${stable} it is found on any port` : ""}`,
  };
}

/** What it calls itself, beside what it is driven as: a technician sees when they differ. */
function own({ says }: SlotDiagnosis): { readonly [lang in keyof Text]: readonly string[] } {
  if (says === null || says === "") return { zh: [], en: [] };
  return { zh: [`自称 ${says}`], en: [`calls itself ${says}`] };
}

function ago(then: number, now: number): Text {
  const { zh, en } = lasting(then, now);
  return { zh: `${zh}前`, en: `${en} ago` };
}

/** In whole seconds, minutes or hours. */
function lasting(from: number, to: number): Text {
  const seconds = Math.max(0, Math.round((to - from) / 1000));
  if (seconds < 120) return { zh: `${seconds} 秒`, en: `${seconds} s` };
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return { zh: `${minutes} 分钟`, en: `${minutes} min` };
  const hours = Math.round(minutes / 60);
  return { zh: `${hours} 小时`, en: `${hours} h` };
}
