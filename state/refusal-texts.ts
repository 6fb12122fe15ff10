import { activationTexts } from "./activation-texts.ts";
import { text } from "./refusal-text.ts";

/** Every refusal a cashier or technician can meet, in both languages. Data only. */

const scanning = {
  "sale/unknown-code": text(
    "warning",
    "没有这个商品：{label}",
    "No such article: {label}",
    "购物清单没有变化。请核对条码，或手工输入货号。",
    "The basket is unchanged. Check the code, or type the article number.",
  ),
  "sale/bad-check-digit": text(
    "warning",
    "条码校验位不对：{label}",
    "Wrong check digit: {label}",
    "购物清单没有变化。请重新扫描；若条码破损请手工输入。",
    "The basket is unchanged. Scan again, or type the digits if the label is damaged.",
  ),
  "sale/unreadable-code": text(
    "warning",
    "条码不完整：{label}",
    "Not a whole bar code: {label}",
    "购物清单没有变化。请再扫一次。",
    "The basket is unchanged. Scan it once more.",
  ),
  "scan/noise": text(
    "warning",
    "扫描枪传来无法识别的数据（{bytes} 字节）",
    "The scanner sent {bytes} bytes that are no bar code",
    "购物清单没有变化。请再扫一次；经常出现请检查扫描枪数据线。",
    "The basket is unchanged. Scan again; if it keeps happening, check the scanner's cable.",
  ),
  "sale/expired": text(
    "error",
    "商品已过期（{date}）：{name}",
    "Expired on {date}: {name}",
    "没有加入清单。请把这件商品撤下货架，换一件未过期的。",
    "It was not added. Take this piece off the shelf and fetch one that has not expired.",
  ),
  "sale/weight-needed": text(
    "info",
    "请输入重量：{name}",
    "Enter the weight: {name}",
    "这是称重商品。输入千克数后加入清单。",
    "This article is sold by weight. Enter kilograms to add it.",
  ),
  "sale/pieces-only": text(
    "warning",
    "{name} 只能按整件销售",
    "{name} is sold in whole pieces",
    "数量没有变化。请输入整数。",
    "The quantity is unchanged. Enter a whole number.",
  ),
} as const;

const weighing = {
  "scale/weighing": text(
    "info",
    "正在称重：{name}",
    "Weighing: {name}",
    "请放稳商品，手离开秤盘。称好后自动加入清单。",
    "Let the goods rest and take your hand off. They are added by themselves.",
  ),
  "scale/empty": text(
    "warning",
    "秤上没有商品",
    "There is nothing on the scale",
    "没有加入清单。请放上商品再扫一次，或输入货号后手工输入重量。",
    "Nothing was added. Put the goods on and scan again, or key the number and type the weight.",
  ),
  "scale/unstable": text(
    "warning",
    "秤一直没有稳定下来",
    "The scale did not come to rest",
    "没有加入清单。请放稳商品再扫一次，或输入货号后手工输入重量。",
    "Nothing was added. Let the goods rest and scan again, or key the number and type the weight.",
  ),
  "scale/overweight": text(
    "warning",
    "超过秤的最大称量",
    "Too heavy for this scale",
    "没有加入清单。请分几次称，或输入货号后手工输入重量。",
    "Nothing was added. Weigh it in parts, or key the number and type the weight.",
  ),
  "scale/under-zero": text(
    "warning",
    "秤显示负数",
    "The scale shows less than nothing",
    "没有加入清单。请清空秤盘并按秤上的置零键，再放上商品扫一次。",
    "Nothing was added. Empty the pan, press the scale's zero key, put the goods on and scan again.",
  ),
  "scale/no-answer": text(
    "warning",
    "秤没有回答",
    "The scale does not answer",
    "没有加入清单。请检查秤的电源和数据线；现在可以输入货号后手工输入重量。",
    "Nothing was added. Check its power and cable; for now key the number and type the weight.",
  ),
} as const;

const selling = {
  "sale/too-much": text(
    "warning",
    "数量或金额超出上限",
    "That is more than this till allows",
    "清单没有变化。请检查输入，或分成两笔销售。",
    "The basket is unchanged. Check the number, or make two sales of it.",
  ),
  "sale/no-such-line": text(
    "warning",
    "找不到这一行",
    "That line is gone",
    "清单没有变化。请重新选择。",
    "The basket is unchanged. Select the line again.",
  ),
  "sale/nothing-to-pay": text(
    "info",
    "没有需要付款的商品",
    "Nothing to pay for",
    "请先扫描商品。",
    "Scan an article first.",
  ),
  "sale/not-now": text(
    "info",
    "现在不能这样操作",
    "Not possible right now",
    "一切都没有变化。请按屏幕提示进行。",
    "Nothing has changed. Follow what the screen offers.",
  ),
  "sale/not-ready": text(
    "warning",
    "商品资料还没有到达",
    "The articles have not arrived yet",
    "请稍等片刻再试；若一直如此请联系技术人员。",
    "Wait a moment and try again; if it stays so, call the technician.",
  ),
  "tender/not-enough": text(
    "warning",
    "收款不足，还差 ¥{missing}",
    "Not enough: ¥{missing} is missing",
    "尚未入账。请收足金额后再确认。",
    "Nothing is recorded. Take the missing amount and enter it again.",
  ),
  "tender/too-much": text(
    "warning",
    "收款金额过大：¥{given}",
    "¥{given} looks wrong",
    "尚未入账。请核对后重新输入。",
    "Nothing is recorded. Check the amount and enter it again.",
  ),
  "print/nothing-to-reprint": text(
    "info",
    "没有可补打的小票",
    "No receipt to print again",
    "完成一笔销售后才能补打。",
    "Complete a sale first.",
  ),
  "print/interrupted": text(
    "warning",
    "小票可能没有打完整",
    "The receipt may be incomplete",
    "销售已安全入账。将自动补打一张标有“副本”的小票；请撕掉残缺的那张。",
    "The sale is safe. A receipt marked COPY is printed by itself; discard the broken one.",
  ),
  "drawer/not-opened": text(
    "warning",
    "钱箱没有自动弹开",
    "The drawer did not open by itself",
    "销售已安全入账。请用钥匙打开钱箱，并检查打印机和钱箱连线。",
    "The sale is safe. Open it with the key, and check the printer and the drawer's cable.",
  ),
} as const;

const people = {
  "cashier/sign-on-first": text(
    "info",
    "请先登录",
    "Sign on first",
    "没有登录的收银员，扫描没有记录。",
    "No cashier is signed on, so the scan was not recorded.",
  ),
  "cashier/sale-open": text(
    "warning",
    "还有未完成的销售",
    "A sale is still open",
    "请先收款或取消这笔销售，再退出登录。",
    "Take the payment or cancel the sale, then sign off.",
  ),
  "cashier/wrong-pin": text(
    "warning",
    "工号或密码不对",
    "Wrong staff number or PIN",
    "请重新输入；连续输错会暂时锁定。",
    "Try again; too many wrong PINs lock the account for a while.",
  ),
  "cashier/locked": text(
    "warning",
    "输错次数过多，请 {seconds} 秒后再试",
    "Too many wrong PINs: wait {seconds} s",
    "其他收银员仍可登录。",
    "Other cashiers can still sign on.",
  ),
  "cashier/no-cashier-role": text(
    "warning",
    "{name} 在本门店没有收银员角色",
    "{name} has no cashier role in this store",
    "请让店长或管理员在工作台中添加“收银员”角色。",
    "Ask the store manager to add the cashier role in the workbench.",
  ),
} as const;

const shipping = {
  "sync/fork": text(
    "error",
    "后台已有同号但不同内容的记录",
    "The backend holds other entries under the same numbers",
    "可以继续销售，数据都在本机。请立即联系技术支持：可能有另一台机器使用了本机的数据。",
    "Sales go on and stay on this machine. Call support now: another machine may use a copy of it.",
  ),
  "sync/refused": text(
    "error",
    "后台拒收本机的记录（{reason}）",
    "The backend refuses this terminal's entries ({reason})",
    "可以继续销售，数据都在本机。请联系技术支持并报出代码。",
    "Sales go on and stay on this machine. Give support the code.",
  ),
} as const;

export const refusalTexts = {
  ...scanning,
  ...weighing,
  ...selling,
  ...people,
  ...activationTexts,
  ...shipping,
} as const;
