/** What the log says of each event. */
import type { Language, Text } from "#state/base/text.ts";
import type { LogLine } from "../state.ts";
import { table } from "./words.ts";

type Event = LogLine["event"];

/** Each kind of event in one short sentence; details follow it. */
const events: Readonly<Record<Event["kind"], Text>> = {
  "line printed": { zh: "打印一行", en: "Line printed" },
  "receipt cut": { zh: "切纸", en: "Receipt cut" },
  "receipt torn": { zh: "撕纸", en: "Receipt torn" },
  "pulse sent": { zh: "钱箱脉冲", en: "Drawer pulse" },
  "pulse refused": { zh: "脉冲被拒绝", en: "Pulse refused" },
  "pulse wasted": { zh: "脉冲无效", en: "Pulse without effect" },
  "went off line": { zh: "打印机脱机", en: "Printer went off line" },
  "came on line": { zh: "打印机联机", en: "Printer came on line" },
  "cutter failed": { zh: "切刀出错", en: "Cutter failed" },
  "paper ran out": { zh: "纸用完了", en: "Paper ran out" },
  "powered off": { zh: "打印机断电", en: "Printer powered off" },
  "powered on": { zh: "打印机上电", en: "Printer powered on" },
  "buffers cleared": { zh: "缓冲区清空", en: "Buffers cleared" },
  "bytes lost": { zh: "缓冲区满，丢失字节", en: "Buffer full, bytes lost" },
  "unknown command": { zh: "未知指令", en: "Unknown command" },
  "not printed": { zh: "未打印", en: "Not printed" },
  buzzed: { zh: "蜂鸣器", en: "Buzzed" },
  "buzzer silenced": { zh: "蜂鸣器停", en: "Buzzer silenced" },
  "memory written": { zh: "写入非易失存储", en: "Lasting memory written" },
  "drawer opened": { zh: "钱箱打开", en: "Drawer opened" },
  "drawer closed": { zh: "钱箱关上", en: "Drawer closed" },
  "box ignored": { zh: "独立钱箱忽略字节", en: "Drawer ignored bytes" },
  "goods put on": { zh: "秤盘上", en: "On the scale" },
  "weight told": { zh: "秤报出", en: "Scale told" },
  "scale switched": { zh: "秤电源", en: "Scale power" },
  "display puzzled": { zh: "客显看不懂", en: "Display does not understand" },
  "display switched": { zh: "客显电源", en: "Display power" },
  scanned: { zh: "扫描", en: "Scanned" },
  "raw bytes": { zh: "发送原始字节", en: "Raw bytes sent" },
  "scan dropped": { zh: "扫描丢弃", en: "Scan dropped" },
  "cable pulled": { zh: "线缆拔出", en: "Cable pulled" },
  "cable plugged in": { zh: "线缆插好", en: "Cable plugged in" },
  "connection reset": { zh: "连接被重置", en: "Connection reset" },
  "power failed": { zh: "电源中断", en: "Power failed" },
  "power returned": { zh: "电源恢复", en: "Power returned" },
  "scanner was written to": { zh: "扫码枪收到字节", en: "Scanner was written to" },
  "scanner obeyed": { zh: "扫码枪执行", en: "Scanner did as told" },
  "scanner set up": { zh: "扫码枪改设置", en: "Scanner set up" },
  "scanner asked": { zh: "扫码枪被询问", en: "Scanner was asked" },
  "printer hangs": { zh: "打印机死机", en: "Printer hangs" },
  typed: { zh: "键入", en: "Typed" },
  "cannot be typed": { zh: "键盘没有此字符", en: "Cannot be typed" },
  "report ignored": { zh: "忽略一个报告", en: "Report ignored" },
  "boot loader entered": { zh: "钱箱进入引导程序", en: "Drawer entered its boot loader" },
  "usb plugged in": { zh: "USB 插好", en: "USB plugged in" },
  "usb pulled": { zh: "USB 拔出", en: "USB pulled" },
  "usb taken by a host": { zh: "主机连接 USB", en: "A host took the USB device" },
  "usb let go by its host": { zh: "主机放开 USB", en: "Its host let the USB device go" },
};

const causes: Readonly<Record<string, Text>> = {
  pulse: { zh: "由脉冲", en: "by pulse" },
  key: { zh: "由钥匙", en: "by key" },
  "already open": { zh: "已经打开", en: "already open" },
  jammed: { zh: "卡住", en: "jammed" },
  "other pin": { zh: "接在另一引脚", en: "wired to the other pin" },
  ignored: { zh: "固件未执行", en: "not done by its firmware" },
  "coil hot": { zh: "线圈过热", en: "coil hot" },
  "commands only": { zh: "只听指令", en: "commands only" },
  "defaults restored": { zh: "恢复出厂设置", en: "defaults restored" },
  "queue flushed": { zh: "清空队列", en: "queue flushed" },
  "too short": { zh: "太短", en: "too short" },
  on: { zh: "开", en: "on" },
  off: { zh: "关", en: "off" },
  error: { zh: "打印机有错误", en: "printer in error" },
  "pulse running": { zh: "上一脉冲未结束", en: "another pulse runs" },
  "no power": { zh: "没有电", en: "no power" },
  "queue full": { zh: "队列已满", en: "queue full" },
  "not acknowledged": { zh: "主机没有应答", en: "not acknowledged" },
  disabled: { zh: "已停用", en: "disabled" },
  enabled: { zh: "已启用", en: "enabled" },
  "trigger pulled": { zh: "扣下扳机", en: "trigger pulled" },
  "trigger let go": { zh: "松开扳机", en: "trigger let go" },
  beeped: { zh: "鸣叫", en: "beeped" },
  "beeper on": { zh: "蜂鸣器开", en: "beeper on" },
  "beeper off": { zh: "蜂鸣器关", en: "beeper off" },
  reset: { zh: "重启", en: "restarted" },
  "light on": { zh: "亮灯", en: "light on" },
  "light off": { zh: "熄灯", en: "light off" },
  "aim on": { zh: "瞄准光开", en: "aim on" },
  "aim off": { zh: "瞄准光关", en: "aim off" },
};

const devices: Readonly<Record<string, Text>> = {
  printer: table.printer,
  scanner: table.scanner,
  display: table.display,
  box: table.box,
  "hid-scanner": table.hidScanner,
  "oem-scanner": table.oemScanner,
  keyboard: table.keyboard,
  "hid-drawer": table.hidDrawer,
  scale: table.scale,
};

function tellDetail(name: string, value: unknown, language: Language): string {
  const text = String(value);
  if (name === "number") return `№ ${text}`;
  if (name === "device") return devices[text]?.[language] ?? text;
  if (name === "pin") return language === "zh" ? `引脚 ${text}` : `pin ${text}`;
  if (name === "onMs") return `${text} ms`;
  if (name === "grams") return `${text} g`;
  if (name === "times") return text === "0" ? "∞" : `× ${text}`;
  if (name === "count" || name === "lostBytes") return `${text} B`;
  return causes[text]?.[language] ?? text;
}

/** Whose event it is comes last, where the kind does not say it. */
export function tellEvent(event: Event, language: Language): string {
  const { kind, ...details } = event;
  const shown = Object.entries(details)
    .filter(([, value]) => typeof value !== "boolean")
    .map(([name, value]) => tellDetail(name, value, language));
  return [events[kind][language], ...shown].join(" · ").slice(0, 120);
}
