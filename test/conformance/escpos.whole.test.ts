import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paperText } from "#simulator/paper/paper-text.ts";
import { fromHex } from "#test/support/hex.ts";
import { networkPrinter } from "./network-printer.ts";

/** Captured, because the package brings 93 others; its author's calls stand in the file. */
const job = readFileSync(new URL("escpos-2.5.2.hex", import.meta.url), "utf8");

test("escpos prints hanzi, table and bars; size, QR and kick fall short", async () => {
  const printer = await networkPrinter();
  try {
    await printer.send(fromHex(job.replace(/#.*$/gm, "")));
    const receipt = await printer.receipt();
    const text = paperText(receipt);
    const glyphs = receipt.rows.flatMap((row) => (row.kind === "text" ? row.glyphs : []));
    const sizeOf = (character: string) => glyphs.find((each) => each.text === character)?.widthDots;

    expect(text).toContain("Coffee\n");
    // It counts a hanzi as one column, so the row is one too wide and breaks.
    expect(text).toMatch(/茶 {43}3\.5\n0\n/);
    expect(text).toContain("[ean13 6901234567892]");
    // It doubles by ESC !, which leaves hanzi alone.
    expect([sizeOf("B"), sizeOf("柜")]).toEqual([24, 24]);
    // Its QR code is ESC Z of some clones: an Epson prints the address as text.
    expect(text).toContain("https://guitai.example/r/42");
    expect(text).not.toContain("[qr");
    // Its kick lacks both times: two line feeds serve as such, 20 ms on.
    expect(printer.events()).toContainEqual({
      kind: "pulse sent",
      device: "printer",
      pin: 2,
      onMs: 20,
    });
  } finally {
    printer.close();
  }
});
