import { describe, expect, test } from "vitest";
import { type MemoryBench, memoryBench } from "../bench/memory-bench.ts";
import { parseScenario } from "./parse.ts";

const text = (words: string) => new TextEncoder().encode(words);
const CUT = "\x1dVB\x00";

function playing(...lines: readonly string[]): MemoryBench {
  const bench = memoryBench();
  bench.host.play(parseScenario(lines.join("\n"), "x"));
  return bench;
}

const outcome = ({ host }: MemoryBench) => {
  const { outcome: how, line, failure } = host.state.scenario ?? {};
  return { how, line, failure };
};

describe("a line waits for its moment:", () => {
  test("a time since the start, or since the line before", () => {
    const bench = playing("at 2s open cover", "after 500ms close cover", "at 1s paper out");
    const { host, clock } = bench;

    clock.advance(1999);
    expect(host.state.printer.cover).toBe("closed");
    clock.advance(1);
    expect(host.state.printer.cover).toBe("open");
    clock.advance(499);
    expect(host.state.printer.cover).toBe("open");
    clock.advance(1);

    expect(host.state.printer).toMatchObject({ cover: "closed", paper: "out" });
    expect(outcome(bench)).toMatchObject({ how: "passed", line: 3 });
  });

  test("so many bytes from the host, to the byte", () => {
    const bench = playing("after 6 bytes cut cable", 'expect paper contains "one"');

    bench.printer.send(text("one\ntwo\nthree\n"));
    bench.clock.advance(6000);

    expect(bench.host.counter.line("printer").toDevice.lost).toBe(8);
    expect(bench.host.counter.printer.paper.openRows).toBe(1);
    expect(outcome(bench).how).toBe("passed");
  });

  test("an event, of which the line before may be the cause", () => {
    const bench = playing(
      "open drawer",
      "on drawer closed open cover",
      "close cover",
      "open drawer",
      "close drawer",
      "on drawer closed paper out",
    );

    bench.host.act("drawer", { kind: "close" });

    expect(bench.host.state.printer).toMatchObject({ cover: "closed", paper: "out" });
    expect(outcome(bench).how).toBe("passed");
  });

  test("the so-manieth printed line", () => {
    const bench = playing("on 2 lines printed paper out", "after 1s paper in");
    bench.printer.send(text(`one\ntwo\nthree\n${CUT}`));

    bench.clock.advance(900);
    expect(bench.host.state.receipts.rows).toBe(2);
    bench.clock.advance(2000);

    expect(bench.host.state.receipts).toMatchObject({ printing: null, newest: 1 });
  });

  test("a scan of one label and not of another", () => {
    const bench = playing('on scan "222" open drawer');

    bench.host.act("scanner", { kind: "trigger", label: "111" });
    expect(outcome(bench).how).toBe("running");
    bench.host.act("scanner", { kind: "trigger", label: "222" });

    expect(bench.host.state.drawer.open).toBe(true);
  });
});

describe("what is expected", () => {
  test("may take a while", () => {
    const bench = playing('expect paper contains "合计"', "expect 1 receipts");
    bench.clock.advance(4000);

    bench.printer.send(Uint8Array.from([0xba, 0xcf, 0xbc, 0xc6, 0x0a, ...text(CUT)]));
    bench.clock.advance(1000);

    expect(outcome(bench)).toMatchObject({ how: "passed", failure: null });
  });

  test("and does not come fails, with what is there instead", () => {
    const bench = playing("open cover", 'expect paper contains "X"', "paper out");
    bench.printer.send(text("Y\n"));

    bench.clock.advance(5000);

    expect(outcome(bench)).toEqual({
      how: "failed",
      line: 2,
      failure: 'x:2: expect paper contains "X": the paper says ""',
    });
    expect(bench.host.state.printer.paper).toBe("ok");
  });

  test("waits as long as it is told", () => {
    const bench = playing("within 20s expect drawer open");

    bench.clock.advance(19_999);
    expect(outcome(bench).how).toBe("running");
    bench.clock.advance(1);

    expect(outcome(bench).failure).toBe("x:1: within 20s expect drawer open: it is closed");
  });

  test("counts from the scenario's start", () => {
    const bench = memoryBench();
    bench.printer.send(text(`old\n${CUT}`));
    bench.clock.advance(5000);
    bench.host.act("scanner", { kind: "trigger", label: "1" });

    const lines = ['expect paper lacks "old"', "expect 0 receipts", "scan 2", "expect 1 scans"];
    bench.host.play(parseScenario(lines.join("\n"), "x"));

    expect(outcome(bench).how).toBe("passed");
  });
});

test("an event that does not happen is given up in the end", () => {
  const bench = playing("within 3s on cut open drawer");

  bench.clock.advance(3000);

  expect(outcome(bench).failure).toBe(
    "x:1: within 3s on cut open drawer: it did not happen within 3 s",
  );
});

test("a new scenario stops the one before, and stopping ends it", () => {
  const bench = playing("at 1s open cover");

  bench.host.play(parseScenario("at 2s paper out", "y"));
  bench.clock.advance(1500);
  expect(bench.host.state.printer.cover).toBe("closed");
  bench.host.stopScenario();
  bench.clock.advance(5000);

  expect(bench.host.state.printer.paper).toBe("ok");
  expect(outcome(bench).how).toBe("stopped");
});

test("the same file does the same on the same clock", () => {
  const play = () => {
    const bench = playing("lose 20% of bytes to printer seed 7", "after 40 bytes open cover");
    bench.printer.send(text("0123456789\n".repeat(9)));
    bench.clock.advance(10_000);
    return bench.host.state;
  };

  expect(play()).toEqual(play());
});
