import type { DisplaySignal } from "#drivers/displays/signal.ts";
import type { DrawerSignal } from "#drivers/drawers/signal.ts";
import type { WeightReason } from "#drivers/scales/signal.ts";
import { keyboardLayouts } from "#drivers/scanners/keyboard-layout.ts";
import type { ScanNoise, ScannerSignal } from "#drivers/scanners/signal.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { KeyboardScanner } from "#simulator/devices/keyboard-scanner.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import type { Table } from "./provocation.ts";
import type { Stage } from "./stage.ts";

const off = { kind: "power", power: "off" } as const;

/** As the link tells when each report came. */
function stamped(report: Uint8Array, at: number): Uint8Array {
  const bytes = new Uint8Array(4 + report.length);
  new DataView(bytes.buffer).setUint32(0, at, true);
  bytes.set(report, 4);
  return bytes;
}

const noise = (reason: ScanNoise["reason"]) => ({ type: "ScanNoise", reason });

function sent(stage: Stage, bytes: Uint8Array): readonly ScannerSignal[] {
  stage.act("scanner", { kind: "bytes", bytes });
  stage.wait(8000);
  return stage.scanner.signals;
}

export const scannerTroubles: Table<`ScanNoise: ${ScanNoise["reason"]}`> = {
  "ScanNoise: too-long": {
    by: "scanner: 9000 bytes and a terminator",
    provoke: (s) => sent(s, new Uint8Array(9000).fill(0x41).with(8999, 0x0d)),
    tells: noise("too-long"),
  },
  "ScanNoise: stale-fragment": {
    by: "line: the scanner's cable cut after 5 bytes of a label",
    provoke: (s) => {
      s.disturb("scanner", { toHost: { cutAfter: 5 } });
      return sent(s, fromHex("36 39 30 31 32 33 34 35 36 37 38 39 32 0d"));
    },
    tells: noise("stale-fragment"),
  },
  "ScanNoise: not-text": {
    by: "scanner: bytes of another speed",
    provoke: (s) => sent(s, fromHex("e6 00 9e f8 78 0d")),
    tells: noise("not-text"),
  },
  "ScanNoise: bad-checksum": {
    by: "SSI scanner: a packet with one digit changed",
    counter: { scannerSpeaks: "ssi" },
    provoke: (s) => sent(s, fromHex("12 f3 00 00 0b 36 39 30 31 32 33 34 35 36 37 38 39 33 fc 42")),
    tells: noise("bad-checksum"),
  },
  "ScanNoise: unknown-report": {
    by: "SSI scanner: a whole packet of another kind",
    counter: { scannerSpeaks: "ssi" },
    provoke: (s) => sent(s, fromHex("04 a4 00 00 ff 58")),
    tells: noise("unknown-report"),
  },
  "ScanNoise: typed": {
    by: "keyboard scanner: 100 ms from key to key",
    provoke: () => {
      const keyboard = new KeyboardScanner();
      const driver = new WedgeScanner(keyboardLayouts.us);
      driver.open(millis(0));
      const signals: ScannerSignal[] = [];
      keyboard.trigger("6901234567892", { interKeyMs: 100 }, millis(0));
      for (let at = 0; at < 10_000; at += 10) {
        const now = millis(at);
        signals.push(...driver.wake(now).signals);
        for (const report of keyboard.wake(now).writes) {
          signals.push(...driver.receive(stamped(report, at), now).signals);
        }
      }
      return signals;
    },
    tells: noise("typed"),
  },
};

function weighing(stage: Stage, before: () => void): readonly object[] {
  before();
  stage.scale.obey({ type: "readWeight", readId: "r" });
  stage.wait(20_000);
  return stage.scale.signals;
}

const weightError = (reason: WeightReason) => ({ type: "WeightError", reason });

export const scaleTroubles: Table<`WeightError: ${WeightReason}`> = {
  "WeightError: unstable": {
    by: "scale: the pan never comes to rest",
    provoke: (s) =>
      weighing(s, () => {
        s.act("scale", { kind: "restless", restless: true });
        s.act("scale", { kind: "put", grams: 500 });
      }),
    tells: weightError("unstable"),
  },
  "WeightError: overweight": {
    by: "scale: 20 kg put on",
    provoke: (s) => weighing(s, () => s.act("scale", { kind: "put", grams: 20_000 })),
    tells: weightError("overweight"),
  },
  "WeightError: under-zero": {
    by: "scale: the pan lifted",
    provoke: (s) => weighing(s, () => s.act("scale", { kind: "put", grams: -100 })),
    tells: weightError("under-zero"),
  },
  "WeightError: unreadable": {
    by: "scale: its answers lack a character",
    provoke: (s) =>
      weighing(s, () => {
        s.act("scale", { kind: "put", grams: 500 });
        s.act("scale", { kind: "lose", answers: 99 });
      }),
    tells: weightError("unreadable"),
  },
  "WeightError: no-answer": {
    by: "scale: power off",
    provoke: (s) => weighing(s, () => s.act("scale", off)),
    tells: weightError("no-answer"),
  },
  "WeightError: superseded": {
    by: "the scale is asked twice",
    provoke: (s) => weighing(s, () => s.scale.obey({ type: "readWeight", readId: "first" })),
    tells: weightError("superseded"),
  },
  "WeightError: link-lost": {
    by: "the link is lost under a question",
    provoke: (s) => {
      s.scale.obey({ type: "readWeight", readId: "r" });
      s.scale.close();
      return s.scale.signals;
    },
    tells: weightError("link-lost"),
  },
};

const unshowable = (reason: DisplaySignal["reason"]) => ({ type: "Unshowable", reason });

export const displayTroubles: Table<`Unshowable: ${DisplaySignal["reason"]}`> = {
  "Unshowable: characters": {
    by: "a line with hanzi",
    provoke: (s) => {
      s.show("鲜橙汁");
      return s.display.signals;
    },
    tells: unshowable("characters"),
  },
  "Unshowable: too-long": {
    by: "a line of 30 letters",
    provoke: (s) => {
      s.show("A".repeat(30));
      return s.display.signals;
    },
    tells: unshowable("too-long"),
  },
  "Unshowable: not-an-amount": {
    by: "LED8: an amount with a letter",
    provoke: (s) => s.showDigits("12a"),
    tells: unshowable("not-an-amount"),
  },
};

type DrawerTrouble =
  | Exclude<DrawerSignal["type"], "DrawerKicked" | "DrawerSensed">
  | "DrawerSensed: open"
  | "DrawerSensed: closed";

export const drawerTroubles: Table<DrawerTrouble> = {
  DrawerKickFailed: {
    by: "the link is lost, then a kick",
    provoke: (s) => {
      s.drawer.close();
      s.drawer.obey({ type: "openDrawer", kickId: "k" });
      return s.drawer.signals;
    },
    tells: { type: "DrawerKickFailed" },
  },
  "DrawerSensed: open": {
    by: "drawer of its own: opened by key",
    provoke: (s) => {
      s.act("box", { kind: "open" });
      s.wait(2000);
      return s.drawer.signals;
    },
    tells: { type: "DrawerSensed", open: true },
  },
  "DrawerSensed: closed": {
    by: "drawer of its own: opened by key and pushed shut",
    provoke: (s) => {
      s.act("box", { kind: "open" });
      s.wait(2000);
      s.act("box", { kind: "close" });
      s.wait(2000);
      return s.drawer.signals;
    },
    tells: { type: "DrawerSensed", open: false },
  },
};
