import type { RefusalText } from "./refusal.ts";

/** Every refusal a cashier or technician can meet, in both languages. Data only. */

const text = (
  severity: RefusalText["severity"],
  zhTitle: string,
  enTitle: string,
  zhDetail: string,
  enDetail: string,
): RefusalText => ({
  severity,
  title: { zh: zhTitle, en: enTitle },
  detail: { zh: zhDetail, en: enDetail },
});

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

const activating = {
  "sign-in/wrong-pin": text(
    "warning",
    "工号或密码不对",
    "Wrong staff number or PIN",
    "请重新输入；连续输错会暂时锁定。",
    "Try again; too many wrong PINs lock the account for a while.",
  ),
  "sign-in/locked": text(
    "warning",
    "输错次数过多，请 {seconds} 秒后再试",
    "Too many wrong PINs: wait {seconds} s",
    "激活进度已保存，稍后可继续。",
    "The activation so far is kept; go on afterwards.",
  ),
  "sign-in/required": text(
    "warning",
    "请重新登录",
    "Sign in again",
    "登录已过期。激活进度已保存。",
    "The sign-in has expired. The activation so far is kept.",
  ),
  "activation/denied": text(
    "warning",
    "管理员拒绝了这台终端",
    "An administrator refused this terminal",
    "没有任何数据丢失。请联系管理员；新的激活码已在屏幕上。",
    "Nothing is lost. Talk to the administrator; a new code is on the screen.",
  ),
  "activation/code-expired": text(
    "info",
    "激活码已过期，已换新码",
    "The code has expired; here is a new one",
    "请把新的激活码告诉管理员。",
    "Give the administrator the new code.",
  ),
  "activation/backend-unreachable": text(
    "warning",
    "连不上后台",
    "The backend cannot be reached",
    "激活进度已保存。请检查网络后重试。",
    "The activation so far is kept. Check the network and try again.",
  ),
  "activation/enterprise-not-certified": text(
    "error",
    "企业“{enterprise}”尚未通过认证",
    "The enterprise “{enterprise}” is not certified yet",
    "请主管理员先完成企业认证（接入流程第2步），再回到这里继续。",
    "The main administrator must finish certification (step 2 of onboarding); then go on here.",
  ),
  "activation/contract-not-signed": text(
    "error",
    "企业“{enterprise}”尚未签约",
    "The contract of “{enterprise}” is not signed",
    "请主管理员扫码完成签约（接入流程第2步），再回到这里继续。",
    "The main administrator must sign it (step 2 of onboarding); then go on here.",
  ),
  "activation/store-not-certified": text(
    "error",
    "门店“{store}”尚未通过认证",
    "The store “{store}” is not certified yet",
    "请在工作台“门店维护”中查看审核状态（接入流程第6步），通过后回到这里继续。",
    "See the review in the workbench (step 6 of onboarding); go on here once it has passed.",
  ),
  "activation/store-not-bound": text(
    "error",
    "门店“{store}”还没有绑定部门",
    "The store “{store}” is not bound to a department",
    "请在工作台上传门店表（接入流程第10步），再回到这里继续。",
    "Upload the store sheet in the workbench (step 10 of onboarding); then go on here.",
  ),
  "activation/shop-not-bound": text(
    "error",
    "门店“{store}”所属的线上店铺尚未绑定",
    "The online shop of the store “{store}” is not bound yet",
    "请管理员先绑定线上店铺（接入流程第4步），再回到这里继续。",
    "An administrator must bind the shop (step 4 of onboarding); then go on here.",
  ),
  "activation/no-cashier-role": text(
    "error",
    "此账号在门店“{store}”没有收银员角色",
    "This account has no cashier role in the store “{store}”",
    "请管理员在员工表中为此人添加“收银员”角色，或换一个账号登录。",
    "Have the cashier role added in the employee sheet, or sign in with another account.",
  ),
  "activation/wrong-role": text(
    "error",
    "请切换到收银员角色",
    "Switch to the cashier role",
    "云POS 只能以收银员角色打开。",
    "The POS opens in the cashier role only.",
  ),
  "activation/left-company": text(
    "error",
    "此账号已离职，不能使用",
    "This account belongs to someone who has left",
    "请换一个在职收银员账号登录。",
    "Sign in with the account of a cashier in service.",
  ),
  "request/stale-clock": text(
    "error",
    "本机时间不准，后台不接受",
    "This machine's clock is wrong",
    "已记录的销售不受影响。请校准系统时间后重试。",
    "Recorded sales are not affected. Set the clock and try again.",
  ),
  "test/drawer-not-sensed": text(
    "warning",
    "没有感应到钱箱打开",
    "The drawer was not seen to open",
    "请检查钱箱连线后重试。测试不计入营业额。",
    "Check the drawer's cable and try again. The test is in no total.",
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
  ...selling,
  ...people,
  ...activating,
  ...shipping,
} as const;
