import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { ask, cable, open, step, until } from "./counter.ts";
import { lpOf } from "./kernel-nodes.ts";

const serial = "GT00000001";
const address = {
  link: "usb",
  vendorId: 0x04b8,
  productId: 0x0e28,
  serialNumber: serial,
  serves: "printer",
} as const;
const opener = fileURLToPath(new URL("open-usb.ts", import.meta.url));
const NOBODY = 65_534;

type Till = ReturnType<typeof open>;

/** A printer on USB itself, through `usb`. */
export async function usbPrinter(): Promise<void> {
  const printer = cable("TM-T20III");
  await printer.plug();
  await until("a node of usblp", () => lpOf(serial) !== null);

  await step("a user without rights is told the udev rule", async () => {
    assert.match(openedBy(NOBODY), /^closed .*permission denied.*ATTR\{idProduct\}=="0e28"/i);
    assert.notEqual(lpOf(serial), null);
  });

  const till = open({ scanner: null, printer: { address, model: generic80mm } });
  await step("the printer is taken from usblp, and answers for its status", async () => {
    await till.becomes("printer", "ready");
    assert.equal(lpOf(serial), null);
  });
  await atWork(till);
  await paper(till);
  await faults(till, printer);
  await step("another program cannot take it, and disturbs nothing", async () => {
    assert.match(openedBy(0), /^closed the interface is held by another program/);
    await printsWhole(till, "second opener", 3);
  });
  await cablePulled(till, printer);
  await step("when the till closes, usblp has its printer back", async () => {
    await till.close();
    await until("a node of usblp", () => lpOf(serial) !== null);
  });
}

async function atWork(till: Till): Promise<void> {
  await step("a receipt is printed, and the printer says so", async () => {
    await printsWhole(till, "柜台 hi", 3);
  });

  await step("a long receipt goes in many packets, and arrives whole", async () => {
    await printsWhole(till, "long", 150);
  });

  await step("a kick opens the drawer, once", async () => {
    till.obey({ type: "openDrawer", kickId: "kick" });
    const openings = async () => ((await ask("drawer")) as { openings: number }).openings;
    await until("open", async () => (await openings()) > 0);
    assert.equal(await openings(), 1);
    await ask("drawer", { open: false });
  });
}

async function paper(till: Till): Promise<void> {
  await step(
    "paper that runs out in mid-receipt is told; with a new roll it ends, once",
    async () => {
      await ask("printer", { paperLeftLines: 12 });
      const ended = printsWhole(till, "paper out", 40);
      await till.becomes("printer", "faulted");
      await ask("printer", { paper: "ok" });
      await till.becomes("printer", "ready");
      await ended;
    },
  );
}

async function faults(till: Till, printer: ReturnType<typeof cable>): Promise<void> {
  const during = (name: string, fault: object) =>
    step(name, async () => {
      await printer.fault(fault);
      await printsWhole(till, name, 20);
    });
  await during("a STALL of what is written is cleared, and nothing is doubled", { stall: "out" });
  await during("a STALL of the answers is cleared", { stall: "in" });
  await during("NAK for a second loses and doubles nothing", { nakMs: 1000, nakAfterBytes: 100 });
  await during("empty packets are no answer", { emptyPackets: 30 });
  await during("answers parted into single bytes are the same answers", { packetBytes: 1 });

  await step("NAK for so long that the driver despairs: one end, and no row twice", async () => {
    await printer.fault({ nakMs: 8000, nakAfterBytes: 100 });
    const rows = printRows(till, "long NAK", 60);
    await until("an end", () => endsOf(till, "long NAK").length > 0);
    await till.becomes("printer", "absent");
    await till.becomes("printer", "ready");
    assert.deepEqual(endsOf(till, "long NAK"), ["OutputError"]);
    const counts = await timesOnPaper(rows);
    assert.equal(counts[0], 1);
    assert.ok(
      counts.every((count) => count <= 1),
      `${counts}`,
    );
  });
}

async function cablePulled(till: Till, printer: ReturnType<typeof cable>): Promise<void> {
  await step("a cable pulled in mid-transfer ends the job as an error, once", async () => {
    await printer.fault({ unplugAfterBytes: 60 });
    printRows(till, "pulled", 40);
    await until("an end", () => endsOf(till, "pulled").length > 0);
    await till.becomes("printer", "absent");
    assert.deepEqual(endsOf(till, "pulled"), ["OutputError"]);
  });

  await step("it comes back under another device number, and prints", async () => {
    await printer.plugAgain();
    await till.becomes("printer", "ready");
    await printsWhole(till, "replugged", 3);
  });
}

function printRows(till: Till, jobId: string, count: number): readonly string[] {
  const rows = Array.from({ length: count }, (_, row) => `${jobId} row ${row};`);
  const blocks = rows.map((text) => ({ kind: "text", text }) as const);
  till.obey({ type: "print", jobId, document: { blocks } });
  return rows;
}

const endsOf = (till: Till, jobId: string) =>
  till.printed
    .filter((signal) => "jobId" in signal && signal.jobId === jobId)
    .map(({ type }) => type);

/** Every row on paper, once, and the printer's own word for it. */
async function printsWhole(till: Till, jobId: string, count: number): Promise<void> {
  const rows = printRows(till, jobId, count);
  await until(`an end of ${jobId}`, () => endsOf(till, jobId).length > 0);
  const ended = till.printed.filter((signal) => "jobId" in signal && signal.jobId === jobId);
  assert.deepEqual(ended, [{ type: "OutputComplete", jobId, confirmed: true }]);
  assert.deepEqual(
    await timesOnPaper(rows),
    rows.map(() => 1),
  );
}

async function timesOnPaper(rows: readonly string[]): Promise<readonly number[]> {
  const receipts = (await ask("receipts")) as readonly { text: string }[];
  // Long rows break: only the letters count.
  const plain = (text: string) => text.replace(/\s+/g, "");
  const onPaper = plain(receipts.map(({ text }) => text).join("\n"));
  return rows.map((row) => onPaper.split(plain(row)).length - 1);
}

/** What a link of its own, in a process of that user, was told first. */
function openedBy(uid: number): string {
  const wish = [opener, JSON.stringify(address), String(uid)];
  const patience = { encoding: "utf8", timeout: 30_000 } as const;
  const { stdout, stderr } = spawnSync(process.execPath, wish, patience);
  return stdout === "" ? stderr : stdout;
}
