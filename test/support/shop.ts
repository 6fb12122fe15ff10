import { createHash } from "node:crypto";
import type { Sha256 } from "#state/chain.ts";
import type { CatalogueItem, Configuration, Registration } from "#state/configuration.ts";
import type { Input } from "#state/input.ts";

/** One small shop for every test of the core: what it sells, who works there, what it prints. */

const item = (
  plu: string,
  gtin: string | null,
  [nameZh, nameEn]: readonly [string, string],
  price: Pick<CatalogueItem, "unitPrice" | "unit" | "taxRate">,
): CatalogueItem => ({ plu, gtin, nameZh, nameEn, ...price, department: "01" });

export const items: readonly CatalogueItem[] = [
  item("101", "6901234567892", ["矿泉水", "Water"], { unitPrice: 200, unit: "EA", taxRate: 1300 }),
  item("102", "4006381333931", ["荧光笔", "Marker"], { unitPrice: 990, unit: "EA", taxRate: 1300 }),
  item("103", "96385074", ["口香糖", "Gum"], { unitPrice: 350, unit: "EA", taxRate: 1300 }),
  item("104", "042100005264", ["面巾纸", "Tissues"], {
    ...{ unitPrice: 1250, unit: "EA", taxRate: 1300 },
  }),
  item("105", null, ["食用油", "Oil"], { unitPrice: 999_999_99, unit: "EA", taxRate: 900 }),
  item("12345", null, ["红富士苹果", "Apples"], { unitPrice: 1280, unit: "KGM", taxRate: 900 }),
  item("777", null, ["熟食拼盘", "Deli box"], { unitPrice: 2000, unit: "EA", taxRate: 600 }),
  item("888", null, ["散装瓜子", "Seeds"], { unitPrice: 1, unit: "KGM", taxRate: 900 }),
  item("889", "5901234123457", ["牛腱", "Beef"], { unitPrice: 8000, unit: "KGM", taxRate: 900 }),
];

const person = (staffNo: string, name: string, roles: Configuration["staff"][number]["roles"]) => ({
  ...{ staffNo, name, roles, pinSalt: "c2FsdA", pinHash: "aGFzaA" },
});

export const configuration: Configuration = {
  version: 1,
  terminal: "t".repeat(43),
  storeId: "store-1",
  currency: "CNY",
  utcOffsetMinutes: 480,
  receiptFooter: "谢谢惠顾",
  receiptUri: "https://shop.example/r/",
  staff: [
    person("1001", "张敏", ["CASHIER"]),
    person("1002", "李雷", ["CASHIER", "STORE_MANAGER"]),
    person("2001", "王店长", ["STORE_MANAGER"]),
  ],
  inStoreCodes: [
    { prefix: "21", length: 13, plu: [3, 5], value: [8, 5], meaning: "weight" },
    { prefix: "22", length: 13, plu: [3, 5], value: [8, 5], meaning: "amount" },
    { prefix: "21", length: 18, plu: [3, 5], value: [13, 5], meaning: "weight" },
    // Badly cut by the shop: a price nobody can pay.
    { prefix: "29", length: 18, plu: [3, 3], value: [1, 18], meaning: "amount" },
    { prefix: "28", length: 18, plu: [3, 3], value: [6, 12], meaning: "amount" },
  ],
  items: [...items],
};

export const registration: Registration = {
  merchantId: "merchant-1",
  enterpriseName: "杭州小店有限公司",
  storeId: "store-1",
  storeName: "西湖店",
  storeAddress: "杭州市西湖区文三路1号",
  storePhone: "0571-88888888",
  tillNumber: "01",
  backendKey: "k".repeat(43),
};

/** 2026-11-24 13:05:09 in the shop. */
export const opening = Date.UTC(2026, 10, 24, 5, 5, 9);

export const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const identity: Input = {
  ...{ type: "identityMade", thumbprint: "t".repeat(43), publicKey: "p".repeat(43) },
};

export const issued: Input = {
  type: "codeIssued",
  deviceCode: "device-code-1",
  userCode: "BCDF-GHJK",
  verificationUri: "https://shop.example/activate",
  verificationUriComplete: "https://shop.example/activate?code=BCDF-GHJK",
  expiresAt: opening + 900_000,
  intervalMs: 5000,
};

export const signedIn: Input = {
  ...{ type: "signedIn", staffNo: "1001", name: "张敏" },
  enterprises: [{ id: "merchant-1", name: "杭州小店有限公司", roles: ["CASHIER", "NR_ADMIN"] }],
};

const toTestTransaction: readonly Input[] = [
  identity,
  issued,
  { type: "approved", registration },
  { type: "configurationFetched", version: 1, sha256: "c".repeat(64) },
  signedIn,
  { type: "intent", intent: { type: "chooseEnterprise", enterpriseId: "merchant-1" } },
  { type: "intent", intent: { type: "chooseRole", role: "CASHIER" } },
  { type: "intent", intent: { type: "openPos" } },
  { type: "posOpened", activatedAt: opening },
  { type: "deviceHealth", device: "scanner", health: "ready", reason: "" },
  { type: "deviceHealth", device: "printer", health: "ready", reason: "" },
];

const toLive: readonly Input[] = [
  ...toTestTransaction,
  { type: "scanned", label: "6901234567892" },
  { type: "printed", jobId: "id-1", confirmed: true },
  { type: "kicked", kickId: "id-2" },
  { type: "acknowledged", seq: 99 },
  { type: "intent", intent: { type: "goLive" } },
];

/** The ways to a place in a terminal's life where a test wants to begin. */
export const beginnings = {
  unidentified: [],
  "not activated": [identity],
  "test transaction": toTestTransaction,
  "signed off": toLive,
  "signed on": [...toLive, { type: "pinChecked", staffNo: "1001", isRight: true }],
} as const satisfies Record<string, readonly Input[]>;

export type Beginning = keyof typeof beginnings;
