import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawerCatalog } from "#drivers/catalog.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";

const dialogue = (name: string) =>
  new URL(`../../test/golden/dialogues/drawer-${name}.dialogue`, import.meta.url);
const command = ([, kickId = ""]: readonly string[]) => ({ type: "openDrawer", kickId }) as const;

const boxes = Object.entries(drawerCatalog).filter(([, { link }]) => link === "serial");

describe("a drawer behind a trigger box", () => {
  it.each([
    ["trigger", "serial-trigger"],
    ["ibm-4840", "ibm-4840-second"],
    ["acode", "acode-usb"],
  ] as const)("holds the dialogue of %s", (name, row) => {
    replayFile(dialogue(name), { driver: drawerCatalog[row].make({}), command });
  });

  it("opens on the bytes that the shop has set", () => {
    const driver = drawerCatalog["serial-trigger"].make({ trigger: [0x1b, 0x70, 0x00] });
    driver.open(millis(0));

    const { writes } = driver.obey(command(["kick", "a"]), millis(0));

    expect(writes).toEqual([Uint8Array.of(0x1b, 0x70, 0x00)]);
  });

  it.each([
    ["high", 0x01, true],
    ["low", 0x01, false],
    ["low", 0x00, true],
  ] as const)("whose switch is %s when open reads %s as open: %s", (openLevel, answer, open) => {
    const driver = drawerCatalog["ibm-4840"].make({ openLevel });
    driver.open(millis(0));
    driver.obey(command(["kick", "a"]), millis(0));
    driver.wake(millis(500));

    const { signals } = driver.receive(Uint8Array.of(answer), millis(510));

    expect(signals).toEqual([{ type: "DrawerSensed", open }]);
  });

  it.each(boxes)("%s sends no byte before it is told to open, whatever the line says", (_, row) => {
    const step = fc.record({ bytes: fc.uint8Array({ maxLength: 8 }), pause: fc.nat(5000) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const driver = row.make({});
        let now = 0;
        const outputs = [driver.open(millis(now))];
        for (const { bytes, pause } of steps) {
          now += pause;
          outputs.push(driver.receive(bytes, millis(now)), driver.wake(millis(now)));
        }

        expect(outputs.flatMap(({ writes }) => writes)).toEqual([]);
      }),
    );
  });
});
