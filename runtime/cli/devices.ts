import type { Command } from "commander";
import {
  displayCatalog,
  drawerCatalog,
  hidScannerCatalog,
  keyboardScannerCatalog,
  printerCatalog,
  scaleCatalog,
  scannerCatalog,
} from "#drivers/catalog.ts";
import { knownDevices } from "#drivers/discovery/known-devices.ts";

/** `guitai devices`: every product we know, and how far each row is proven. */
export function registerDevices(program: Command): void {
  program
    .command("devices")
    .description("the devices we know, each with its proof: manual, capture or device")
    .option("--json", "one JSON object instead of a table")
    .addHelpText(
      "after",
      "\n`driven`: a terminal can use it. `driver`: no terminal uses it yet. " +
        "`recognized`: told by its ids.\nA row of proof `manual` has not met its device yet.",
    )
    .action(({ json }: { json?: true }) => {
      const rows = [...driven(), ...recognized()];
      const text = json === true ? JSON.stringify({ devices: rows }) : table(rows);
      process.stdout.write(`${text}\n`);
    });
}

interface Row {
  readonly class: string;
  readonly name: string;
  readonly maker: string;
  readonly product: string;
  readonly proof: string;
  /**
   * `driven`: a terminal can be told to use it; `driver`: there is one, which no terminal uses yet;
   * `recognized`: told by its ids when it is plugged in.
   */
  readonly level: "driven" | "driver" | "recognized";
}

function driven(): readonly Row[] {
  const printers = Object.entries(printerCatalog).map(([name, { model, proof }]): Row => {
    const { maker, product } = model;
    return { class: "printer", name, maker, product, proof, level: "driven" };
  });
  const scanners = Object.entries(scannerCatalog).map(([name, row]): Row => {
    const { maker, product, proof } = row;
    return { class: "scanner", name, maker, product, proof, level: "driven" };
  });
  const hidScanners = Object.entries(hidScannerCatalog).map(([name, row]): Row => {
    const { maker, product, proof } = row;
    return { class: "scanner", name, maker, product, proof, level: "driven" };
  });
  const typing = Object.entries(keyboardScannerCatalog).map(([layout, row]): Row => {
    const { maker, product, proof } = row;
    return { class: "scanner", name: `wedge, ${layout}`, maker, product, proof, level: "driven" };
  });
  const displays = Object.entries(displayCatalog).map(([name, row]): Row => {
    const { maker, product, proof } = row;
    return { class: "display", name, maker, product, proof, level: "driven" };
  });
  const drawers = Object.entries(drawerCatalog).map(([name, row]): Row => {
    const { maker, product, proof } = row;
    return { class: "drawer", name, maker, product, proof, level: "driven" };
  });
  const scales = Object.entries(scaleCatalog).map(([name, row]): Row => {
    const { maker, product, proof } = row;
    return { class: "scale", name, maker, product, proof, level: "driven" };
  });
  return [...printers, ...scanners, ...hidScanners, ...typing, ...displays, ...drawers, ...scales];
}

function recognized(): readonly Row[] {
  return knownDevices.map((known): Row => {
    const { name, maker, product, proof } = known;
    return { class: known.class, name, maker, product, proof, level: "recognized" };
  });
}

function table(rows: readonly Row[]): string {
  const heads = ["level", "class", "name", "proof", "product"];
  const cells = rows.map((row) => {
    return [row.level, row.class, row.name, row.proof, `${row.maker} ${row.product}`];
  });
  const lines = [heads, ...cells].map((row) =>
    row.map((cell, column) => cell.padEnd([11, 8, 24, 8][column] ?? 0)).join(" "),
  );
  return lines.join("\n");
}
