import { z } from "zod";

/** What a terminal is told about its shop: one signed, versioned document, kept with the ledger. */

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
/** RFC 7638 thumbprint of the terminal's Ed25519 key: its identity everywhere. */
export const thumbprint = base64url.length(43);
const id = z.string().min(1).max(64);

/** Where a terminal belongs, once approved. */
export const registration = z.object({
  merchantId: id,
  enterpriseName: z.string().min(1).max(200),
  storeId: id,
  storeName: z.string().min(1).max(100),
  storeAddress: z.string().max(200),
  storePhone: z.string().max(30),
  /** The till's number in its store, `01` to `99`: part of every receipt number. */
  tillNumber: z.string().regex(/^\d{2}$/),
  /** Raw Ed25519 key of the backend, base64url: it signs configuration and acknowledgements. */
  backendKey: base64url.length(43),
});
export type Registration = z.infer<typeof registration>;
export const roleCode = z.enum(["CASHIER", "STORE_MANAGER", "NR_ADMIN"]);
export type RoleCode = z.infer<typeof roleCode>;

/** One article. Prices include tax. */
export const catalogueItem = z.object({
  /** The shop's own number, up to 5 digits: what in-store weight codes carry. */
  plu: z.string().regex(/^\d{1,5}$/),
  /** GTIN as printed under the bars: 8, 12 or 13 digits; null for articles without one. */
  gtin: z
    .string()
    .regex(/^\d{8}$|^\d{12,13}$/)
    .nullable(),
  nameZh: z.string().min(1).max(60),
  nameEn: z.string().min(1).max(80),
  /** In fen: for one piece, or for one kilogram. */
  unitPrice: z.int().positive().max(1_000_000_00),
  /** UN/ECE Recommendation 20: `EA` each, `KGM` kilogram. */
  unit: z.enum(["EA", "KGM"]),
  /** Value added tax in basis points: 1300, 900, 600 or 0. */
  taxRate: z.int().min(0).max(10_000),
  department: z.string().max(20),
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

/** In-store codes: what the digits of a 13- or 18-digit label mean is the shop's own rule. */
export const inStoreCode = z.object({
  prefix: z.string().regex(/^\d{2}$/),
  length: z.union([z.literal(13), z.literal(18)]),
  /** 1-based position and length of the PLU and of the value. */
  plu: z.tuple([z.int().positive(), z.int().positive()]),
  value: z.tuple([z.int().positive(), z.int().positive()]),
  /** `weight`: grams. `amount`: fen. */
  meaning: z.enum(["weight", "amount"]),
  /**
   * How the last digit is reckoned: weights 3, 1, 3 … from the right as of EAN and UPC, 1, 3, 1 …
   * from the left, or not at all. Left out: from the right for 13 digits, not at all for 18.
   */
  check: z.enum(["from-right", "from-left", "none"]).exactOptional(),
});
export type InStoreCode = z.infer<typeof inStoreCode>;

/** A cashier as the terminal knows them, so that signing on works with no network. */
export const staffMember = z.object({
  staffNo: z.string(),
  name: z.string(),
  roles: z.array(roleCode),
  /** scrypt (N 32768, r 8, p 1, 32 bytes) of the PIN; both base64url. */
  pinSalt: base64url,
  pinHash: base64url,
});
export type StaffMember = z.infer<typeof staffMember>;

/** Everything a terminal needs to sell, in one signed, versioned document. */
export const configuration = z.object({
  /** Grows by one with every change; a lower one is refused. */
  version: z.int().positive(),
  terminal: thumbprint,
  storeId: id,
  currency: z.literal("CNY"),
  /** Civil time of the store, east of UTC. */
  utcOffsetMinutes: z.int().min(-720).max(840),
  receiptFooter: z.string().max(200),
  /** The receipt's QR code leads here, with the receipt number appended. */
  receiptUri: z.url(),
  staff: z.array(staffMember),
  inStoreCodes: z.array(inStoreCode),
  items: z.array(catalogueItem),
});
export type Configuration = z.infer<typeof configuration>;
