import type * as Catalog from "#drivers/catalog.ts";
import {
  displayCatalog,
  drawerCatalog,
  hidScannerCatalog,
  keyboardScannerCatalog,
  printerCatalog,
  scaleCatalog,
  scannerCatalog,
} from "#drivers/catalog.ts";
import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import { DisplayBehindPrinter } from "#drivers/displays/display-behind-printer.ts";
import { displayLanguages } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import type { DrawerCommand } from "#drivers/drawers/signal.ts";
import type { Driver } from "#drivers/driver.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { Scale } from "#drivers/scales/scale.ts";
import type { ScaleCommand } from "#drivers/scales/signal.ts";
import type { HidScannerRow } from "#drivers/scanners/hid-scanner-row.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { cashDrawer, printerDrawer } from "#drivers/upos/cash-drawer.ts";
import type { DeviceClass } from "#drivers/upos/device-class.ts";
import { lineDisplay } from "#drivers/upos/line-display.ts";
import { posPrinter } from "#drivers/upos/pos-printer.ts";
import { scale } from "#drivers/upos/scale.ts";
import { scanner } from "#drivers/upos/scanner.ts";
import { shortReceipt } from "#test/support/receipts.ts";

export interface Signal {
  readonly type: string;
}

/** A row of a catalogue: its driver, and what may be asked of it without knowing what it is. */
export interface DriverContract {
  readonly make: () => Driver<unknown, Signal>;
  /** They say which commands end in a signal of their own, and which signal ends them. */
  readonly deviceClasses: readonly DeviceClass<unknown, Signal>[];
  /** The nth command of a run; null for a device that is told nothing. */
  readonly command: (n: number) => unknown;
  /** It gets whole reports, which no link splits. */
  readonly isHid: boolean;
}

type Catalogs = {
  [Name in keyof typeof Catalog as Name extends `${string}Catalog`
    ? Name
    : never]: (typeof Catalog)[Name];
};

/** Neither a catalogue nor a row can be left out: without it this does not compile. */
const contracts: {
  readonly [Name in keyof Catalogs]: { readonly [Row in keyof Catalogs[Name]]: DriverContract };
} = {
  printerCatalog: rowsOf(printerCatalog, ({ model }) =>
    contract(
      [posPrinter(model), printerDrawer],
      () => new ReceiptPrinter(model, { firstProcessId: 0 }),
      printOrKick,
    ),
  ),
  scannerCatalog: rowsOf(scannerCatalog, ({ speaks }) =>
    speaks === "ssi"
      ? contract<ScannerCommand, ScannerSignal>([scanner], () => new SsiScanner(), beep)
      : contract([scanner], () => new SerialScanner(speaks === "bare" ? "silence" : "terminator")),
  ),
  hidScannerCatalog: rowsOf<HidScannerRow, typeof hidScannerCatalog>(
    hidScannerCatalog,
    ({ make }) => hid(contract([scanner], make, enableOrBeep)),
  ),
  keyboardScannerCatalog: rowsOf(keyboardScannerCatalog, ({ layout }) =>
    hid(contract([scanner], () => new WedgeScanner(layout))),
  ),
  displayCatalog: rowsOf(displayCatalog, ({ language }) =>
    contract([lineDisplay], () => new CustomerDisplay(language), show),
  ),
  scaleCatalog: rowsOf(scaleCatalog, ({ language }) =>
    contract([scale], () => new Scale(language), readWeight),
  ),
  drawerCatalog: rowsOf(drawerCatalog, ({ link, make }) => {
    const drawer = contract([cashDrawer], () => make({}), openDrawer);
    return link === "hid" ? hid(drawer) : drawer;
  }),
};

/** Every driver by the name of its catalogue and row. */
export const driverContracts: readonly (readonly [string, DriverContract])[] = [
  ...Object.entries(contracts).flatMap(([catalog, rows]) =>
    Object.entries(rows).map(([row, each]) => [`${catalog} ${row}`, each] as const),
  ),
  ["a display behind a printer", behindPrinter()],
];

function rowsOf<Row, Table extends { readonly [name: string]: Row }>(
  table: Table & { readonly [name: string]: Row },
  contractOf: (row: Row) => DriverContract,
): { readonly [Name in keyof Table]: DriverContract } {
  const rows = Object.entries(table).map(([name, row]) => [name, contractOf(row)]);
  return Object.fromEntries(rows);
}

function contract<Command, Told extends Signal>(
  deviceClasses: readonly DeviceClass<Command, Told>[],
  make: () => Driver<Command, Told>,
  command: (n: number) => Command | null = () => null,
): DriverContract {
  // The commands are this driver's, and so are the signals: nobody mixes those of two rows.
  return { make, deviceClasses, command, isHid: false } as unknown as DriverContract;
}

function hid(each: DriverContract): DriverContract {
  return { ...each, isHid: true };
}

function behindPrinter(): DriverContract {
  const { model } = printerCatalog["generic-80mm"];
  const make = () => {
    const printer = new ReceiptPrinter(model, { firstProcessId: 0 });
    return new DisplayBehindPrinter(printer, displayLanguages.led8);
  };
  return contract<PrinterCommand | DisplayCommand, PrinterSignal | DisplaySignal>(
    [posPrinter(model), printerDrawer, lineDisplay],
    make,
    (n) => (n % 2 === 0 ? show(n) : printOrKick(n)),
  );
}

function printOrKick(n: number): PrinterCommand {
  if (n % 3 === 2) return { type: "openDrawer", kickId: `kick ${n}` };
  return { type: "print", jobId: `job ${n}`, document: shortReceipt };
}

function beep(): ScannerCommand {
  return { type: "beep" };
}

function enableOrBeep(n: number): ScannerCommand {
  return { type: n % 2 === 0 ? "enable" : "beep" };
}

function show(n: number): DisplayCommand {
  const figures = [
    { meaning: "price", amount: "1.00" },
    { meaning: "total", amount: "2.00" },
  ] as const;
  return { type: "show", upper: `line ${n}`, lower: "2.00", figures };
}

function readWeight(n: number): ScaleCommand {
  return { type: "readWeight", readId: `read ${n}` };
}

function openDrawer(n: number): DrawerCommand {
  return { type: "openDrawer", kickId: `kick ${n}` };
}
