import { z } from "zod";
import type { ReceiptDocument } from "./base/document.ts";
import { registration, roleCode } from "./configuration.ts";

/**
 * Everything that can have happened at a terminal. A fact in the ledger is an entry; nothing else
 * changes the terminal's state. Old facts must stay readable for ever: fields are only added, and
 * only as optional ones.
 */

const id = z.string().min(1).max(64);
const lineNo = z.int().positive();
const fen = z.int().nonnegative();
const params = z.record(z.string(), z.string());
/** Written by us, read by our printers: its shape is checked where it is made. */
const document = z.custom<ReceiptDocument>((value) => typeof value === "object" && value !== null);

const device = z.enum(["scanner", "printer"]);
export type Device = z.infer<typeof device>;

const identity = [
  z.object({
    type: z.literal("identity.created"),
    thumbprint: z.string().length(43),
    publicKey: z.string().length(43),
  }),
] as const;

const activation = [
  z.object({
    type: z.literal("activation.codeIssued"),
    deviceCode: z.string(),
    userCode: z.string(),
    verificationUri: z.string(),
    verificationUriComplete: z.string(),
    /** Milliseconds since 1970. */
    expiresAt: z.int(),
    intervalMs: z.int().positive(),
  }),
  z.object({ type: z.literal("activation.codeExpired") }),
  z.object({ type: z.literal("activation.denied") }),
  z.object({ type: z.literal("activation.approved"), registration }),
  z.object({
    type: z.literal("configuration.adopted"),
    version: z.int().positive(),
    sha256: z.string().length(64),
  }),
  z.object({
    type: z.literal("activation.cashierSignedIn"),
    staffNo: id,
    name: z.string(),
    enterprises: z.array(z.object({ id, name: z.string(), roles: z.array(roleCode) })),
  }),
  z.object({ type: z.literal("activation.signInLeft") }),
  z.object({ type: z.literal("activation.enterpriseChosen"), enterpriseId: id }),
  z.object({ type: z.literal("activation.roleChosen"), role: roleCode }),
  z.object({ type: z.literal("activation.opening") }),
  z.object({ type: z.literal("activation.openingRefused"), code: z.string(), params }),
  z.object({ type: z.literal("activation.posOpened"), activatedAt: z.int() }),
] as const;

const test = [
  z.object({ type: z.literal("test.scanned"), label: z.string(), name: z.string().nullable() }),
  z.object({ type: z.literal("test.printed"), confirmed: z.boolean() }),
  /** `sensed`: the drawer's switch said so; false where there is no switch to ask. */
  z.object({ type: z.literal("test.drawerOpened"), sensed: z.boolean() }),
  z.object({ type: z.literal("test.synced") }),
  z.object({ type: z.literal("terminal.wentLive") }),
] as const;

const cashier = [
  z.object({ type: z.literal("cashier.signedOn"), staffNo: id, name: z.string() }),
  z.object({ type: z.literal("cashier.signOnFailed"), staffNo: id }),
  z.object({ type: z.literal("cashier.signedOff") }),
] as const;

const sale = [
  z.object({
    type: z.literal("sale.begun"),
    saleId: id,
    currency: z.literal("CNY"),
    catalogueVersion: z.int().positive(),
  }),
  z.object({
    type: z.literal("line.added"),
    lineNo,
    plu: z.string(),
    /** As scanned or typed. */
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    unit: z.enum(["EA", "KGM"]),
    /** Fen for one piece or one kilogram. */
    unitPrice: fen,
    /** Basis points. */
    taxRate: z.int().min(0).max(10_000),
    /** Thousandths. */
    quantity: z.int().positive(),
    amount: fen,
    /** ARTS POSLog EntryMethod. */
    entryMethod: z.enum(["Scanned", "Keyed"]),
    /** From the maker's label (GS1 AI 10 and 21). */
    batch: z.string().max(20).exactOptional(),
    serial: z.string().max(20).exactOptional(),
    /** The quantity is what a scale at this counter said; left out: a label or a person said it. */
    weighedBy: z.literal("scale").exactOptional(),
  }),
  z.object({
    type: z.literal("line.quantityChanged"),
    lineNo,
    quantity: z.int().positive(),
    amount: fen,
  }),
  z.object({ type: z.literal("line.voided"), lineNo }),
  z.object({ type: z.literal("sale.cancelled") }),
  z.object({ type: z.literal("tendering.begun") }),
  z.object({ type: z.literal("tendering.left") }),
  z.object({ type: z.literal("tender.added"), tenderType: z.literal("Cash"), amount: fen }),
  z.object({
    type: z.literal("sale.completed"),
    saleId: id,
    receiptNumber: z.string(),
    staffNo: id,
    /** `YYYY-MM-DD` in the store's civil time. */
    businessDay: z.string(),
    total: fen,
    taxes: z.array(z.object({ rate: z.int(), gross: fen, tax: fen })),
    tendered: fen,
    change: fen,
  }),
] as const;

const printing = [
  z.object({
    type: z.literal("print.intended"),
    jobId: id,
    purpose: z.enum(["sale", "test", "copy"]),
    saleId: id.nullable(),
    document,
    /** The interrupted job that this one makes good: it goes first, parted from what it left. */
    replaces: id.optional(),
  }),
  /** Bytes may be on their way: from here the paper is in doubt until the printer says so. */
  z.object({ type: z.literal("print.started"), jobId: id }),
  z.object({
    type: z.literal("print.finished"),
    jobId: id,
    confirmed: z.boolean(),
    /** Every line is on paper, and nobody knows of the cut. */
    isUncut: z.literal(true).exactOptional(),
  }),
  /** Nothing of it was printed; it waits for the printer. */
  z.object({ type: z.literal("print.held"), jobId: id, reason: z.string() }),
  /** Some of it may be on paper: a copy, marked so, replaces it. */
  z.object({ type: z.literal("print.interrupted"), jobId: id, reason: z.string() }),
] as const;

const weighing = [
  z.object({
    type: z.literal("weighing.begun"),
    readId: id,
    /** As scanned or typed, and how. */
    code: z.string(),
    entry: z.enum(["scanned", "keyed"]),
    symbology: z.enum(["gs1", "upc-e", "add-on"]).exactOptional(),
  }),
  z.object({
    type: z.literal("weighing.ended"),
    readId: id,
    outcome: z.enum(["weighed", "failed", "given-up"]),
    /** The scale's word for its trouble, or why it was given up; empty when there is none. */
    reason: z.string(),
  }),
] as const;

const drawer = [
  z.object({
    type: z.literal("drawer.kickIntended"),
    kickId: id,
    reason: z.enum(["cash-sale", "test"]),
    saleId: id.nullable(),
  }),
  z.object({ type: z.literal("drawer.kicked"), kickId: id }),
  /** Nobody knows whether it opened; it is never kicked again by itself. */
  z.object({ type: z.literal("drawer.kickAbandoned"), kickId: id, reason: z.string() }),
  z.object({ type: z.literal("drawer.opened") }),
  z.object({ type: z.literal("drawer.closed") }),
] as const;

const devices = [
  z.object({ type: z.literal("device.ready"), device }),
  z.object({ type: z.literal("device.faulted"), device, reason: z.string() }),
  z.object({ type: z.literal("device.lost"), device }),
] as const;

export const fact = z.discriminatedUnion("type", [
  ...identity,
  ...activation,
  ...test,
  ...cashier,
  ...sale,
  ...printing,
  ...weighing,
  ...drawer,
  ...devices,
]);
export type Fact = z.infer<typeof fact>;
export type FactType = Fact["type"];
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

/** A fact with its place in the ledger. */
export interface Entry {
  readonly seq: number;
  /** Milliseconds since 1970, by the terminal's clock. */
  readonly at: number;
  readonly fact: Fact;
}
