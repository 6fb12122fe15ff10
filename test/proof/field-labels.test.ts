import { describe, expect, test } from "vitest";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import { fromScanner } from "#runtime/effects/signals.ts";
import { readCode } from "#state/barcode.ts";
import { millis } from "#state/base/units.ts";
import { configuration } from "#test/support/shop.ts";

/**
 * Labels as scanners of several makers send them, from the bytes on the line to what the till
 * makes of them: `gtin 0…`, `gs1 0…` with what else the label says, `in-store PLU meaning value`,
 * or nothing at all. `^` stands for FNC1, byte 1D. Typed from the makers' tables of identifiers.
 */
const maker = "09506000134352";
const link = `https://id.gs1.org/01/${maker}/10/A%2FB%20%E6%B1%89?17=261130&3103=000195`;

const labels: readonly (readonly [sent: string, means: string])[] = [
  ["]E06901234567892", "gtin 06901234567892"],
  ["]E00042100005264", "gtin 00042100005264"],
  ["]E0042100005264", "gtin 00042100005264"],
  ["]E004252614", "gtin 00042100005264"],
  ["]E496385074", "gtin 00000096385074"],
  ["6901234567892", "gtin 06901234567892"],
  // A magazine with its issue, in one read or in two.
  ["]E3977123456700305", "gtin 09771234567003"],
  ["]E3978030640615751299", "gtin 09780306406157"],
  ["]E105", "nothing"],
  ["]E251299", "nothing"],
  // A case of goods is not the piece in it: its own number, which no shop sells by mistake.
  ["]I116901234567899", "gtin 16901234567899"],
  ["]I016901234567898", "bad-check-digit"],
  ["]C02112345012346", "in-store 12345 weight 1234"],
  ["]E02112345012347", "bad-check-digit"],
  ["]C0211234501234005670", "in-store 12345 weight 567"],
  [`]C101${maker}3103001234`, `gs1 ${maker} weight=1234`],
  [`]C101${maker}10LOT-7^3922001580`, `gs1 ${maker} price=1580 batch=LOT-7`],
  // The field of variable length comes last, and no FNC1 ends it.
  [`]C101${maker}1726113010LOT7`, `gs1 ${maker} expiry=261130 batch=LOT7`],
  [`]C1^01${maker}21S1`, `gs1 ${maker} serial=S1`],
  ["]C100340123456789012349", "not-an-article"],
  ["]C2A1B2C3", "not-an-article"],
  ["]C4=W123412345678", "not-an-article"],
  [`]d201${maker}10A^21S1^3103000500`, `gs1 ${maker} weight=500 batch=A serial=S1`],
  [`]Q301${maker}10A`, `gs1 ${maker} batch=A`],
  [`]e001${maker}3922001580`, `gs1 ${maker} price=1580`],
  [`]e001${maker}`, `gs1 ${maker}`],
  [`]e0${maker}`, `gtin ${maker}`],
  [`]Q1${link}`, `gs1 ${maker} weight=195 expiry=261130`],
  [`${link}#x`, `gs1 ${maker} weight=195 expiry=261130`],
  ["]Q1https://id.gs1.org/01/09506000134353", "bad-check-digit"],
  ["]Q1https://weixin.qq.com/r/01/abc", "not-an-article"],
  // No identifier: the label itself says what it is.
  [`01${maker}10A^3103000500`, `gs1 ${maker} weight=500 batch=A`],
  [`^01${maker}10A`, `gs1 ${maker} batch=A`],
];

/** As bytes on the line, a CR behind each label. */
const bytesOf = (...sent: readonly string[]) =>
  new TextEncoder().encode(sent.map((each) => `${each.replaceAll("^", "\u001d")}\r`).join(""));

/** What the till makes of bytes that come in so many pieces, a millisecond apart. */
function read(bytes: Uint8Array, pieces: number): readonly string[] {
  const scanner = new SerialScanner();
  scanner.open(millis(0));
  const size = Math.ceil(bytes.length / pieces);
  const meanings: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    for (const signal of scanner.receive(piece, millis(1000 + at)).signals) {
      const inputs = fromScanner(signal);
      meanings.push(...(inputs.length === 0 ? ["nothing"] : inputs.map(meaning)));
    }
  }
  return meanings;
}

function meaning(input: ReturnType<typeof fromScanner>[number]): string {
  if (input.type !== "scanned") return input.type;
  const { label: text, symbology } = input;
  const code = readCode({ text, entry: "scanned", symbology }, configuration.inStoreCodes);
  switch (code.kind) {
    case "gtin":
      return `gtin ${code.gtin}`;
    case "gs1": {
      const says = Object.entries(code.details).map(([name, value]) => ` ${name}=${value}`);
      return `gs1 ${code.gtin}${says.join("")}`;
    }
    case "in-store":
      return `in-store ${code.plu} ${code.meaning} ${code.value}`;
    default:
      return code.kind;
  }
}

describe("a label of the field", () => {
  test.each(labels)("%s means %s", (sent, means) => {
    expect(read(bytesOf(sent), 1)).toEqual([means]);
    expect(read(bytesOf(sent), 40)).toEqual([means]);
  });

  test("is itself however many share a packet", () => {
    const all = bytesOf(...labels.map(([sent]) => sent));
    const means = labels.map(([, each]) => each);

    for (const pieces of [1, 7, 40]) expect(read(all, pieces)).toEqual(means);
  });
});
