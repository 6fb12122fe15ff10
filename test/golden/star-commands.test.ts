/**
 * Which golden file shows which command of Star line mode and StarPRNT, of all that the virtual
 * printer knows. `..` is any byte.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";

type Row = readonly [command: string, hex: string];

/** What a case of `paper/` prints. */
const printed: Readonly<Record<string, readonly Row[]>> = {
  "star-text": [
    ["ESC @", "1b 40"],
    ["ESC RS F", "1b 1e 46 .."],
    ["ESC GS a", "1b 1d 61 01"],
    ["ESC E, ESC F", "1b 45 .. 1b 46"],
    ["ESC -", "1b 2d 01"],
    ["ESC 4, ESC 5", "1b 34 .. 1b 35"],
    ["ESC i", "1b 69 .. .."],
    ["ESC W", "1b 57 01"],
    ["ESC h", "1b 68 02"],
    ["SO, DC4", "0e .. 14"],
    ["ESC SO, ESC DC4", "1b 0e .. 1b 14"],
    ["ESC SP", "1b 20 05"],
    ["ESC M, ESC P, ESC :, ESC g", "1b 50 .. .. 1b 3a .. .. 1b 67 .. .. 1b 4d"],
    ["SI, DC2", "0f .. .. 0a 12"],
  ],
  "star-feeds-and-cuts": [
    ["LF, CR", "0d 0a"],
    ["ESC 0", "1b 30"],
    ["ESC z", "1b 7a 01"],
    ["ESC a", "1b 61 03"],
    ["ESC J", "1b 4a 28"],
    ["ESC I", "1b 49 14"],
    ["FF", "0a 0c"],
    ["ESC C", "1b 43 0a"],
    ["ESC C NUL", "1b 43 00 02"],
    ["ESC d 0", "1b 64 00"],
    ["ESC d 1", "1b 64 31"],
    ["ESC d 2", "1b 64 02"],
    ["ESC d 3", "1b 64 33"],
    ["CAN", "18"],
  ],
  "star-places": [
    ["HT", "41 09 42"],
    ["ESC D", "1b 44 08 10 00"],
    ["ESC l, ESC Q", "1b 6c 04 1b 51 28"],
    ["ESC GS A", "1b 1d 41 20 01"],
    ["ESC GS R", "1b 1d 52 c4 ff"],
  ],
  "star-code-pages": [
    ["ESC GS t", "1b 1d 74 20"],
    ["ESC R", "1b 52 32"],
  ],
  "star-pages": [
    ["ESC GS P 0, 1", "1b 1d 50 30 4a 1b 1d 50 31"],
    ["ESC GS P 2", "1b 1d 50 32 31"],
    ["ESC GS P 3", "1b 1d 50 33 00 00"],
    ["ESC GS P 4", "1b 1d 50 34 64 00"],
    ["ESC GS P 5", "1b 1d 50 35 e2 ff"],
    ["ESC GS P 6", "1b 1d 50 36"],
    ["ESC GS P 7", "1b 1d 50 37"],
    ["ESC GS P 8", "1b 1d 50 38"],
  ],
  "star-hanzi": [
    ["ESC p, ESC q", "1b 70 .. .. .. .. 1b 71"],
    ["ESC $", "1b 24 31"],
    ["ESC s, ESC t, ESC /", "1b 73 00 00 1b 74 00 00 1b 2f 01"],
  ],
  "star-barcodes": [
    ["ESC b, UPC-E", "1b 62 00"],
    ["UPC-A", "1b 62 31"],
    ["EAN-8", "1b 62 02"],
    ["EAN-13", "1b 62 03"],
    ["Code 39", "1b 62 04"],
    ["ITF", "1b 62 05"],
    ["Code 128", "1b 62 06"],
    ["Code 93", "1b 62 07"],
    ["NW-7", "1b 62 08"],
  ],
  "star-qr-and-pdf417": [
    ["ESC GS y S 0, 1, 2", "1b 1d 79 53 30 02 1b 1d 79 53 31 03 1b 1d 79 53 32 06"],
    ["ESC GS y D 1", "1b 1d 79 44 31 00 02 00"],
    ["ESC GS y D 2", "1b 1d 79 44 32 02"],
    ["ESC GS y P", "1b 1d 79 50"],
    ["ESC GS x S 0, 1", "1b 1d 78 53 30 01 00 02 1b 1d 78 53 31 04"],
    ["ESC GS x S 2, 3", "1b 1d 78 53 32 03 1b 1d 78 53 33 02"],
    ["ESC GS x D", "1b 1d 78 44 06 00"],
    ["ESC GS x P", "1b 1d 78 50"],
  ],
  "star-pictures": [
    ["ESC X", "1b 58 02 00"],
    ["ESC k", "1b 6b 01 00"],
    ["ESC K", "1b 4b 03 00"],
    ["ESC L", "1b 4c 03 00"],
    ["ESC GS S", "1b 1d 53 01"],
    ["ESC GS ETX", "1b 1d 03 04"],
  ],
  "star-logos": [
    ["ESC FS q", "1b 1c 71 02"],
    ["ESC FS p", "1b 1c 70 01 31"],
    ["ESC RS L", "1b 1e 4c 30"],
    ["ESC RS L 255", "1b 1e 4c ff"],
  ],
  "star-download-characters": [
    ["ESC & 1 1", "1b 26 01 01 41 ff f0"],
    ["ESC & 1 0", "1b 26 31 30 41"],
    ["ESC %", "1b 25 01"],
  ],
  "star-macros": [
    ["ESC GS +, initialization", "1b 1d 2b 02 00 06 00"],
    ["ESC GS + of no bytes", "1b 1d 2b 01 00 00 00"],
  ],
  "star-raster-mode": [
    ["ESC * r A", "1b 2a 72 41"],
    ["ESC * r B", "1b 2a 72 42"],
    ["ESC * r C, R", "1b 2a 72 43 1b 2a 72 52"],
    ["ESC * r E, F", "1b 2a 72 45 31 00 1b 2a 72 46 39 00"],
    [
      "ESC * r Q, P, T, K",
      "1b 2a 72 51 32 00 1b 2a 72 50 30 00 1b 2a 72 54 32 00 1b 2a 72 4b 30 00",
    ],
    ["ESC * r m l, m r", "1b 2a 72 6d 6c 32 00 1b 2a 72 6d 72 36 39 00"],
    ["ESC * r Y", "1b 2a 72 59 31 36 00"],
    ["b", "62 02 00 ff 0f"],
    ["k", "6b 01 00 f0"],
    ["ESC FF NUL", "1b 0c 00"],
    ["ESC FF EOT", "1b 0c 04"],
  ],
};

/** What a dialogue of `answers/` asks. */
const answered: Readonly<Record<string, readonly Row[]>> = {
  "star-status": [
    ["ESC ACK SOH", "1b 06 01"],
    ["ESC RS a", "1b 1e 61 03"],
  ],
  "star-enquiries": [["ENQ, EOT", "05 04"]],
  "star-counters": [
    ["ETB", "17"],
    ["ESC RS E", "1b 1e 45 00"],
    ["CAN", "18"],
    ["ESC GS ETX", "1b 1d 03 01 07 08"],
  ],
  "star-identity": [
    ["ESC # *", "1b 23 2a 0a 00"],
    ["ESC # N ?", "1b 23 33 3f"],
    ["ESC GS ) I", "1b 1d 29 49 01 00 31"],
    ["ESC GS B 1", "1b 1d 42 31"],
    ["ESC GS B 2", "1b 1d 42 32"],
    ["ESC GS y I", "1b 1d 79 49"],
    ["ESC GS x I", "1b 1d 78 49"],
  ],
  "star-drawers-and-buzzers": [
    ["BEL", "07"],
    ["ESC BEL", "1b 07 05 14"],
    ["SUB", "1a"],
    ["EM", "19"],
    ["FS", "1c"],
    ["ESC * r D", "1b 2a 72 44 33 00"],
    ["ESC GS BEL", "1b 1d 07 01"],
    ["ESC GS EM DC1", "1b 1d 19 11"],
    ["ESC GS EM DC2", "1b 1d 19 12"],
  ],
};

function hexOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8").replace(/#.*$/gm, "");
}

/** The bytes of the host, in the order they were typed. */
function typed(name: string, isDialogue: boolean): string {
  if (!isDialogue) return toHex(fromHex(hexOf(`paper/${name}/bytes.hex`)));
  const lines = hexOf(`answers/${name}.dialogue`).split("\n");
  const sent = lines.filter((line) => line.startsWith(">")).map((line) => line.slice(1));
  return toHex(fromHex(sent.join(" ")));
}

const rows = [printed, answered].flatMap((index, at) =>
  Object.entries(index).flatMap(([name, commands]) =>
    commands.map(([command, hex]) => ({ command, hex, name, isDialogue: at === 1 })),
  ),
);

test.each(rows)("$command is shown by $name", ({ hex, name, isDialogue }) => {
  expect(typed(name, isDialogue)).toMatch(new RegExp(`(^| )${hex}( |$)`));
});
