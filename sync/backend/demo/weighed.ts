import type { WeighedRow } from "./item-row.ts";

/** PLU, name, name, price in fen a kilogram, department. Farm produce: 9 % tax. */
export const weighed: readonly WeighedRow[] = [
  ["801", "红富士苹果", "Fuji Apples", 1198, "水果"],
  ["802", "香蕉", "Bananas", 798, "水果"],
  ["803", "砂糖橘", "Sugar Tangerines", 1290, "水果"],
  ["804", "阳光玫瑰葡萄", "Shine Muscat Grapes", 3980, "水果"],
  ["805", "麒麟西瓜", "Watermelon", 598, "水果"],
  ["811", "西红柿", "Tomatoes", 798, "蔬菜"],
  ["812", "黄瓜", "Cucumbers", 698, "蔬菜"],
  ["813", "土豆", "Potatoes", 398, "蔬菜"],
  ["814", "上海青", "Shanghai Greens", 598, "蔬菜"],
  ["815", "胡萝卜", "Carrots", 498, "蔬菜"],
  ["816", "鲜香菇", "Fresh Shiitake", 1980, "蔬菜"],
  ["821", "猪五花肉", "Pork Belly", 3560, "肉禽水产"],
  ["822", "牛腱子", "Beef Shank", 8980, "肉禽水产"],
  ["823", "三黄鸡", "Yellow-feather Chicken", 2980, "肉禽水产"],
  ["824", "鲜活基围虾", "Live Prawns", 9960, "肉禽水产"],
  ["825", "鲈鱼", "Sea Bass", 4580, "肉禽水产"],
];
