import { type StateValue, setup, transition } from "xstate";
import type { Fact } from "./fact.ts";

/**
 * What is legal when: the published contract of a terminal. Facts are its only events, it holds no
 * data, runs no action and owns no timer. What each state shows the cashier stands in its `meta`,
 * and `docs/` is drawn from here.
 */

interface Shown {
  readonly zh: string;
  readonly en: string;
  /** What still works here with the network down. */
  readonly offline: string;
}

const shown = (zh: string, en: string, offline: string): { shown: Shown } => ({
  shown: { zh, en, offline },
});

const chartSetup = setup({
  types: { events: {} as Fact, meta: {} as { shown: Shown } },
  guards: {
    ofScanner: ({ event }) => "device" in event && event.device === "scanner",
    ofPrinter: ({ event }) => "device" in event && event.device === "printer",
  },
});

const activating = chartSetup.createStateConfig({
  initial: "awaitingApproval",
  states: {
    awaitingApproval: {
      meta: shown(
        "大字显示激活码与二维码，等待管理员批准",
        "the code in big letters with its QR code; an administrator must approve",
        "waits; the code stays good until it expires",
      ),
      on: {
        "activation.codeExpired": "#terminal.life.notActivated",
        "activation.denied": "#terminal.life.notActivated",
        "activation.approved": "configuring",
      },
    },
    configuring: {
      meta: shown("正在下载门店配置", "the store's configuration is being fetched", "waits"),
      on: { "configuration.adopted": "signingIn" },
    },
    signingIn: {
      meta: shown("收银员输入工号和密码", "the cashier signs in", "needs the network"),
      on: { "activation.cashierSignedIn": "choosingEnterprise" },
    },
    choosingEnterprise: {
      meta: shown("选择本方新零售企业", "choose the enterprise", "works"),
      on: {
        "activation.enterpriseChosen": "choosingRole",
        "activation.signInLeft": "signingIn",
      },
    },
    choosingRole: {
      meta: shown("切换到收银员角色", "switch to the cashier role", "works"),
      on: { "activation.roleChosen": "atDoor", "activation.signInLeft": "signingIn" },
    },
    atDoor: {
      meta: shown("点击“云POS”", "tap 云POS (Cloud POS)", "works"),
      on: { "activation.opening": "opening", "activation.signInLeft": "signingIn" },
    },
    opening: {
      meta: shown("正在打开云POS", "the backend checks every precondition", "waits"),
      on: {
        "activation.posOpened": "#terminal.life.testTransaction",
        "activation.openingRefused": "atDoor",
      },
    },
  },
});

const testTransaction = chartSetup.createStateConfig({
  initial: "scanning",
  states: {
    scanning: {
      meta: shown("请扫描任意商品", "scan any article", "works"),
      on: { "test.scanned": "printing" },
    },
    printing: {
      meta: shown("正在打印测试小票", "a test receipt is printed", "works"),
      on: { "test.printed": "openingDrawer" },
    },
    openingDrawer: {
      meta: shown("正在弹开钱箱", "the drawer is opened", "works"),
      on: { "test.drawerOpened": "syncing" },
    },
    syncing: {
      meta: shown("等待后台确认收到", "waiting for the backend's receipt", "waits"),
      on: { "test.synced": "passed" },
    },
    passed: {
      meta: shown("测试通过，可以上线", "passed: go live", "works"),
      on: { "terminal.wentLive": "#terminal.life.inService" },
    },
  },
});

const sale = chartSetup.createStateConfig({
  initial: "idle",
  states: {
    idle: {
      meta: shown("请扫描商品", "scan the first article", "works"),
      on: { "sale.begun": "items", "cashier.signedOff": "#terminal.life.inService.signedOff" },
    },
    items: {
      meta: shown("商品、数量、合计", "lines, quantities, total", "works"),
      on: {
        "line.added": "items",
        "line.quantityChanged": "items",
        "line.voided": "items",
        "sale.cancelled": "idle",
        "tendering.begun": "tendering",
      },
    },
    tendering: {
      meta: shown("应收金额与快捷现金键", "amount due and quick-cash buttons", "works: cash"),
      on: {
        "tendering.left": "items",
        "tender.added": "tendering",
        "sale.cancelled": "idle",
        "sale.completed": "completed",
      },
    },
    completed: {
      meta: shown("大字显示找零", "change due in big figures", "works"),
      on: { "sale.begun": "items", "cashier.signedOff": "#terminal.life.inService.signedOff" },
    },
  },
});

const inService = chartSetup.createStateConfig({
  initial: "signedOff",
  states: {
    signedOff: {
      meta: shown("收银员登录", "a cashier signs on", "works"),
      on: { "cashier.signedOn": "signedIn" },
    },
    signedIn: { ...sale },
  },
});

const life = chartSetup.createStateConfig({
  initial: "unidentified",
  states: {
    unidentified: {
      meta: shown("正在启动", "the terminal makes its own key", "works"),
      on: { "identity.created": "notActivated" },
    },
    notActivated: {
      meta: shown("正在申请激活码", "a code is being asked for", "waits"),
      on: { "activation.codeIssued": "activating" },
    },
    activating,
    testTransaction,
    inService,
  },
});

/** A device's health, by UnifiedPOS: claimed and enabled, in trouble, or gone. */
const health = (guard: "ofScanner" | "ofPrinter") =>
  chartSetup.createStateConfig({
    initial: "absent",
    on: {
      "device.ready": { guard, target: ".ready" },
      "device.faulted": { guard, target: ".faulted" },
      "device.lost": { guard, target: ".absent" },
    },
    states: {
      absent: { meta: shown("未连接", "not there", "works") },
      ready: { meta: shown("正常", "ready", "works") },
      faulted: { meta: shown("需要处理", "needs a hand", "works") },
    },
  });

export const chart = chartSetup.createMachine({
  id: "terminal",
  type: "parallel",
  states: {
    life,
    scanner: health("ofScanner"),
    printer: health("ofPrinter"),
    drawer: {
      initial: "unknown",
      on: { "drawer.opened": ".open", "drawer.closed": ".closed" },
      states: {
        unknown: { meta: shown("状态未知", "nobody can say", "works") },
        closed: { meta: shown("钱箱已关", "closed", "works") },
        open: { meta: shown("钱箱打开", "open", "works") },
      },
    },
  },
});

/** Where a terminal is, in each of the chart's four regions. Plain JSON. */
export interface ChartValue {
  readonly life: StateValue;
  readonly scanner: "absent" | "ready" | "faulted";
  readonly printer: "absent" | "ready" | "faulted";
  readonly drawer: "unknown" | "closed" | "open";
}

/** Facts about queued work: they have their own records and are legal in every state. */
const ungoverned: ReadonlySet<Fact["type"]> = new Set([
  "cashier.signOnFailed",
  "print.intended",
  "print.started",
  "print.finished",
  "print.held",
  "print.interrupted",
  "drawer.kickIntended",
  "drawer.kicked",
  "drawer.kickAbandoned",
  "weighing.begun",
  "weighing.ended",
] as const);

export const initialChart: ChartValue = {
  life: "unidentified",
  scanner: "absent",
  printer: "absent",
  drawer: "unknown",
};

/**
 * Where a fact leads, or null where it is illegal.
 *
 * @returns the same value for a fact that moves nothing
 */
export function advance(value: ChartValue, fact: Fact): ChartValue | null {
  if (ungoverned.has(fact.type)) return value;
  const before = chart.resolveState({ value: { ...value } });
  if (!before.can(fact)) return adoptsUpdate(value, fact) ? value : null;
  const [after] = transition(chart, before, fact);
  return after.value as unknown as ChartValue;
}

/** A newer configuration may be adopted at any time once the first one has been. */
function adoptsUpdate(value: ChartValue, fact: Fact): boolean {
  return fact.type === "configuration.adopted" && isIn(value, "testTransaction", "inService");
}

/** The life's state as a path, such as `["inService", "signedIn", "items"]`. */
export function lifePath(value: ChartValue): string[] {
  const path: string[] = [];
  let at: unknown = value.life;
  while (typeof at === "object" && at !== null) {
    const [name, inner] = Object.entries(at)[0] ?? [];
    if (name === undefined) return path;
    path.push(name);
    at = inner;
  }
  if (typeof at === "string") path.push(at);
  return path;
}

export function isIn(value: ChartValue, ...states: string[]): boolean {
  const path = lifePath(value);
  return states.some((state) => path.includes(state));
}
