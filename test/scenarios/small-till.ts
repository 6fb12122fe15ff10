import { printerCatalog } from "#drivers/catalog.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import type { MemoryBench } from "#simulator/bench/memory-bench.ts";
import type { ReceiptDocument } from "#state/base/document.ts";
import { DriverBench } from "#test/support/driver-bench.ts";

/**
 * The smallest till that behaves: each label it scans is a sale with a receipt and a kick; what may
 * be lost is printed again and says so. It works the real drivers, and stands in the tests of the
 * example scenarios for the software of whoever uses them.
 */
export function smallTill({ printer: paper, scanner: labels, clock }: MemoryBench): void {
  const owed = new Map<string, ReceiptDocument>();
  let sales = 0;
  const print = (document: ReceiptDocument) => {
    sales += 1;
    const jobId = String(sales);
    owed.set(jobId, document);
    printer.obey({ type: "print", jobId, document });
  };
  const printer = new DriverBench<PrinterCommand, PrinterSignal>(
    new ReceiptPrinter(printerCatalog["generic-80mm"].model, { firstProcessId: 1 }),
    paper,
    clock,
    (signal) => {
      if (signal.type !== "OutputError" && signal.type !== "OutputComplete") return;
      const document = owed.get(signal.jobId);
      owed.delete(signal.jobId);
      if (signal.type === "OutputComplete" || document === undefined) return;
      const isCopy = signal.printed === "unknown";
      clock.after(1000, () => print(isCopy ? copyOf(document) : document));
    },
  );
  const scanner = new DriverBench<never, ScannerSignal>(
    new SerialScanner(),
    labels,
    clock,
    (signal) => {
      if (signal.type !== "ScanData" || !isArticle(signal.scanDataLabel)) return;
      print(receiptFor(signal.scanDataLabel));
      printer.obey({ type: "openDrawer", kickId: String(sales) });
    },
  );
  printer.open();
  scanner.open();
}

/** Digits whose last one is the check digit of the others (GS1 General Specifications 7.9). */
function isArticle(label: string): boolean {
  if (!/^\d{8,14}$/.test(label)) return false;
  const digits = [...label].reverse().map(Number);
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

const receiptFor = (label: string): ReceiptDocument => ({
  blocks: [
    { kind: "text", text: "小店 Corner shop", align: "center", bold: true },
    { kind: "rule" },
    { kind: "row", left: "商品 Article", right: label },
    { kind: "row", left: "数量 Pieces", right: "1" },
    { kind: "row", left: "合计 Total", right: "￥10.00" },
    { kind: "rule" },
    { kind: "text", text: "谢谢惠顾 Thank you", align: "center" },
  ],
});

const copyOf = ({ blocks }: ReceiptDocument): ReceiptDocument => ({
  blocks: [{ kind: "text", text: "副本 COPY", align: "center", size: "double" }, ...blocks],
});
