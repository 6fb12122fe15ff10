import { certify } from "../certification.ts";
import type { Context } from "../context.ts";
import { hashPin } from "../pin.ts";
import type { Queries } from "../store/sql.ts";
import { catalogue, inStoreCodes } from "./catalogue.ts";
import {
  type DemoPerson,
  type DemoStore,
  departments,
  enterprise,
  merchantId,
  people,
  receiptFooter,
  receiptUri,
  shop,
  stores,
} from "./merchant.ts";

interface Seeding extends Pick<Context, "sql" | "random" | "now"> {
  /** Slow on purpose; tests that seed often remember the answers. */
  readonly hash?: typeof hashPin;
}

async function insertEnterprise(tx: Queries, now: number): Promise<void> {
  await tx.query("INSERT INTO enterprise VALUES ($1, $2, $3, 'CERTIFIED')", [
    merchantId,
    enterprise.id,
    enterprise.name,
  ]);
  await tx.query("INSERT INTO contract VALUES ($1, $2, $3, 'SIGNED')", [
    merchantId,
    enterprise.id,
    now,
  ]);
  await tx.query("INSERT INTO shop VALUES ($1, $2, $3, $4, 'BOUND')", [
    merchantId,
    shop.id,
    enterprise.id,
    shop.title,
  ]);
}

async function insertStore(tx: Queries, store: DemoStore): Promise<void> {
  const { name, address, phone } = store;
  const draft = { live: null, candidate: { name, address, phone }, candidateState: null };
  const { live, candidate, candidateState } = certify(draft, store.certification);
  await tx.query(
    `INSERT INTO store (merchant_id, store_id, shop_id, merchant_code, live, candidate,
       candidate_state)
     VALUES ($1, $2, $3, $2, $4, $5, $6)`,
    [
      merchantId,
      store.id,
      shop.id,
      live && JSON.stringify(live),
      candidate && JSON.stringify(candidate),
      candidateState,
    ],
  );
}

async function insertPerson(seeding: Seeding, tx: Queries, person: DemoPerson): Promise<void> {
  const hash = seeding.hash ?? hashPin;
  const { pinSalt, pinHash } = await hash(person.pin, seeding.random(16));
  await tx.query(
    `INSERT INTO staff (merchant_id, staff_no, enterprise_id, name, mobile, roles, department_id,
       status, pin_salt, pin_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'ACTIVE', $8, $9)`,
    [
      merchantId,
      person.staffNo,
      enterprise.id,
      person.name,
      person.mobile,
      person.roles.join(","),
      person.departmentId,
      pinSalt,
      pinHash,
    ],
  );
}

async function insertCatalogue(tx: Queries): Promise<void> {
  const items = catalogue.map((item, position) => ({
    plu: item.plu,
    position,
    document: JSON.stringify(item),
  }));
  await tx.query(
    `INSERT INTO catalogue_item (merchant_id, plu, position, document)
     SELECT $1, plu, position, document
     FROM json_to_recordset($2::text::json) AS i(plu text, position bigint, document text)`,
    [merchantId, JSON.stringify(items)],
  );
  for (const code of inStoreCodes) {
    await tx.query("INSERT INTO in_store_code VALUES ($1, $2, $3)", [
      merchantId,
      code.prefix,
      JSON.stringify(code),
    ]);
  }
}

/** Puts the demo merchant into an empty store; one that is there already is left as it is. */
export async function seedDemo(seeding: Seeding): Promise<void> {
  await seeding.sql.transaction(async (tx) => {
    const fresh = await tx.query(
      `INSERT INTO merchant (merchant_id, receipt_footer, receipt_uri) VALUES ($1, $2, $3)
       ON CONFLICT (merchant_id) DO NOTHING RETURNING merchant_id`,
      [merchantId, receiptFooter, receiptUri],
    );
    if (fresh.length === 0) return;
    await insertEnterprise(tx, seeding.now());
    for (const store of stores) await insertStore(tx, store);
    for (const { id, path, storeId } of departments) {
      await tx.query("INSERT INTO department VALUES ($1, $2, $3, $4, $5)", [
        merchantId,
        id,
        enterprise.id,
        path,
        storeId,
      ]);
    }
    for (const person of people) await insertPerson(seeding, tx, person);
    await insertCatalogue(tx);
  });
}
