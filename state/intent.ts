import { z } from "zod";

/**
 * What a person at the counter can ask for; the body of `POST /intents` of the counter screen.
 * Amounts in fen, quantities in thousandths.
 */
export const intent = z.discriminatedUnion("type", [
  /** Activation, in the order of the screens. */
  z.object({ type: z.literal("renewCode") }),
  z.object({
    type: z.literal("signIn"),
    staffNo: z.string().regex(/^\w{1,50}$/),
    pin: z.string().regex(/^\d{6}$/),
  }),
  z.object({ type: z.literal("chooseEnterprise"), enterpriseId: z.string().max(64) }),
  z.object({
    type: z.literal("chooseRole"),
    role: z.enum(["CASHIER", "STORE_MANAGER", "NR_ADMIN"]),
  }),
  z.object({ type: z.literal("openPos") }),
  /** Back to the sign-in screen while activating; sign-off in service. */
  z.object({ type: z.literal("signOff") }),
  /** Go live after the test transaction. */
  z.object({ type: z.literal("goLive") }),
  /** Kick the drawer again in the test transaction, once its cable has been looked at. */
  z.object({ type: z.literal("retryTest") }),
  /** A code typed at the keyboard; `quantity` for weighed goods without a label. */
  z.object({
    type: z.literal("keyCode"),
    code: z.string().min(1).max(64),
    quantity: z.int().positive().max(9_999_000).optional(),
  }),
  z.object({
    type: z.literal("setQuantity"),
    lineNo: z.int().positive(),
    quantity: z.int().positive().max(9_999_000),
  }),
  z.object({ type: z.literal("removeLine"), lineNo: z.int().positive() }),
  z.object({ type: z.literal("cancelSale") }),
  z.object({ type: z.literal("beginTendering") }),
  z.object({ type: z.literal("resumeItems") }),
  z.object({ type: z.literal("tenderCash"), amount: z.int().positive().max(100_000_000_00) }),
  /** Print the last receipt again, marked as a copy. */
  z.object({ type: z.literal("reprintReceipt") }),
  /** Clear the notice. */
  z.object({ type: z.literal("dismiss") }),
]);
export type Intent = z.infer<typeof intent>;
