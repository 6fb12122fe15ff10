import type { Language, Text } from "#state/base/text.ts";
import type { LogLine } from "../state.ts";

const table = {
  title: { zh: "柜台模拟台", en: "Counter bench" },
  subtitle: { zh: "终端以为这是真的设备", en: "The terminal takes these for real devices" },
  lost: { zh: "与模拟器的连接断开，正在重连…", en: "Connection to the simulator lost, retrying…" },
  refused: { zh: "操作未执行：", en: "Not done: " },
  scanner: { zh: "扫码枪", en: "Scanner" },
  rack: { zh: "货架条码（点一下即扫描）", en: "Labels (click to scan)" },
  anyCode: { zh: "任意条码", en: "Any code" },
  pull: { zh: "扣扳机", en: "Pull trigger" },
  oddLabels: { zh: "异常条码", en: "Awkward labels" },
  unknown: { zh: "未知商品码", en: "Unknown code" },
  badDigit: { zh: "校验位错误", en: "Bad check digit" },
  weighed: { zh: "称重标签 1.234 kg", en: "Weighed label 1.234 kg" },
  noise: { zh: "4 KB 乱码", en: "4 KB of noise" },
  pieces: { zh: "分五段到达", en: "In five pieces" },
  printer: { zh: "小票打印机", en: "Receipt printer" },
  noPaperYet: { zh: "还没有打印任何内容", en: "Nothing printed yet" },
  tear: { zh: "撕下小票", en: "Tear off" },
  online: { zh: "联机", en: "On line" },
  offline: { zh: "脱机", en: "Off line" },
  off: { zh: "关机", en: "Power off" },
  printing: { zh: "打印中", en: "Printing" },
  buffered: { zh: "缓冲", en: "Buffer" },
  statusBytes: { zh: "状态", en: "Status" },
  drawer: { zh: "钱箱", en: "Cash drawer" },
  drawerOpen: { zh: "已打开，点击推回", en: "Open: click to push it shut" },
  drawerShut: { zh: "已关闭，点击用钥匙打开", en: "Shut: click to open it by key" },
  openings: { zh: "打开次数", en: "Openings" },
  display: { zh: "顾客显示屏", en: "Customer display" },
  displayLanguage: { zh: "指令集", en: "Language" },
  displayPower: { zh: "断电", en: "Power off" },
  dark: { zh: "不亮", en: "Dark" },
  unitPrice: { zh: "单价", en: "Price" },
  total: { zh: "总计", en: "Total" },
  received: { zh: "收款", en: "Received" },
  change: { zh: "找零", en: "Change" },
  box: { zh: "独立钱箱", en: "Stand-alone drawer" },
  boxPort: { zh: "不接打印机，自带串口 drawer", en: "Not on the printer: its own line, drawer" },
  boxOpen: { zh: "已打开", en: "Open" },
  boxShut: { zh: "已关闭", en: "Shut" },
  boxPush: { zh: "推回", en: "Push shut" },
  boxKey: { zh: "用钥匙打开", en: "Open by key" },
  boxLanguage: { zh: "触发方式", en: "Opens on" },
  "box trigger": { zh: "字节 07", en: "Byte 07" },
  "box any-byte": { zh: "任意字节", en: "Any byte" },
  "box ibm-4840": { zh: "IBM 4840", en: "IBM 4840" },
  "box ibm-4840-second": { zh: "IBM 4840 第二口", en: "IBM 4840, second socket" },
  "box acode": { zh: "ACODE", en: "ACODE" },
  stuck: { zh: "开关卡死", en: "Switch stuck" },
  scale: { zh: "电子秤", en: "Scale" },
  scaleLanguage: { zh: "协议", en: "Protocol" },
  "scale toledo-8217": { zh: "Toledo 8217", en: "Toledo 8217" },
  "scale cas-enq": { zh: "CAS 问答", en: "CAS, asked" },
  "scale chinese-lines": { zh: "连续 ST,GS", en: "ST,GS lines" },
  "scale cas-lines": { zh: "CAS 连续 22 字节", en: "CAS 22-byte lines" },
  pan: { zh: "放上", en: "Put on" },
  panEmpty: { zh: "取走", en: "Take off" },
  scaleOff: { zh: "秤断电", en: "Power off" },
  restless: { zh: "一直晃动", en: "Never at rest" },
  late: { zh: "迟答 2 秒", en: "Answers 2 s late" },
  loseChar: { zh: "丢一个字符", en: "Lose a character" },
  cables: { zh: "线缆", en: "Cables" },
  cablesSound: { zh: "完好", en: "Sound" },
  cableOf: { zh: "设备", en: "Device" },
  cableMend: { zh: "修好", en: "Mend" },
  cableOut: { zh: "线缆拔出", en: "Pulled out" },
  cableSlow: { zh: "1200 波特", en: "1200 baud" },
  cableLate: { zh: "应答晚 0.5 秒", en: "Answers 0.5 s late" },
  cableLossy: { zh: "丢 2% 字节", en: "Loses 2 % of bytes" },
  cableCutSoon: { zh: "再收 200 字节后断线", en: "Cut after 200 bytes" },
  cableTwice: { zh: "下一段到两次", en: "Next answer twice" },
  cableBrownOut: { zh: "断电 1 秒", en: "No power for 1 s" },
  cableReset: { zh: "重置 TCP 连接", en: "Reset TCP" },
  lostToDevice: { zh: "丢失字节：发往设备", en: "Bytes lost to the device" },
  lostToHost: { zh: "发往主机", en: "to the host" },
  scenarios: { zh: "剧本", en: "Scenarios" },
  scenarioNone: { zh: "未播放", en: "None played" },
  "scenario running": { zh: "进行中…", en: "Running…" },
  "scenario passed": { zh: "通过", en: "Passed" },
  "scenario failed": { zh: "未通过", en: "Failed" },
  "scenario stopped": { zh: "已中止", en: "Stopped" },
  scenarioPlay: { zh: "播放", en: "Play" },
  scenarioStop: { zh: "中止", en: "Stop" },
  usb: { zh: "USB 线缆", en: "USB cables" },
  usbPulled: { zh: "拔出", en: "Pulled" },
  usbAttached: { zh: "主机已连接", en: "In use by a host" },
  usbFree: { zh: "无主机", en: "No host" },
  faults: { zh: "故障", en: "Faults" },
  paper: { zh: "纸张", en: "Paper" },
  paperOk: { zh: "充足", en: "Full" },
  nearEnd: { zh: "将尽", en: "Near end" },
  paperOut: { zh: "缺纸", en: "Out" },
  cover: { zh: "上盖打开", en: "Cover open" },
  cutter: { zh: "切刀卡住", en: "Cutter jammed" },
  hot: { zh: "打印头过热", en: "Head too hot" },
  jam: { zh: "钱箱卡住", en: "Drawer jammed" },
  drawerStuck: { zh: "钱箱开关卡死", en: "Drawer switch stuck" },
  speed: { zh: "打印速度", en: "Speed" },
  slow: { zh: "慢", en: "Slow" },
  normal: { zh: "正常", en: "Normal" },
  fast: { zh: "快", en: "Fast" },
  receipts: { zh: "小票存根", en: "Receipts" },
  noReceipts: { zh: "暂无", en: "None yet" },
  clear: { zh: "清空", en: "Clear" },
  close: { zh: "关闭", en: "Close" },
  receipt: { zh: "小票", en: "Receipt" },
  log: { zh: "发生了什么", en: "What happened" },
} as const satisfies Record<string, Text>;

export type Word = keyof typeof table;

export type Say = (word: Word) => string;

export const sayIn =
  (language: Language): Say =>
  (word) =>
    table[word][language];

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
};

const causes: Readonly<Record<string, Text>> = {
  pulse: { zh: "由脉冲", en: "by pulse" },
  key: { zh: "由钥匙", en: "by key" },
  "already open": { zh: "已经打开", en: "already open" },
  jammed: { zh: "卡住", en: "jammed" },
  "other pin": { zh: "接在另一引脚", en: "wired to the other pin" },
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
  scale: table.scale,
};

function tellDetail(name: string, value: unknown, language: Language): string {
  const text = String(value);
  if (name === "number") return `№ ${text}`;
  if (name === "device") return devices[text]?.[language] ?? text;
  if (name === "pin") return language === "zh" ? `引脚 ${text}` : `pin ${text}`;
  if (name === "onMs") return `${text} ms`;
  if (name === "grams") return `${text} g`;
  if (name === "driven") return `${text} ms`;
  if (name === "times") return text === "0" ? "∞" : `× ${text}`;
  if (name === "count" || name === "lostBytes") return `${text} B`;
  return causes[text]?.[language] ?? text;
}

export function tellEvent(event: Event, language: Language): string {
  const { kind, ...details } = event;
  const shown = Object.entries(details)
    .filter(([, value]) => typeof value !== "boolean")
    .map(([name, value]) => tellDetail(name, value, language));
  return [events[kind][language], ...shown].join(" · ").slice(0, 120);
}
