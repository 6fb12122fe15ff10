import { create } from "qrcode";
import { rolesOffered } from "#state/activation.ts";
import { lifePath } from "#state/chart.ts";
import type { Configuration } from "#state/configuration.ts";
import type { Terminal } from "#state/terminal.ts";
import type { Peripheral } from "../devices/devices.ts";
import type { Health } from "../devices/slot.ts";
import type { DrawerBeep } from "../effects/drawer-reminder.ts";
import { adviceOn } from "./advice.ts";
import { saleView } from "./project-sale.ts";
import type { CounterView, DeviceView, LifeView, Notice, StoreView } from "./view.ts";

/** What the screen shows besides the terminal's own state: none of it is a fact. */
export interface Surroundings {
  readonly configuration: Configuration | null;
  readonly notice: Notice | null;
  readonly reachable: boolean;
  readonly waitingSales: number;
  readonly drawerBeep?: DrawerBeep | null;
  /** Of the devices that are configured and no fact tells of. */
  readonly peripherals?: { readonly [device in Peripheral]?: Health };
}

/** The terminal as a cashier sees it. Pure. */
export function project(seq: number, t: Terminal, around: Surroundings): CounterView {
  const waiting = t.jobs.filter((job) => job.phase === "waiting");
  return {
    seq,
    life: life(t, around.configuration),
    devices: {
      scanner: device(t, "scanner"),
      printer: device(t, "printer"),
      ...peripherals(around.peripherals ?? {}),
      drawer: drawer(t, around.peripherals?.drawer),
    },
    uplink: { reachable: around.reachable, waitingSales: around.waitingSales },
    notice: around.notice,
    drawerBeep: around.drawerBeep ?? null,
    printing: {
      jobs: t.jobs.length,
      trouble: waiting.length > 0 ? adviceOn("printer", t.chart.printer, t.troubles.printer) : null,
    },
  };
}

function peripherals(healths: NonNullable<Surroundings["peripherals"]>) {
  const rows = Object.entries(healths).map(([name, state]): [string, DeviceView] => {
    return [name, { state, open: null, advice: adviceOn(name as Peripheral, state, null) }];
  });
  return Object.fromEntries(rows);
}

function device(t: Terminal, which: "scanner" | "printer"): DeviceView {
  const state = t.chart[which];
  return { state, open: null, advice: adviceOn(which, state, t.troubles[which]) };
}

/** A drawer on the printer's connector goes with the printer: nobody else can say how it is. */
function drawer(t: Terminal, own: Health | undefined): DeviceView {
  const { printer, drawer: sensed } = t.chart;
  const hangs = printer === "absent" ? "absent" : "ready";
  const state = own ?? hangs;
  if (state === "absent") {
    return { state, open: null, advice: own === undefined ? null : adviceOn("drawer", own, null) };
  }
  return { state, open: sensed === "unknown" ? null : sensed === "open", advice: null };
}

function life(t: Terminal, configuration: Configuration | null): LifeView {
  const [stage = "", inner = ""] = lifePath(t.chart);
  if (stage === "unidentified") return { stage: "starting" };
  if (stage === "notActivated") return { stage: "not-activated" };
  const awaiting = awaitingApproval(t);
  if (awaiting !== null) return awaiting;
  const store = storeView(t);
  if (stage === "activating") return activating(t, inner, store);
  if (stage === "testTransaction") return testing(t, inner, store);
  return inner === "signedOff" ? signedOff(store, configuration) : signedIn(t, store);
}

function awaitingApproval(t: Terminal): LifeView | null {
  const { authorization, identity } = t;
  if (authorization === null || identity === null) return null;
  const { userCode, verificationUri, verificationUriComplete, expiresAt } = authorization;
  return {
    stage: "awaiting-approval",
    userCode,
    verificationUri,
    qr: qrRows(verificationUriComplete),
    expiresAt,
    fingerprint: identity.thumbprint.slice(0, 12),
  };
}

function qrRows(text: string): string[] {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.slice(row * size, (row + 1) * size), (dark) => (dark ? "1" : "0")).join(""),
  );
}

function storeView({ registration }: Terminal): StoreView {
  return {
    enterpriseName: registration?.enterpriseName ?? "",
    storeName: registration?.storeName ?? "",
    tillNumber: registration?.tillNumber ?? "",
  };
}

function activating(t: Terminal, inner: string, store: StoreView): LifeView {
  const { activation } = t;
  const chosen = activation?.enterprises.find((e) => e.id === activation.enterpriseId);
  const person = { store, staffName: activation?.name ?? "" };
  const enterpriseName = chosen?.name ?? "";
  switch (inner) {
    case "configuring":
      return { stage: "configuring", store };
    case "choosingEnterprise": {
      const enterprises = (activation?.enterprises ?? []).map(({ id, name }) => ({ id, name }));
      return { stage: "choosing-enterprise", ...person, enterprises };
    }
    case "choosingRole":
      return { stage: "choosing-role", ...person, enterpriseName, roles: rolesOffered(t) };
    case "atDoor":
    case "opening":
      return { stage: "opening-pos", ...person, enterpriseName, asking: inner === "opening" };
    default:
      return { stage: "signing-in", store };
  }
}

const testSteps: { readonly [state: string]: "scan" | "print" | "drawer" | "sync" | "passed" } = {
  scanning: "scan",
  printing: "print",
  openingDrawer: "drawer",
  syncing: "sync",
  passed: "passed",
};

function testing(t: Terminal, inner: string, store: StoreView): LifeView {
  const scanned = t.test === null ? null : `${t.test.name ?? ""} ${t.test.label}`.trim();
  return { stage: "test-transaction", store, step: testSteps[inner] ?? "scan", scanned };
}

function signedOff(store: StoreView, configuration: Configuration | null): LifeView {
  const staff = (configuration?.staff ?? [])
    .filter((member) => member.roles.includes("CASHIER"))
    .map(({ staffNo, name }) => ({ staffNo, name }));
  return { stage: "signed-off", store, staff };
}

function signedIn(t: Terminal, store: StoreView): LifeView {
  const cashier = t.cashier ?? { staffNo: "", name: "" };
  return { stage: "signed-in", store, cashier, sale: saleView(t) };
}
