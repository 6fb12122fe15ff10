import { type RoleCode, roleCode } from "#state/configuration.ts";
import type { Context } from "./context.ts";
import type { PinHash } from "./pin.ts";

export interface Person extends PinHash {
  readonly staffNo: string;
  readonly name: string;
  readonly mobile: string;
  readonly roles: readonly RoleCode[];
  readonly status: "ACTIVE" | "LEFT";
  readonly enterpriseId: string;
  readonly departmentPath: string;
  /** The store their department is bound to; null in an office. */
  readonly storeId: string | null;
}

interface PersonRow extends Record<string, unknown>, Omit<Person, "roles"> {
  readonly roles: string;
}

const selectPeople = `SELECT p.staff_no AS "staffNo", p.name, p.mobile, p.roles, p.status,
    p.enterprise_id AS "enterpriseId", p.pin_salt AS "pinSalt", p.pin_hash AS "pinHash",
    d.path AS "departmentPath", d.store_id AS "storeId"
  FROM staff p JOIN department d
    ON d.merchant_id = p.merchant_id AND d.department_id = p.department_id
  WHERE p.merchant_id = $1`;

/** Roles stand in the row as in the employee sheet: joined by an ASCII comma. */
function personOf(row: PersonRow): Person {
  return { ...row, roles: row.roles.split(",").map((role) => roleCode.parse(role)) };
}

export async function listStaff(context: Context): Promise<Person[]> {
  const rows = await context.sql.query<PersonRow>(`${selectPeople} ORDER BY p.staff_no`, [
    context.merchantId,
  ]);
  return rows.map(personOf);
}

export async function findPerson(context: Context, staffNo: string): Promise<Person | null> {
  const rows = await context.sql.query<PersonRow>(`${selectPeople} AND p.staff_no = $2`, [
    context.merchantId,
    staffNo,
  ]);
  return rows[0] === undefined ? null : personOf(rows[0]);
}

/**
 * What a person is in one store. The department binds people to a store; an administrator is one
 * everywhere, a cashier of another store is nobody here.
 */
export function rolesInStore(person: Person, storeId: string): RoleCode[] {
  return person.roles.filter((role) => role === "NR_ADMIN" || person.storeId === storeId);
}
