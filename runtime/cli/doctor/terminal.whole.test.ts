import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Diagnosis } from "#runtime/devices/diagnosis.ts";
import { makeFolder } from "#runtime/host/files.ts";
import { buildPages } from "#runtime/host/pages.ts";
import { BenchClient } from "#test/support/bench-client.ts";
import { freshFolder } from "#test/support/folder.ts";
import { Child } from "../child.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const nobody = "http://127.0.0.1:9/";

interface Report {
  readonly code: number;
  readonly findings: readonly {
    readonly about: string;
    readonly state: string;
    readonly code: string | null;
    readonly what: { readonly zh: string; readonly en: string };
  }[];
  readonly diagnosis: Diagnosis | null;
}

function doctor(data: string): Promise<Report> {
  const args = [main, "doctor", "--json", "--data", data, "--sys", "/nowhere"];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, out) => {
      resolve({ code: child.exitCode ?? -1, ...JSON.parse(out) });
    });
  });
}

function part(folder: string, name: string, script: string, more: readonly string[]): Child {
  makeFolder(join(folder, name));
  const child = new Child({
    ...{ name, script, options: ["--data", join(folder, name), "--port", "0", ...more] },
    ...{ logFile: join(folder, `${name}.log`), pidFile: join(folder, `${name}.pid`) },
    onDeath: () => {},
  });
  onTestFinished(() => child.stop());
  return child;
}

/** A simulated counter on pseudo-terminals, and a terminal on it that knows no backend. */
async function openCounter() {
  const folder = freshFolder();
  const simulator = part(folder, "simulator", "simulator/main.ts", []);
  const bench = await simulator.start();
  const terminal = part(folder, "terminal", "runtime/main.ts", [
    ...["--backend", nobody, "--scanner", String(bench.scanner)],
    ...["--printer", String(bench.printer), "--printer-model", "epson-tm-t20iii"],
    ...["--baud-rate", "115200"],
  ]);
  await terminal.start();
  const data = join(folder, "terminal");
  return { data, simulator, terminal, bench: new BenchClient(bench.url) };
}

const until = <Result>(look: () => Promise<Result>) =>
  vi.waitFor(look, { timeout: 60_000, interval: 100 });

/** Until the doctor finds the printer in this state; then everything it said. */
function untilPrinter(data: string, state: string) {
  return until(async () => {
    const report = await doctor(data);
    const printer = report.diagnosis?.devices.find(({ name }) => name === "printer");
    expect(printer?.state).toBe(state);
    const said = report.findings.filter(({ about }) => about === "terminal");
    return { report, printer, said };
  });
}

beforeAll(() => buildPages());

describe("guitai doctor beside a running terminal", () => {
  test("tells what each device is, how it is and what it did", async () => {
    const { data } = await openCounter();

    const { printer, report, said } = await untilPrinter(data, "ready");

    expect(printer).toMatchObject({
      driver: { row: "epson-tm-t20iii" },
      status: { coverOpen: false, recEmpty: false, drawer: "closed" },
      says: "EPSON TM-T20III, 1.00 ESC/POS, CHINA GB18030",
      ...{ opens: 1, losses: 0, lastError: null },
    });
    expect(printer?.bytesIn).toBeGreaterThan(0);
    expect(printer?.bytesOut).toBeGreaterThan(0);
    expect(printer?.upos).toMatchObject({
      ...{ deviceClass: "POSPrinter", serviceVersion: 1_016_000 },
      properties: { CoverOpen: false, RecEmpty: false, RecLineChars: 48 },
      statistics: { ReceiptLinePrintedCount: 0, PaperCutCount: 0 },
    });
    expect(printer?.attached).toMatchObject([
      {
        deviceClass: "CashDrawer",
        powerState: { value: 2001 },
        properties: { DrawerOpened: false },
      },
    ]);
    expect(report.diagnosis?.devices[0]).toMatchObject({ name: "scanner", state: "ready" });
    const [, line] = said;
    expect(line?.state).toBe("ok");
    expect(line?.what.en).toMatch(/paper present, cover closed, drawer closed\n {4}\d+ bytes in/);
    expect(line?.what.zh).toMatch(/有纸，上盖合上，钱箱关着\n {4}收 \d+ 字节/);
  });

  test("finds trouble where the paper is out, and where the cable is pulled", async () => {
    const { data, bench, simulator } = await openCounter();
    await untilPrinter(data, "ready");

    await bench.printer({ paper: "out" });
    const out = await untilPrinter(data, "faulted");
    await simulator.stop();
    const lost = await untilPrinter(data, "lost");

    expect(out.report.code).toBe(1);
    expect(out.said[1]?.what.en).toContain("paper out");
    expect(out.printer?.upos).toMatchObject({
      state: { name: "S_IDLE", value: 2 },
      powerState: { name: "PS_ONLINE", value: 2001 },
      errorCode: { name: "E_EXTENDED EPTR_REC_EMPTY", value: 114, extended: 203 },
    });
    expect(lost.printer?.upos).toMatchObject({
      powerState: { name: "PS_OFF", value: 2002 },
      errorCode: { name: "E_NOHARDWARE", value: 107 },
    });
    expect(lost.report.code).toBe(1);
    expect(lost.printer?.losses).toBe(1);
    expect(lost.printer?.lastError?.text).not.toBe("");
    expect(lost.said[1]?.what.en).toContain("last error: ");
  });

  test("does not send the key where no terminal runs", async () => {
    const { data, terminal } = await openCounter();
    await terminal.stop();

    const { findings, diagnosis } = await doctor(data);

    expect(diagnosis).toBeNull();
    expect(findings.at(-1)).toMatchObject({ state: "note", what: { en: expect.any(String) } });
    expect(findings.at(-1)?.what.en).toBe("No terminal runs on this data folder");
  });

  test("says so when a running terminal cannot be asked", async () => {
    const { data } = await openCounter();
    rmSync(join(data, "screen-address"));

    const { code, findings } = await doctor(data);

    expect(code).toBe(1);
    expect(findings.at(-1)?.code).toBe("doctor/terminal-silent");
    expect(findings.at(-1)?.what.en).toBe("A terminal is running and does not answer");
  });
});
