import qrcode from "qrcode";
import type { CounterView, LifeView, LineView, SaleView, StoreView } from "#runtime/screen/view.ts";

/** Views of every stage of a terminal's life, as the terminal would send them. */

export const store: StoreView = {
  enterpriseName: "杭州良品百货有限公司",
  storeName: "滨江 2 号店",
  tillNumber: "01",
};

export const cashier = { staffNo: "1001", name: "李四" };

const uri = "https://shop.example/activate";

function qrRows(content: string): readonly string[] {
  const { modules } = qrcode.create(content, { errorCorrectionLevel: "M" });
  const cells = [...modules.data].map((cell) => (cell === 0 ? "0" : "1")).join("");
  return cells.match(new RegExp(`.{${modules.size}}`, "g")) ?? [];
}

const line = (lineNo: number, zh: string, en: string, some: Partial<LineView>): LineView => ({
  lineNo,
  name: { zh, en },
  code: `690123456${String(lineNo).padStart(4, "0")}`,
  quantity: 1000,
  unit: "EA",
  unitPrice: 500,
  amount: 500,
  ...some,
});

export const lines: readonly LineView[] = [
  line(1, "农夫山泉饮用天然水 550ml", "Nongfu Spring water 550 ml", {
    quantity: 2000,
    unitPrice: 200,
    amount: 400,
  }),
  line(2, "红富士苹果", "Fuji apples", {
    quantity: 1234,
    unit: "KGM",
    unitPrice: 1280,
    amount: 1580,
  }),
  line(3, "蒙牛纯牛奶 250ml×16 整箱装", "Mengniu pure milk 250 ml, case of 16", {
    unitPrice: 5990,
    amount: 5990,
  }),
  line(4, "清风抽纸 3 包", "Breeze tissues, 3 packs", { unitPrice: 1290, amount: 1290 }),
];

const openSale: SaleView = {
  phase: "items",
  lines,
  pieces: 5,
  total: 9260,
  taxes: [
    { rate: 1300, amount: 884 },
    { rate: 900, amount: 130 },
  ],
  quickCash: [],
  receiptNumber: null,
  tendered: 0,
  change: 0,
  canReprint: true,
};

export const sales = {
  idle: { ...openSale, phase: "idle", lines: [], pieces: 0, total: 0, taxes: [] },
  items: openSale,
  tendering: { ...openSale, phase: "tendering", quickCash: [9260, 10_000, 15_000, 20_000] },
  completed: {
    ...openSale,
    phase: "completed",
    receiptNumber: "01-20261124-0042",
    tendered: 10_000,
    change: 740,
  },
} as const satisfies { readonly [phase in SaleView["phase"]]: SaleView };

export const selling = (sale: SaleView): LifeView => ({ stage: "signed-in", store, cashier, sale });

export const weightNeeded = {
  number: 1,
  code: "sale/weight-needed",
  severity: "warning",
  title: { zh: "这件商品要称重", en: "This article is sold by weight" },
  detail: {
    zh: "清单没有变。称好后输入公斤数。",
    en: "The basket is unchanged. Weigh it and enter the kilograms.",
  },
} as const;

export const unknownCode = {
  number: 2,
  code: "sale/unknown-article",
  severity: "warning",
  title: { zh: "没有这个条码的商品", en: "No article has this code" },
  detail: {
    zh: "条码 6900000000000 不在商品表里。清单没有变；请核对条码，或请店长处理。",
    en: "The basket is unchanged. Check the code 6900000000000, or call the manager.",
  },
} as const;

/** @param expiresAt milliseconds since 1970, for the countdown */
export function lives(expiresAt: number): { readonly [name: string]: LifeView } {
  const activating = { store, staffName: "李四", enterpriseName: store.enterpriseName };
  const testing = { stage: "test-transaction", store, scanned: "6901234560001" } as const;
  return {
    starting: { stage: "starting" },
    "not-activated": { stage: "not-activated" },
    "awaiting-approval": {
      stage: "awaiting-approval",
      userCode: "WDJB-MJHT",
      verificationUri: uri,
      qr: qrRows(`${uri}?user_code=WDJB-MJHT`),
      expiresAt,
      fingerprint: "3f7a 91c2",
    },
    configuring: { stage: "configuring", store },
    "signing-in": { stage: "signing-in", store },
    "choosing-enterprise": {
      stage: "choosing-enterprise",
      store,
      staffName: "李四",
      enterprises: [
        { id: "e1", name: "杭州良品百货有限公司" },
        { id: "e2", name: "良品便利（加盟）" },
      ],
    },
    "choosing-role": {
      stage: "choosing-role",
      ...activating,
      roles: ["CASHIER", "STORE_MANAGER", "NR_ADMIN"],
    },
    "opening-pos": { stage: "opening-pos", ...activating, asking: false },
    "opening-pos-asking": { stage: "opening-pos", ...activating, asking: true },
    "test-scan": { ...testing, step: "scan", scanned: null },
    "test-print": { ...testing, step: "print" },
    "test-drawer": { ...testing, step: "drawer" },
    "test-sync": { ...testing, step: "sync" },
    "test-passed": { ...testing, step: "passed" },
    "signed-off": {
      stage: "signed-off",
      store,
      staff: [
        cashier,
        { staffNo: "1002", name: "王五" },
        { staffNo: "1003", name: "Anna Schmidt" },
      ],
    },
    idle: selling(sales.idle),
    items: selling(sales.items),
    tendering: selling(sales.tendering),
    completed: selling(sales.completed),
  };
}

export function viewOf(life: LifeView, some: Partial<CounterView> = {}): CounterView {
  const ready = { state: "ready", open: null, advice: null } as const;
  return {
    seq: 1,
    life,
    devices: { scanner: ready, printer: ready, drawer: { ...ready, open: false } },
    uplink: { reachable: true, waitingSales: 0 },
    notice: null,
    drawerBeep: null,
    printing: { jobs: 0, trouble: null },
    ...some,
  };
}

/** Much is wrong at once: paper out, no scanner, no network, three sales waiting. */
export const troubled: Partial<CounterView> = {
  devices: {
    scanner: {
      state: "absent",
      open: null,
      advice: { zh: "扫码枪：请检查 USB 线", en: "Scanner: check its USB cable" },
    },
    printer: {
      state: "faulted",
      open: null,
      advice: { zh: "打印机：请装纸", en: "Printer: load paper" },
    },
    drawer: { state: "ready", open: true, advice: null },
  },
  uplink: { reachable: false, waitingSales: 3 },
  notice: unknownCode,
  printing: {
    jobs: 2,
    trouble: { zh: "没纸了，装好后自动接着打印", en: "Out of paper; prints by itself once loaded" },
  },
};
