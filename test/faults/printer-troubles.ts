import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import type { Table } from "./provocation.ts";
import type { Stage } from "./stage.ts";

type OutputError = Extract<PrinterSignal, { type: "OutputError" }>;
type Flag = {
  [Name in keyof PrinterStatus]: PrinterStatus[Name] extends boolean ? Name : never;
}[keyof PrinterStatus];
/** What is no trouble, or has rows of its own. */
type Fine = "StatusUpdate" | "OutputComplete" | "OutputError" | "DrawerKicked";
type PrinterTrouble =
  | `OutputError: ${OutputError["reason"]}`
  | `OutputError: printed ${OutputError["printed"]}`
  | "OutputComplete: not confirmed"
  | `StatusUpdate: ${Exclude<PrinterStatus["state"], "ready"> | Flag}`
  | `StatusUpdate: drawer ${PrinterStatus["drawer"]}`
  | Exclude<PrinterSignal["type"], Fine>;

const jammed = { kind: "cutter", cutter: "jammed" } as const;
const coverOpen = { kind: "cover", cover: "open" } as const;
const off = { kind: "power", power: "off" } as const;
const refused = (reason: OutputError["reason"]) => ({ type: "OutputError", reason });
const status = (fields: Partial<PrinterStatus>) => ({ type: "StatusUpdate", status: fields });

function printing(stage: Stage, before: () => void = () => {}): readonly PrinterSignal[] {
  before();
  stage.print("j");
  stage.wait(20_000);
  return stage.printer.signals;
}

function doing(stage: Stage, what: () => void): readonly PrinterSignal[] {
  what();
  stage.wait(10_000);
  return stage.printer.signals;
}

export const printerTroubles: Table<PrinterTrouble> = {
  "OutputError: paper-out": {
    by: "printer: paper out, then a receipt",
    provoke: (s) => printing(s, () => s.act("printer", { kind: "paper", paper: "out" })),
    tells: refused("paper-out"),
  },
  "OutputError: cover-open": {
    by: "printer: cover open, then a receipt",
    provoke: (s) => printing(s, () => s.act("printer", coverOpen)),
    tells: refused("cover-open"),
  },
  "OutputError: cutter": {
    by: "printer: cutter jammed, a receipt, link reopened, another receipt",
    provoke: (s) => {
      printing(s, () => s.act("printer", jammed));
      s.printer.close();
      s.printer.open();
      s.wait(1000);
      return printing(s);
    },
    tells: refused("cutter"),
  },
  "OutputError: offline": {
    by: "printer: feed button held, then a receipt",
    provoke: (s) =>
      printing(s, () => s.act("printer", { kind: "feed button", feedButton: "held" })),
    tells: refused("offline"),
  },
  "OutputError: no-answer": {
    by: "printer: power off, then a receipt",
    provoke: (s) => printing(s, () => s.act("printer", off)),
    tells: refused("no-answer"),
  },
  "OutputError: link-lost": {
    by: "the link is lost under a receipt",
    provoke: (s) => {
      s.print("j");
      s.wait(20);
      s.printer.close();
      return s.printer.signals;
    },
    tells: refused("link-lost"),
  },
  "OutputError: printed nothing": {
    by: "printer: paper out, then a receipt",
    provoke: (s) => printing(s, () => s.act("printer", { kind: "paper", paper: "out" })),
    tells: { type: "OutputError", printed: "nothing" },
  },
  "OutputError: printed unknown": {
    by: "printer: brown-out in mid-receipt",
    provoke: (s) => {
      s.print("j");
      s.wait(20);
      return doing(s, () => s.disturb("printer", { brownOutMs: 500 }));
    },
    tells: { type: "OutputError", printed: "unknown" },
  },
  "OutputComplete: not confirmed": {
    by: "printer that ignores GS r, then a receipt",
    counter: { printer: { ignores: ["GS r"] } },
    provoke: (s) => {
      s.wait(5000);
      return printing(s);
    },
    tells: { type: "OutputComplete", confirmed: false },
  },
  "StatusUpdate: offline": {
    by: "printer: feed button held",
    provoke: (s) => doing(s, () => s.act("printer", { kind: "feed button", feedButton: "held" })),
    tells: status({ state: "offline" }),
  },
  "StatusUpdate: no-answer": {
    by: "printer: power off",
    provoke: (s) => doing(s, () => s.act("printer", off)),
    tells: status({ state: "no-answer" }),
  },
  "StatusUpdate: coverOpen": {
    by: "printer: cover open",
    provoke: (s) => doing(s, () => s.act("printer", coverOpen)),
    tells: status({ coverOpen: true }),
  },
  "StatusUpdate: recEmpty": {
    by: "printer: paper out",
    provoke: (s) => doing(s, () => s.act("printer", { kind: "paper", paper: "out" })),
    tells: status({ recEmpty: true }),
  },
  "StatusUpdate: recNearEnd": {
    by: "printer: paper near end",
    provoke: (s) => doing(s, () => s.act("printer", { kind: "paper", paper: "near-end" })),
    tells: status({ recNearEnd: true }),
  },
  "StatusUpdate: cutterError": {
    by: "printer: cutter jammed, then a receipt",
    provoke: (s) => printing(s, () => s.act("printer", jammed)),
    tells: status({ cutterError: true }),
  },
  "StatusUpdate: drawer open": {
    by: "drawer: opened by key",
    provoke: (s) => doing(s, () => s.act("drawer", { kind: "open" })),
    tells: status({ drawer: "open" }),
  },
  "StatusUpdate: drawer closed": {
    by: "drawer: opened by key and pushed shut",
    provoke: (s) => {
      s.act("drawer", { kind: "open" });
      return doing(s, () => s.act("drawer", { kind: "close" }));
    },
    tells: status({ drawer: "closed" }),
  },
  "StatusUpdate: drawer unknown": {
    by: "printer: power off",
    provoke: (s) => doing(s, () => s.act("printer", off)),
    tells: status({ drawer: "unknown" }),
  },
  DrawerKickFailed: {
    by: "printer: power off, then a kick",
    provoke: (s) => {
      doing(s, () => s.act("printer", off));
      return doing(s, () => s.printer.obey({ type: "openDrawer", kickId: "k" }));
    },
    tells: { type: "DrawerKickFailed" },
  },
  PrinterNoise: {
    by: "line: the printer's next chunks arrive twice",
    provoke: (s) => doing(s, () => s.disturb("printer", { toHost: { doubleNext: 4 } })),
    tells: { type: "PrinterNoise" },
  },
  Unprintable: {
    by: "a receipt with a character that no font has",
    provoke: (s) => {
      s.print("j", "😀");
      s.wait(1000);
      return s.printer.signals;
    },
    tells: { type: "Unprintable" },
  },
};
