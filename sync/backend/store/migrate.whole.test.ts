import { describe, expect, it } from "vitest";
import { openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./schema.ts";

/** Milliseconds. PGlite sets up a whole PostgreSQL first, which takes long on a busy machine. */
const patience = 60_000;

describe("migrations", { timeout: patience }, () => {
  it("run once each, also when started again, and go on where they stopped", async () => {
    const sql = await openEmbedded(null);
    const first = ["CREATE TABLE a (id bigint PRIMARY KEY)"];
    const second = ["INSERT INTO a VALUES (1)"];

    await migrate(sql, [first]);
    await migrate(sql, [first, second]);
    await migrate(sql, [first, second]);

    expect(await sql.query("SELECT id FROM a")).toEqual([{ id: 1 }]);
    await sql.close();
  });

  it("one that fails leaves nothing behind", async () => {
    const sql = await openEmbedded(null);

    const broken = migrate(sql, [["CREATE TABLE a (id bigint)", "NONSENSE"]]);

    await expect(broken).rejects.toThrow();
    const rows = await sql.query(
      "SELECT to_regclass('a') AS a, to_regclass('schema_version') AS s",
    );
    expect(rows).toEqual([{ a: null, s: null }]);
    await sql.close();
  });

  it("every table can be spread: its key starts with the merchant, then the terminal", () => {
    for (const statement of migrations.flat()) {
      const columns = /^CREATE TABLE \w+ \(\s*merchant_id text( PRIMARY KEY|,)/.exec(statement);
      expect(columns, statement).not.toBeNull();
      const key = /PRIMARY KEY \((.*?)\)/.exec(statement)?.[1] ?? "merchant_id";
      const hasTerminal = /^\s*merchant_id text, terminal text/m.test(statement);
      expect(key.startsWith(hasTerminal ? "merchant_id, terminal" : "merchant_id")).toBe(true);
    }
  });
});
