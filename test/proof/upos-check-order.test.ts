import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UposControl } from "#drivers/upos/control.ts";
import { extendedError, type UposError, uposError } from "#drivers/upos/error.ts";
import type { Operation } from "#drivers/upos/properties.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import { codeOf, controlOf, type Sharing } from "#test/support/upos-control.ts";

// Values are typed from the standard's tables, not taken from the code's own.
const SUCCESS = 0;
const E_CLOSED = 101;
const E_CLAIMED = 102;
const E_NOTCLAIMED = 103;
const E_DISABLED = 105;
const E_ILLEGAL = 106;
const E_NOHARDWARE = 107;
const E_BUSY = 113;

describe("the order of checks", () => {
  const bad: Operation = {
    isOutput: true,
    isLegal: false,
    needsIdle: true,
    hardware: uposError("E_NOHARDWARE"),
  };

  it("is closed, claim, disabled, illegal, busy, hardware: each hides what follows", () => {
    const device = new SharedDevice();
    const [control, other] = [controlOf("exclusive", device), controlOf("exclusive", device)];
    const told = [codeOf(control.check(bad))];
    const then = (step: () => unknown, operation = bad) => {
      step();
      told.push(codeOf(control.check(operation)));
    };
    then(() => control.open());
    then(() => other.open() && other.claim(0));
    then(() => other.release() && control.claim(0));
    then(() => control.setDeviceEnabled(true));
    then(() => control.setAsyncMode(true) && control.beginOutput(), { ...bad, isLegal: true });
    then(() => control.outputCompleted(1), { ...bad, isLegal: true });

    expect(told).toEqual([
      ...[E_CLOSED, E_NOTCLAIMED, E_CLAIMED, E_DISABLED, E_ILLEGAL, E_BUSY],
      E_NOHARDWARE,
    ]);
  });

  /** What the standard's table says, told from what the calls themselves answered. */
  interface Known {
    isOpen: boolean;
    isEnabled: boolean;
    outputs: number;
  }

  const calls = ["open", "close", "claim", "release", "enable", "disable", "begin", "end"] as const;

  function call(control: UposControl<string>, name: (typeof calls)[number], known: Known): void {
    const isDone = (error: UposError) => error.code === SUCCESS;
    if (name === "open" && isDone(control.open())) {
      Object.assign(known, { isOpen: true, isEnabled: false, outputs: 0 });
      control.setAsyncMode(true);
    }
    if (name === "close" && isDone(control.close())) {
      Object.assign(known, { isOpen: false, isEnabled: false, outputs: 0 });
    }
    if (name === "claim") control.claim(0);
    if (name === "enable" && isDone(control.setDeviceEnabled(true))) known.isEnabled = true;
    if (name === "disable" && isDone(control.setDeviceEnabled(false))) {
      Object.assign(known, { isEnabled: false, outputs: 0 });
    }
    if (name === "begin" && isDone(control.beginOutput().error)) known.outputs += 1;
    if (name === "end" && known.outputs > 0) {
      control.outputCompleted(control.properties.outputId - known.outputs + 1);
      known.outputs -= 1;
    }
  }

  function expected(
    { isOpen, isEnabled, outputs }: Known,
    operation: Operation,
    claim: { sharing: Sharing; holder: "mine" | "another's" | "nobody's" },
  ): number {
    if (!isOpen) return E_CLOSED;
    if (claim.sharing === "exclusive" && claim.holder === "another's") return E_CLAIMED;
    if (claim.sharing === "exclusive" && claim.holder === "nobody's") return E_NOTCLAIMED;
    if (claim.sharing === "shareable" && claim.holder === "another's" && operation.isOutput) {
      return E_CLAIMED;
    }
    if (!isEnabled) return E_DISABLED;
    if (operation.isLegal === false) return E_ILLEGAL;
    if (operation.needsIdle && outputs > 0) return E_BUSY;
    return operation.hardware?.code ?? SUCCESS;
  }

  const operation = fc.record({
    isOutput: fc.boolean(),
    isLegal: fc.boolean(),
    needsIdle: fc.boolean(),
    hardware: fc.constantFrom(uposError("SUCCESS"), uposError("E_OFFLINE"), extendedError(201)),
  });
  const step = fc.record({ who: fc.integer({ min: 0, max: 1 }), name: fc.constantFrom(...calls) });

  it.each(["exclusive", "shareable"] as const)("holds after any calls of two: %s", (sharing) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), operation, (steps, asked) => {
        const device = new SharedDevice();
        const both = [0, 1].map(() => {
          const known: Known = { isOpen: false, isEnabled: false, outputs: 0 };
          return { control: controlOf(sharing, device), known };
        });
        for (const { who, name } of steps) {
          const one = both[who];
          if (one === undefined) continue;
          if (name === "release") {
            const isDone = one.control.release().code === SUCCESS;
            if (isDone && sharing === "exclusive") {
              Object.assign(one.known, { isEnabled: false, outputs: 0 });
            }
          } else call(one.control, name, one.known);
          for (const { control, known } of both) {
            const owner = device.owner === control ? "mine" : "another's";
            const holder = device.owner === null ? "nobody's" : owner;
            expect(codeOf(control.check(asked))).toBe(expected(known, asked, { sharing, holder }));
          }
        }
      }),
    );
  });
});
