import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { ANSWER_WITHIN, SENDINGS_MAX, SsiScanner } from "./ssi-scanner.ts";

const start = millis(1000);
/** The guide's own frames. */
const ean13 = "12 f3 00 00 0b 36 39 30 31 32 33 34 35 36 37 38 39 32 fc 42";
const again = "12 f3 00 01 0b 36 39 30 31 32 33 34 35 36 37 38 39 32 fc 41";
const ack = fromHex("04 d0 04 00 ff 28");
const nak = fromHex("05 d1 04 00 01 ff 25");
const segmentAck = fromHex("04 74 04 00 ff 84");

const hexOf = ({ writes }: { readonly writes: readonly Uint8Array[] }) => writes.map(toHex);
const read = (scanner: SsiScanner, label: string) => scanner.act({ kind: "trigger", label }, start);

describe("a scanner that speaks SSI", () => {
  test("sends a packet and is content with an answer, however it is split", () => {
    const scanner = new SsiScanner();

    expect(hexOf(read(scanner, "6901234567892"))).toEqual([ean13]);
    for (const byte of ack) scanner.receive(Uint8Array.of(byte), start);

    expect(scanner.deadline).toBeNull();
  });

  test("repeats what nobody answers, marked so, and gives up at last", () => {
    const scanner = new SsiScanner();
    read(scanner, "6901234567892");
    const at = (times: number) => millis(start + times * ANSWER_WITHIN);

    for (let sending = 1; sending < SENDINGS_MAX; sending += 1) {
      expect(hexOf(scanner.wake(at(sending)))).toEqual([again]);
    }

    expect(scanner.wake(at(SENDINGS_MAX)).events).toEqual([
      { kind: "scan dropped", why: "not acknowledged" },
    ]);
    expect(scanner.deadline).toBeNull();
  });

  test("sends again at once when it is asked to", () => {
    const scanner = new SsiScanner();
    read(scanner, "6901234567892");

    expect(hexOf(scanner.receive(nak, start))).toEqual([again]);
  });

  test("holds the next label back until the one before is answered", () => {
    const scanner = new SsiScanner();
    read(scanner, "96385074");

    expect(hexOf(read(scanner, "6901234567892"))).toEqual([]);
    expect(hexOf(scanner.receive(ack, start))).toEqual([ean13]);
  });

  test("parts a long label into numbered segments", () => {
    const scanner = new SsiScanner();
    const label = "Z".repeat(500);
    const body = (count: number) => Array.from({ length: count }, () => "5a").join(" ");

    const first = scanner.act({ kind: "trigger", label, symbology: "qr" }, start);
    const second = scanner.receive(segmentAck, start);
    const third = scanner.receive(segmentAck, start);

    expect([first, second, third].flatMap(hexOf)).toEqual([
      `ff 73 02 00 00 f3 00 00 01 f7 1c 01 01 f4 ${body(241)} a6 d5`,
      `ff 73 00 00 01 ${body(250)} a6 a9`,
      `0e 73 00 00 02 ${body(9)} fc 53`,
    ]);
  });

  test("without power it forgets, and what it is told is nothing", () => {
    const scanner = new SsiScanner();
    read(scanner, "6901234567892");
    scanner.power("off", start);

    expect(read(scanner, "96385074").events).toEqual([{ kind: "scan dropped", why: "no power" }]);
    expect(scanner.receive(nak, start).writes).toEqual([]);
    expect(scanner.deadline).toBeNull();
  });

  test("does as it is told, and says so once, however often it is told again", () => {
    const scanner = new SsiScanner();
    const tell = (hex: string) => {
      const { writes, events } = scanner.receive(fromHex(hex), start);
      const did = events.flatMap((event) => (event.kind === "scanner obeyed" ? [event.what] : []));
      return [...writes.map(toHex), ...did];
    };
    const taken = "04 d0 00 00 ff 2c";

    expect(tell("05 e6 04 00 00 ff 11")).toEqual([taken, "beeped"]);
    expect(tell("05 e6 04 01 00 ff 10")).toEqual([taken]);
    expect(tell("05 e6 04 00 00 ff 11")).toEqual([taken, "beeped"]);
    expect(tell("04 e4 04 00 ff 14")).toEqual([taken, "trigger pulled"]);
    expect(tell("04 e5 04 00 ff 13")).toEqual([taken, "trigger let go"]);
    expect(tell("05 e7 04 00 01 ff 0f")).toEqual([taken, "light on"]);
    // Hurt on the way: send again. Not known here: no.
    expect(tell("05 e6 04 00 00 ff 12")).toEqual(["05 d1 00 00 01 ff 29"]);
    expect(tell("04 99 04 00 ff 5f")).toEqual(["05 d1 00 00 02 ff 28"]);
  });

  test("reads nothing while it is disabled, and again when it is enabled or switched on", () => {
    const scanner = new SsiScanner();
    const disable = fromHex("04 ea 04 00 ff 0e");

    scanner.receive(disable, start);
    expect(read(scanner, "96385074").events).toEqual([{ kind: "scan dropped", why: "disabled" }]);
    scanner.receive(fromHex("04 e9 04 00 ff 0f"), start);
    expect(read(scanner, "96385074").events).toEqual([{ kind: "scanned", label: "96385074" }]);
    scanner.receive(disable, start);
    scanner.power("off", start);
    scanner.power("on", start);
    expect(read(scanner, "96385074").events).toEqual([{ kind: "scanned", label: "96385074" }]);
  });
});
