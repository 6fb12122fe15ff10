import type { Language, Text } from "#state/base/text.ts";

/** Every sentence of the workbench, in every language of the house. */
export const texts = {
  brand: { zh: "柜台", en: "Guitai" },
  workbench: { zh: "工作台", en: "Workbench" },
  terminals: { zh: "收银机", en: "Terminals" },
  stores: { zh: "门店", en: "Stores" },
  staff: { zh: "员工", en: "Staff" },
  signIn: { zh: "登录", en: "Sign in" },
  signOut: { zh: "退出", en: "Sign out" },
  signInHint: { zh: "请用新零售管理员的工号登录。", en: "For new-retail administrators." },
  staffNo: { zh: "工号", en: "Staff number" },
  pin: { zh: "6 位 PIN", en: "6-digit PIN" },
  approve: { zh: "批准收银机", en: "Approve a terminal" },
  approveHint: {
    zh: "输入收银机屏幕上的代码，或扫描它的二维码。",
    en: "Type the code on the terminal's screen, or scan its QR code.",
  },
  codeLabel: { zh: "收银机代码", en: "Terminal code" },
  find: { zh: "查找", en: "Find" },
  choose: { zh: "处理", en: "Review" },
  waiting: { zh: "等待批准", en: "Waiting for approval" },
  nobodyWaits: {
    zh: "目前没有等待批准的收银机。",
    en: "No terminal is waiting for approval.",
  },
  code: { zh: "代码", en: "Code" },
  fingerprint: { zh: "密钥指纹", en: "Key fingerprint" },
  compare: {
    zh: "请与收银机屏幕上的指纹核对，一致才批准。",
    en: "Approve only if the terminal's screen shows the same fingerprint.",
  },
  hostname: { zh: "机器名", en: "Machine" },
  age: { zh: "等待时间", en: "Waiting for" },
  pickStore: { zh: "这台收银机属于哪家门店？", en: "Which store does this terminal belong to?" },
  doApprove: { zh: "批准", en: "Approve" },
  deny: { zh: "拒绝", en: "Deny" },
  close: { zh: "关闭", en: "Close" },
  denied: { zh: "已拒绝这台收银机。", en: "The terminal has been turned away." },
  fleet: { zh: "全部收银机", en: "All terminals" },
  noFleet: { zh: "还没有收银机。", en: "There are no terminals yet." },
  store: { zh: "门店", en: "Store" },
  till: { zh: "机号", en: "Till" },
  state: { zh: "状态", en: "State" },
  synced: { zh: "已同步至", en: "Synced up to" },
  sales: { zh: "完成的销售", en: "Sales" },
  total: { zh: "销售额", en: "Total" },
  ENROLLED: { zh: "已登记，未激活", en: "Enrolled, not active" },
  ACTIVATED: { zh: "已激活", en: "Active" },
  quarantined: { zh: "条隔离记录", en: "set aside" },
  certification: { zh: "认证", en: "Certification" },
  certified: { zh: "认证通过", en: "Certified" },
  pending: { zh: "认证中", en: "Under review" },
  failed: { zh: "认证未通过", en: "Not certified" },
  none: { zh: "未认证", en: "Not submitted" },
  markCertified: { zh: "标为通过", en: "Mark certified" },
  markPending: { zh: "标为认证中", en: "Mark under review" },
  storesHint: {
    zh: "演示环境：由您代替平台审核。未通过认证的门店不能激活收银机。",
    en: "Demo: you decide in the platform's place. A store that is not certified cannot activate.",
  },
  address: { zh: "地址与电话", en: "Address and phone" },
  department: { zh: "部门", en: "Department" },
  unbound: { zh: "未绑定部门", en: "No department bound" },
  name: { zh: "姓名", en: "Name" },
  mobile: { zh: "手机号", en: "Mobile" },
  roles: { zh: "角色", en: "Roles" },
  LEFT: { zh: "已离职", en: "Left" },
  CASHIER: { zh: "收银员", en: "Cashier" },
  STORE_MANAGER: { zh: "门店店长", en: "Store manager" },
  NR_ADMIN: { zh: "新零售管理员", en: "New-retail administrator" },
  otherLanguage: { zh: "English", en: "中文" },
} as const satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;

const refusals: Readonly<Record<string, Text>> = {
  "sign-in/wrong-pin": {
    zh: "工号或 PIN 不正确，请重试。",
    en: "Staff number or PIN is wrong. Try again.",
  },
  "sign-in/locked": {
    zh: "尝试次数过多，请等 {seconds} 秒再试。",
    en: "Too many tries. Wait {seconds} seconds, then try again.",
  },
  "sign-in/not-administrator": {
    zh: "{staff}没有新零售管理员角色，不能进入工作台。",
    en: "{staff} has no administrator role and cannot open the workbench.",
  },
  "sign-in/required": { zh: "登录已失效，请重新登录。", en: "Please sign in again." },
  "activation/left-company": {
    zh: "{staff}已离职，不能登录。",
    en: "{staff} has left the company and cannot sign in.",
  },
  "enrolment/unknown-code": {
    zh: "没有收银机在等这个代码。请核对屏幕上的代码；它十分钟后会换新。",
    en: "No terminal waits with this code. Check its screen; codes change after ten minutes.",
  },
  "enrolment/too-many-tries": {
    zh: "输错的代码过多，请等 {seconds} 秒再试。",
    en: "Too many wrong codes. Wait {seconds} seconds, then try again.",
  },
  "enrolment/store-full": {
    zh: "这家门店的 99 个机号都已用完。",
    en: "All 99 till numbers of this store are taken.",
  },
  "enrolment/unknown-store": { zh: "没有这家门店。", en: "There is no such store." },
  "request/unreachable": {
    zh: "连不上后台。页面会自动重试。",
    en: "The backend does not answer. The page keeps trying.",
  },
};

/** What to tell a person about a refusal; a code we have no text for is shown as it is. */
export function refusalText(
  refusal: { readonly code: string; readonly params: Readonly<Record<string, string>> },
  language: Language,
): string {
  const text = refusals[refusal.code]?.[language] ?? `${refusal.code}`;
  return text.replaceAll(/\{(\w+)\}/g, (_match, name: string) => refusal.params[name] ?? "");
}

const money = new Intl.NumberFormat("zh-CN", { style: "currency", currency: "CNY" });

/** @param fen minor units */
export const yuan = (fen: number): string => money.format(fen / 100);

/** How long ago, in whole minutes. @param milliseconds zero or more */
export function ageText(milliseconds: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes === 0) return language === "zh" ? "不到 1 分钟" : "under a minute";
  return language === "zh" ? `${minutes} 分钟` : `${minutes} min`;
}
