import type { Text } from "#state/base/text.ts";
import { catalogue } from "./catalogue.ts";
import { checkDigit } from "./check-digit.ts";

/** Something a cashier on the bench can hold under the scanner. */
export interface RackItem {
  /** The digits under the bars. */
  readonly label: string;
  readonly name: Text;
}

const shown = [
  "山泉饮用天然水 550ml",
  "经典可乐 500ml",
  "鲜橙汁 300ml",
  "拿铁咖啡 250ml",
  "鲜牛奶 950ml",
  "希腊酸奶 135g",
  "鲜鸡蛋 10枚",
  "原味薯片 75g",
  "每日坚果 25g",
  "牛奶巧克力 80g",
  "原味牛奶糖 227g",
  "拉格啤酒 500ml 罐",
  "东北大米 5kg",
  "红烧牛肉面 桶装 108g",
  "压榨花生油 5L",
  "特级酱油 500ml",
  "香辣酱 280g",
  "猪肉白菜水饺 500g",
  "全麦吐司 400g",
  "薄荷牙膏 120g",
  "抽纸 3层130抽×6",
  "晴雨伞",
  "家常菜谱",
  "礼品包装服务",
];

function weighedLabel(prefix: string, plu: string, value: number): string {
  const digits = `${prefix}${plu.padStart(5, "0")}${`${value}`.padStart(5, "0")}`;
  return digits + checkDigit(digits);
}

/** Two dozen packed goods, a weight label (1.250 kg of apples) and an amount label (pork). */
export function rack(): RackItem[] {
  const packed = shown.flatMap((nameZh) => {
    const item = catalogue.find((candidate) => candidate.nameZh === nameZh);
    const label = item?.gtin ?? null;
    if (item === undefined || label === null) return [];
    return [{ label, name: { zh: item.nameZh, en: item.nameEn } }];
  });
  const apples = {
    label: weighedLabel("21", "801", 1250),
    name: { zh: "红富士苹果 1.250kg", en: "Fuji Apples 1.250 kg" },
  };
  const pork = {
    label: weighedLabel("22", "821", 1869),
    name: { zh: "猪五花肉 ¥18.69", en: "Pork Belly ¥18.69" },
  };
  return [...packed, apples, pork];
}
