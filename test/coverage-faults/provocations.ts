import type { DisplayCode, DrawerCode, PrinterCode, ScaleCode, ScannerCode } from "./codes.ts";
import type { DriverName, Provocation } from "./rig.ts";

const print = {
  type: "print",
  jobId: "job",
  document: {
    blocks: [
      ...Array.from({ length: 12 }, (_, line) => ({ kind: "text", text: `第 ${line} 行 line` })),
      { kind: "row", left: "合计 Total", right: "￥10.00" },
    ],
  },
} as const;
const printEmoji = { ...print, document: { blocks: [{ kind: "text", text: "谢谢 😀" }] } } as const;
const kick = { type: "openDrawer", kickId: "kick" } as const;
const weigh = { type: "readWeight", readId: "read" } as const;
const show = (upper: string, amount: string) =>
  ({ type: "show", upper, lower: "", figures: [{ meaning: "total", amount }] }) as const;

const on =
  (driver: DriverName) =>
  (simulator: readonly string[], ...till: readonly (object | number)[]): Provocation => ({
    driver,
    simulator,
    till,
  });

const printer = on("printer");
const scan = on("serial scanner");
const ssi = on("SSI scanner");
const box = on("drawer box");
const scale = on("scale");

const printerTable: Readonly<Record<PrinterCode, Provocation>> = {
  StatusUpdate: printer(["open cover"]),
  OutputComplete: printer([], print),
  "OutputComplete.confirmed true": printer([], print),
  "OutputComplete.confirmed false": on("printer that cannot confirm")([], print),
  OutputError: printer(["paper out"], print),
  "OutputError.reason paper-out": printer(["paper out"], print),
  "OutputError.reason cover-open": printer(["open cover"], print),
  "OutputError.reason cutter": printer(
    ["jam cutter", "on cutter failed reset connection of printer"],
    ...[print, 20_000, { ...print, jobId: "next" }],
  ),
  "OutputError.reason offline": printer(["hold feed button"], print),
  "OutputError.reason no-answer": printer(["cut cable"], print),
  "OutputError.reason link-lost": printer(["after 200 bytes reset connection of printer"], print),
  "OutputError.printed nothing": printer(["open cover"], print),
  "OutputError.printed unknown": printer(["after 200 bytes brown out printer for 20s"], print),
  DrawerKicked: printer([], kick),
  DrawerKickFailed: printer(["hold feed button", "after 50ms expect printer offline"], kick),
  Identified: on("Epson printer")([]),
  PrinterNoise: printer(["double next 1 chunks from printer"], print),
  Unprintable: printer([], printEmoji),
  status: printer(["open cover"]),
  "status.state ready": printer(["open cover", "after 1s close cover"]),
  "status.state offline": printer(["hold feed button"]),
  "status.state no-answer": printer(["power off"]),
  "status.coverOpen true": printer(["open cover"]),
  "status.coverOpen false": printer(["open cover", "after 1s close cover"]),
  "status.recEmpty true": printer(["paper out"]),
  "status.recEmpty false": printer(["paper out", "after 1s paper in"]),
  "status.recNearEnd true": printer(["paper near end"]),
  "status.recNearEnd false": printer(["paper near end", "after 1s paper in"]),
  "status.cutterError true": printer(["jam cutter"], print),
  "status.cutterError false": printer(["jam cutter", "after 9s free cutter"], print),
  "status.hasError true": printer(["jam cutter"], print),
  "status.hasError false": printer(["jam cutter", "after 9s free cutter"], print),
  "status.drawer open": printer(["open drawer"]),
  "status.drawer closed": printer(["open drawer", "after 1s close drawer"]),
  "status.drawer unknown": printer(["cut cable"]),
};

/** A label of 8300 characters: the longest QR code holds 7089. */
const endless = `scan ${"A".repeat(8300)}`;

const scannerTable: Readonly<Record<ScannerCode, Provocation>> = {
  ScanData: scan(["scan 6901234567892"]),
  ScanNoise: scan(["scanner sends 00 ff 0d"]),
  "ScanNoise.reason too-long": scan([endless]),
  "ScanNoise.reason stale-fragment": scan(["scan 6901234567892 ending none"]),
  "ScanNoise.reason not-text": scan(["scanner sends 00 ff 0d"]),
  "ScanNoise.reason bad-checksum": ssi(["scanner sends 06 f3 00 00 0b 31 ff ff"]),
  "ScanNoise.reason unknown-report": on("HID scanner")([`hid-scanner sends 09${" 00".repeat(63)}`]),
  "ScanNoise.reason device-error": on("OEM scanner")([
    `oem-scanner sends 04 20 01${" 00".repeat(61)}`,
  ]),
  "ScanNoise.reason typed": on("keyboard scanner")(["type 690123 at 300ms a key"]),
};

const drawerTable: Readonly<Record<DrawerCode, Provocation>> = {
  DrawerKicked: box(["box speaks ibm-4840"], kick),
  DrawerKickFailed: box(["reset connection of box"], kick),
  DrawerSensed: box(["box speaks ibm-4840"], kick),
  "DrawerSensed.open true": box(["box speaks ibm-4840"], kick),
  "DrawerSensed.open false": box(["box speaks ibm-4840", "after 5s close box"], kick),
};

const displayTable: Readonly<Record<DisplayCode, Provocation>> = {
  Unshowable: on("two-line display")([], show("合计", "1.00")),
  "Unshowable.reason characters": on("two-line display")([], show("合计", "1.00")),
  "Unshowable.reason too-long": on("digits display")([], show("", "1234567890.00")),
  "Unshowable.reason not-an-amount": on("digits display")([], show("", "ten")),
};

const scaleTable: Readonly<Record<ScaleCode, Provocation>> = {
  Weight: scale(["put 250 g on scale"], weigh),
  WeightError: scale(["scale off"], weigh),
  "WeightError.reason unstable": scale(["put 250 g on scale", "scale restless"], weigh),
  "WeightError.reason overweight": scale(["put 99000 g on scale"], weigh),
  "WeightError.reason under-zero": scale(["lift 100 g off scale"], weigh),
  "WeightError.reason unreadable": scale(
    ["put 250 g on scale", "scale loses next 100 answers"],
    weigh,
  ),
  "WeightError.reason no-answer": scale(["scale off"], weigh),
  "WeightError.reason superseded": scale(["scale restless"], weigh, { ...weigh, readId: "next" }),
  "WeightError.reason link-lost": scale(["reset connection of scale"], weigh),
};

export interface Declared {
  readonly device: string;
  readonly code: string;
  readonly provocation: Provocation;
}

const listed = (device: string, table: Readonly<Record<string, Provocation>>) =>
  Object.entries(table).map(([code, provocation]) => ({ device, code, provocation }));

/** Everything that the drivers declare, with what brings it about. */
export const declared: readonly Declared[] = [
  ...listed("printer", printerTable),
  ...listed("scanner", scannerTable),
  ...listed("drawer", drawerTable),
  ...listed("display", displayTable),
  ...listed("scale", scaleTable),
];
