import { createRequire } from "node:module";

/**
 * What we are measured against. The peers live in a `node_modules` of their own, so that only who
 * measures installs them; what is used of each is written down here, because the compiler must be
 * content on a clone without them. Their `package.json` ends the reach of the root's `#` names, so
 * this folder imports by relative paths.
 */

const require = createRequire(import.meta.url);

export const peerNames = ["better-sqlite3", "sqlite3", "escpos"] as const;
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

export const loadBetterSqlite3 = (): BetterSqlite3 => require("better-sqlite3");
export const loadSqlite3 = (): Sqlite3 => require("sqlite3");
export const loadEscpos = (): Escpos => require("escpos");

export function peerVersion(name: PeerName): string {
  return String(require(`${name}/package.json`).version);
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
