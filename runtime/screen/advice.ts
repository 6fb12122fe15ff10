import type { Text } from "#state/base/text.ts";
import type { Peripheral } from "../devices/devices.ts";

/** What to do about a device, by its driver's word for the trouble. */

const printerAdvice: { readonly [reason: string]: Text } = {
  "paper-out": {
    zh: "打印机缺纸：请换一卷新纸并合上盖子，小票会接着打印。",
    en: "Out of paper: load a new roll and close the cover; the receipt goes on by itself.",
  },
  "cover-open": {
    zh: "打印机盖子没有合上：请合上盖子。",
    en: "The cover is open: close it.",
  },
  cutter: {
    zh: "切刀卡住：请打开盖子取出卡纸，再合上盖子。",
    en: "The cutter is stuck: open the cover, take out the paper, close it again.",
  },
  offline: {
    zh: "打印机脱机：请查看打印机指示灯。",
    en: "The printer is off line: look at its lights.",
  },
};

const absentAdvice: { readonly [device in "scanner" | "printer" | Peripheral]: Text } = {
  scanner: {
    zh: "未连接扫描枪：请检查数据线。仍可手工输入条码。",
    en: "No scanner: check its cable. Codes can still be typed.",
  },
  printer: {
    zh: "未连接打印机：请检查电源和数据线。销售照常，小票稍后补打。",
    en: "No printer: check its power and cable. Sales go on; receipts print later.",
  },
  drawer: {
    zh: "未连接钱箱：请检查数据线，或用钥匙打开。销售照常。",
    en: "No drawer: check its cable, or open it by key. Sales go on.",
  },
  scale: {
    zh: "秤没有连接：请检查电源和数据线。称重商品可手工输入重量。",
    en: "No scale: check its power and cable. Weights can be typed.",
  },
  display: {
    zh: "未连接顾客显示屏：请检查数据线。销售照常，请口头告知顾客金额。",
    en: "No customer display: check its cable. Sell on, and tell the customer the amount.",
  },
};

export function adviceOn(
  device: "scanner" | "printer" | Peripheral,
  state: "absent" | "ready" | "faulted",
  trouble: string | null,
): Text | null {
  if (state === "ready") return null;
  if (state === "absent") return absentAdvice[device];
  return printerAdvice[trouble ?? "offline"] ?? printerAdvice.offline ?? null;
}
