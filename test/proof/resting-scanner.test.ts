import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HidTwin, ScanningTill, SsiTwin } from "#test/support/scanning-till.ts";

const steps = ["sign on", "sign off", "pull the plug", "plug in", "refused scan"] as const;
const step = fc.record({
  what: fc.constantFrom(...steps),
  thenMs: fc.integer({ min: 0, max: 700 }),
});

function take(till: ScanningTill, what: (typeof steps)[number]): void {
  switch (what) {
    case "sign on":
      till.put({ type: "pinChecked", staffNo: "1001", isRight: true });
      break;
    case "sign off":
      till.put({ type: "intent", intent: { type: "signOff" } });
      break;
    case "pull the plug":
      till.twin.unplug();
      break;
    case "plug in":
      till.twin.plug();
      break;
    case "refused scan":
      till.twin.scan("4006381333948");
      break;
  }
}

describe.each([
  ["SSI", () => new SsiTwin()],
  ["Honeywell HID-POS", HidTwin.honeywell],
  ["USB-OEM", HidTwin.oem],
] as const)("a scanner that speaks %s", (_, twinOf) => {
  it("reads if and only if a cashier is signed on, whatever came between and however fast", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (moves, isOnAtLast) => {
        const till = new ScanningTill(twinOf(), "signed on");
        for (const { what, thenMs } of moves) {
          take(till, what);
          till.advance(thenMs);
        }
        take(till, isOnAtLast ? "sign on" : "sign off");
        take(till, "plug in");
        till.advance(30_000);
        till.heard.length = 0;

        till.scan("6901234567892");

        expect(till.heard).toEqual(isOnAtLast ? ["6901234567892"] : []);
        expect(till.diagnosis?.deviceEnabled).toBe(isOnAtLast);
      }),
    );
  });
});
