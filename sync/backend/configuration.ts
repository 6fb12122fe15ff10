import { type Configuration, catalogueItem, inStoreCode } from "#state/configuration.ts";
import type { Context } from "./context.ts";
import { sha256Hex, signText } from "./keys.ts";
import type { Terminal } from "./registration.ts";
import { listStaff, rolesInStore } from "./staff.ts";
import type { Queries } from "./store/sql.ts";

type Content = Omit<Configuration, "version">;

async function documents(context: Context, table: "catalogue_item" | "in_store_code") {
  const order = table === "catalogue_item" ? "position" : "prefix";
  const rows = await context.sql.query<{ document: string }>(
    `SELECT document FROM ${table} WHERE merchant_id = $1 ORDER BY ${order}`,
    [context.merchantId],
  );
  return rows.map((row) => JSON.parse(row.document) as unknown);
}

/** What a terminal may know: its store's people who are still there, and the whole catalogue. */
async function contentFor(context: Context, terminal: Terminal): Promise<Content> {
  const people = await listStaff(context);
  const merchants = await context.sql.query<{ receipt_footer: string; receipt_uri: string }>(
    "SELECT receipt_footer, receipt_uri FROM merchant WHERE merchant_id = $1",
    [context.merchantId],
  );
  return {
    terminal: terminal.terminal,
    storeId: terminal.storeId,
    currency: "CNY",
    utcOffsetMinutes: 480,
    receiptFooter: merchants[0]?.receipt_footer ?? "",
    receiptUri: merchants[0]?.receipt_uri ?? "",
    staff: people
      .filter((person) => person.status === "ACTIVE" && person.storeId === terminal.storeId)
      .map((person) => ({
        staffNo: person.staffNo,
        name: person.name,
        roles: rolesInStore(person, terminal.storeId),
        pinSalt: person.pinSalt,
        pinHash: person.pinHash,
      })),
    inStoreCodes: inStoreCode.array().parse(await documents(context, "in_store_code")),
    items: catalogueItem.array().parse(await documents(context, "catalogue_item")),
  };
}

async function newestVersion(tx: Queries, key: readonly [string, string]) {
  const rows = await tx.query<{ version: number; content_hash: string; document: string }>(
    `SELECT version, content_hash, document FROM configuration_version
     WHERE merchant_id = $1 AND terminal = $2 ORDER BY version DESC LIMIT 1`,
    key,
  );
  return rows[0] ?? null;
}

/**
 * The terminal's configuration, signed over the exact text. Its version grows by one when the
 * content differs from the last one handed out, and only then.
 */
export async function configurationFor(
  context: Context,
  terminal: Terminal,
): Promise<{ document: string; signature: string }> {
  const content = await contentFor(context, terminal);
  const contentHash = sha256Hex(JSON.stringify(content));
  const key = [context.merchantId, terminal.terminal] as const;
  const document = await context.sql.transaction(async (tx) => {
    await tx.query(
      "SELECT terminal FROM terminal WHERE merchant_id = $1 AND terminal = $2 FOR UPDATE",
      key,
    );
    const newest = await newestVersion(tx, key);
    if (newest?.content_hash === contentHash) return newest.document;
    const version = (newest?.version ?? 0) + 1;
    const text = JSON.stringify({ version, ...content } satisfies Configuration);
    await tx.query(
      `INSERT INTO configuration_version
         (merchant_id, terminal, version, content_hash, document, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [...key, version, contentHash, text, context.now()],
    );
    return text;
  });
  return { document, signature: signText(document, context.privateKey) };
}
