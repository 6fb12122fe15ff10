import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { countOf } from "./ledger-file.ts";
import type { OpenShop } from "./open-shop.ts";

const patience = { timeout: 30_000, interval: 50 };

/** `kill -9`, and the terminal started again by the shop; its devices may not be found yet. */
export async function killTerminal(open: OpenShop): Promise<void> {
  const pid = () => readFileSync(join(open.ledgerFile, "../../terminal.pid"), "utf8");
  const before = pid();
  open.shop.part("terminal")?.kill("SIGKILL");
  // What a screen saw of the one that died says nothing of the one that comes.
  await vi.waitFor(() => expect(pid()).not.toBe(before), patience);
}

/** The same at a terminal whose devices are at work; they are found again. */
export async function killWorkingTerminal(open: OpenShop): Promise<void> {
  await devicesReady(open);
  const before = countOf(open.ledgerFile, "device.lost");
  await killTerminal(open);
  await vi.waitFor(
    () => expect(countOf(open.ledgerFile, "device.lost")).toBeGreaterThan(before),
    patience,
  );
  await devicesReady(open);
}

async function devicesReady({ counter }: OpenShop): Promise<void> {
  await counter.until(
    ({ devices }) => devices.scanner.state === "ready" && devices.printer.state === "ready",
  );
}
