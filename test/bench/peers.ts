import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * What we are measured against. The peers live in a `node_modules` of their own, so that only who
 * measures installs them; what is used of each is written down here, because the compiler must be
 * content on a clone without them. Their `package.json` ends the reach of the root's `#` names, so
 * this folder imports by relative paths.
 */

const require = createRequire(import.meta.url);

export const peerNames = [
  ...(["better-sqlite3", "sqlite3", "escpos"] as const),
  ...(["node-thermal-printer", "@point-of-sale/receipt-printer-encoder", "receiptline"] as const),
] as const;
export type PeerName = (typeof peerNames)[number];

export const installCommand = "npm --prefix test/bench ci";

export type Column = string | number | Uint8Array;

export interface BetterSqlite3 {
  new (file: string): BetterDatabase;
}
export interface BetterDatabase {
  exec(sql: string): unknown;
  pragma(text: string, options: { readonly simple: true }): unknown;
  prepare(sql: string): {
    run(...columns: Column[]): unknown;
    get(): Record<string, unknown>;
  };
  transaction(body: (sale: number) => void): { immediate(sale: number): void };
  close(): unknown;
}

type Callback = (error: Error | null) => void;

export interface Sqlite3 {
  readonly VERSION: string;
  readonly Database: new (file: string, opened: Callback) => CallbackDatabase;
}
export interface CallbackDatabase {
  exec(sql: string, done: Callback): unknown;
  get(sql: string, done: (error: Error | null, row: Record<string, unknown>) => void): unknown;
  prepare(sql: string, done: Callback): CallbackStatement;
  close(done: Callback): void;
}
export interface CallbackStatement {
  run(columns: readonly Column[], done: Callback): unknown;
  finalize(done: Callback): void;
}

export interface Escpos {
  readonly Printer: new (
    adapter: { write(bytes: Uint8Array, done?: () => void): void },
    options: { readonly encoding: string },
  ) => EscposPrinter;
}
export interface EscposPrinter {
  hardware(command: "INIT"): EscposPrinter;
  align(to: "CT" | "LT"): EscposPrinter;
  size(width: 1 | 2, height: 1 | 2): EscposPrinter;
  style(to: "B" | "NORMAL"): EscposPrinter;
  text(words: string): EscposPrinter;
  drawLine(): EscposPrinter;
  tableCustom(cells: { text: string; align: string; width: number }[]): EscposPrinter;
  cut(): EscposPrinter;
  flush(): unknown;
}

export interface ThermalPrinterModule {
  readonly ThermalPrinter: new (options: object) => ThermalPrinter;
  readonly PrinterTypes: { readonly EPSON: string };
  readonly CharacterSet: { readonly CHINA: string };
}
export interface ThermalPrinter {
  clear(): void;
  alignCenter(): void;
  alignLeft(): void;
  bold(isOn: boolean): void;
  setTextQuadArea(): void;
  setTextNormal(): void;
  println(words: string): void;
  drawLine(): void;
  leftRight(left: string, right: string): void;
  tableCustom(cells: { text: string; align: string; width: number }[]): void;
  cut(): void;
  getBuffer(): Uint8Array;
}

export type ReceiptPrinterEncoderClass = new (options: object) => ReceiptPrinterEncoder;
export interface ReceiptPrinterEncoder {
  initialize(): ReceiptPrinterEncoder;
  size(width: 1 | 2, height: 1 | 2): ReceiptPrinterEncoder;
  bold(isOn: boolean): ReceiptPrinterEncoder;
  align(to: "left" | "center"): ReceiptPrinterEncoder;
  line(words: string): ReceiptPrinterEncoder;
  rule(): ReceiptPrinterEncoder;
  table(
    columns: readonly { readonly width: number; readonly align: string }[],
    rows: readonly (readonly string[])[],
  ): ReceiptPrinterEncoder;
  cut(): ReceiptPrinterEncoder;
  encode(): Uint8Array;
}

export interface Receiptline {
  transform(source: string, printer: object): string;
}

export const loadThermalPrinter = (): ThermalPrinterModule => require("node-thermal-printer");
export const loadReceiptPrinterEncoder = (): ReceiptPrinterEncoderClass => {
  return require("@point-of-sale/receipt-printer-encoder");
};
export const loadReceiptline = (): Receiptline => require("receiptline");
export const loadBetterSqlite3 = (): BetterSqlite3 => require("better-sqlite3");
export const loadSqlite3 = (): Sqlite3 => require("sqlite3");
export const loadEscpos = (): Escpos => require("escpos");

export function peerVersion(name: PeerName): string {
  // Not every package lets its own description be imported.
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return String(JSON.parse(readFileSync(file, "utf8")).version);
}

/** Why a peer cannot take part; null when it can. */
export function whyMissing(name: PeerName): string | null {
  try {
    require(name);
    return null;
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "unknown";
  }
}
