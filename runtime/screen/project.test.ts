import { describe, expect, test } from "vitest";
import type { Beginning } from "#test/support/shop.ts";
import { configuration } from "#test/support/shop.ts";
import { readInput } from "#test/support/table-inputs.ts";
import { openTill } from "#test/support/till.ts";
import { project, type Surroundings } from "./project.ts";
import type { CounterView, LifeView } from "./view.ts";

const calm: Surroundings = { configuration, notice: null, reachable: true, waitingSales: 0 };

/** What the screen shows after these rows of the tables' language. */
function see(from: Beginning, rows: readonly string[] = [], around = calm): CounterView {
  const till = openTill(from);
  for (const row of rows) till.put(readInput(row, till));
  return project(till.entries.length, till.terminal, around);
}

const store = { enterpriseName: "杭州小店有限公司", storeName: "西湖店", tillNumber: "01" };
const person = { store, staffName: "张敏" };
const { enterpriseName } = store;
const testing = { stage: "test-transaction", store, scanned: null } as const;
const scanned = "矿泉水 6901234567892";

const toSignIn = ["issued", "approved", "configured 1"];
const toEnterprise = [...toSignIn, "signed-in"];
const toRole = [...toEnterprise, "enterprise merchant-1"];
const toDoor = [...toRole, "role CASHIER"];
const toDrawer = ["scan 6901234567892", "printed"];
const toSync = [...toDrawer, "kicked"];

describe("a terminal's life", () => {
  test.each<[string, Beginning, string[], LifeView]>([
    ["a terminal without a key is starting", "unidentified", [], { stage: "starting" }],
    ["one without a code says so", "not activated", [], { stage: "not-activated" }],
    ["an expired code is gone", "not activated", ["issued", "expired"], { stage: "not-activated" }],
    ["a refused one as well", "not activated", ["issued", "denied"], { stage: "not-activated" }],
    [
      "once approved it fetches what it sells",
      "not activated",
      ["issued", "approved"],
      { stage: "configuring", store },
    ],
    ["then it wants a cashier", "not activated", toSignIn, { stage: "signing-in", store }],
    [
      "who chooses an enterprise",
      "not activated",
      toEnterprise,
      {
        stage: "choosing-enterprise",
        ...person,
        enterprises: [{ id: "merchant-1", name: enterpriseName }],
      },
    ],
    [
      "and one of the roles held there",
      "not activated",
      toRole,
      { stage: "choosing-role", ...person, enterpriseName, roles: ["CASHIER", "NR_ADMIN"] },
    ],
    [
      "and stands before 云POS",
      "not activated",
      toDoor,
      { stage: "opening-pos", ...person, enterpriseName, asking: false },
    ],
    [
      "which asks head office",
      "not activated",
      [...toDoor, "open-pos"],
      { stage: "opening-pos", ...person, enterpriseName, asking: true },
    ],
    [
      "and can be tapped again once it was refused",
      "not activated",
      [...toDoor, "open-pos", "opening-refused activation/store-not-bound"],
      { stage: "opening-pos", ...person, enterpriseName, asking: false },
    ],
    ["the test begins with a scan", "test transaction", [], { ...testing, step: "scan" }],
    [
      "names what it read while it prints",
      "test transaction",
      ["scan 6901234567892"],
      { ...testing, step: "print", scanned },
    ],
    [
      "shows a code of no article as it is",
      "test transaction",
      ["scan 123"],
      { ...testing, step: "print", scanned: "123" },
    ],
    [
      "opens the drawer after the paper",
      "test transaction",
      toDrawer,
      { ...testing, step: "drawer", scanned },
    ],
    [
      "stays with a drawer that was not kicked",
      "test transaction",
      [...toDrawer, "kick-failed", "retry"],
      { ...testing, step: "drawer", scanned },
    ],
    ["waits for head office", "test transaction", toSync, { ...testing, step: "sync", scanned }],
    [
      "and has passed",
      "test transaction",
      [...toSync, "acknowledged 99"],
      { ...testing, step: "passed", scanned },
    ],
    [
      "between cashiers only cashiers are offered",
      "signed off",
      [],
      {
        stage: "signed-off",
        store,
        staff: [
          { staffNo: "1001", name: "张敏" },
          { staffNo: "1002", name: "李雷" },
        ],
      },
    ],
  ])("%s", (_, from, rows, life) => {
    expect(see(from, rows).life).toEqual(life);
  });

  test("a staff list that has not arrived is an empty one", () => {
    const { life } = see("signed off", [], { ...calm, configuration: null });

    expect(life).toEqual({ stage: "signed-off", store, staff: [] });
  });

  test("the code awaits approval with its address, its end and the key's fingerprint", () => {
    const { life } = see("not activated", ["issued"]);

    expect(life).toMatchObject({
      stage: "awaiting-approval",
      userCode: "BCDF-GHJK",
      verificationUri: "https://shop.example/activate",
      expiresAt: openTill().at + 900_000,
      fingerprint: "t".repeat(12),
    });
  });

  test("its QR code is a square with the three finders that a reader looks for", () => {
    const { life } = see("not activated", ["issued"]);
    const qr = life.stage === "awaiting-approval" ? life.qr : [];

    expect(qr.length).toBeGreaterThanOrEqual(21);
    expect(qr.map((row) => row.length)).toEqual(qr.map(() => qr.length));
    expect(qr.every((row) => /^[01]+$/.test(row))).toBe(true);
    for (const row of [qr[0], qr[6]]) expect(row).toMatch(/^11111110.*01111111$/);
    expect(qr.at(-1)).toMatch(/^11111110/);
  });

  test("a signed-on cashier is named beside the sale", () => {
    const { life } = see("signed on");

    expect(life).toMatchObject({ store, cashier: { staffNo: "1001", name: "张敏" } });
  });
});

describe("devices", () => {
  test("nothing is known of a drawer whose printer is not there", () => {
    const { devices } = see("signed on", ["drawer open", "printer absent"]);

    expect(devices.drawer).toEqual({ state: "absent", open: null, advice: null });
    expect(devices.printer.advice?.en).toContain("No printer");
  });

  test.each([
    ["open", ["drawer open"], true],
    ["closed", ["drawer open", "drawer closed"], false],
    ["unknown without a switch", [], null],
  ])("a drawer is %s", (_, rows, open) => {
    const { drawer } = see("signed on", rows).devices;

    expect(drawer).toEqual({ state: "ready", open, advice: null });
  });

  test.each([
    ["paper-out", "load a new roll"],
    ["cover-open", "close it"],
    ["cutter", "take out the paper"],
    ["a word of a later driver", "look at its lights"],
  ])("a printer in trouble (%s) says what to do", (reason, advice) => {
    const { printer } = see("signed on", [`printer faulted ${reason}`]).devices;

    expect(printer.state).toBe("faulted");
    expect(printer.advice?.en).toContain(advice);
  });

  test("a scanner that is gone leaves the keyboard, and one that is back needs no words", () => {
    const gone = see("signed on", ["scanner absent"]).devices.scanner;
    const back = see("signed on", ["scanner absent", "scanner ready"]).devices.scanner;

    expect(gone).toMatchObject({
      state: "absent",
      advice: { zh: expect.stringContaining("手工") },
    });
    expect(back).toEqual({ state: "ready", open: null, advice: null });
  });
});

describe("a customer display", () => {
  test("is not on the screen where there is none", () => {
    expect(see("signed on").devices).not.toHaveProperty("display");
  });

  test("that is gone is told, with what to do meanwhile", () => {
    const around: Surroundings = { ...calm, peripherals: { display: "absent" } };

    const { display } = see("signed on", [], around).devices;

    expect(display).toMatchObject({ state: "absent", open: null });
    expect(display?.advice?.zh).toContain("口头告知");
  });
});

describe("a drawer with a line of its own", () => {
  test("is there without a printer", () => {
    const around: Surroundings = { ...calm, peripherals: { drawer: "ready" } };

    const { drawer } = see("signed on", ["printer absent", "drawer open"], around).devices;

    expect(drawer).toEqual({ state: "ready", open: true, advice: null });
  });

  test("is told when it is gone, though the printer is there", () => {
    const around: Surroundings = { ...calm, peripherals: { drawer: "absent" } };

    expect(see("signed on", [], around).devices.drawer).toMatchObject({ state: "absent" });
  });
});

describe("receipts that are not on paper yet", () => {
  const sold = ["scan 6901234567892", "pay", "cash 5.00"];

  test("count without alarm while the printer prints", () => {
    expect(see("signed on", sold).printing).toEqual({ jobs: 1, trouble: null });
  });

  test("wait with the printer's own advice, and go out with the paper", () => {
    const stuck = ["printer faulted paper-out", ...sold];

    const { printing, devices } = see("signed on", [...stuck, ...sold]);
    const after = see("signed on", [...stuck, "printer ready", "printed"]);

    expect(printing.jobs).toBe(2);
    expect(printing.trouble).toEqual(devices.printer.advice);
    expect(printing.trouble?.zh).toContain("缺纸");
    expect(after.printing).toEqual({ jobs: 0, trouble: null });
  });
});

test("what is around the terminal is passed on as it is", () => {
  const text = { zh: "字", en: "word" };
  const notice = { number: 7, code: "a/b", severity: "info", title: text, detail: text } as const;

  const view = see("signed on", [], { ...calm, notice, reachable: false, waitingSales: 3 });

  expect(view.notice).toBe(notice);
  expect(view.uplink).toEqual({ reachable: false, waitingSales: 3 });
});
