import { expect, it } from "vitest";
import { nothingThere, type Sighting } from "#drivers/discovery/sighting.ts";
import { openSerialDevice } from "#drivers/links/serial-device.ts";
import { memoryLinks, newest } from "#test/support/memory-link.ts";

const address = { link: "serial", path: { portPath: "1-2" }, baudRate: 9600 } as const;
const at = (node: string, mark: string): Sighting => ({ ...nothingThere, node, mark });

/** @param sightings what each look in turn shows */
function opening(...sightings: readonly Sighting[]) {
  const told: string[] = [];
  const { links, openLink } = memoryLinks();
  let looks = 0;
  const link = openSerialDevice(
    address,
    {
      opened: () => told.push("opened"),
      data: (bytes) => told.push(`data ${bytes.length}`),
      closed: (reason) => told.push(`closed: ${reason}`),
    },
    {
      look: () => sightings[looks++] ?? nothingThere,
      open: (path, { baudRate }, events) => openLink({ link: "serial", path, baudRate }, events),
    },
  );
  return { told, links, link };
}

it("opens the port that the device has at this moment", () => {
  const { told, links } = opening(at("/dev/ttyUSB1", "a"), at("/dev/ttyUSB1", "a"));
  newest(links).plug();
  newest(links).send("41");

  expect(newest(links).address).toMatchObject({ path: "/dev/ttyUSB1" });
  expect(told).toEqual(["opened", "data 1"]);
});

it("opens nothing where nothing is, and neither of two", () => {
  const alike = ["usb:05f9:4204@1-2", "usb:05f9:4204@1-3"];
  const none = opening();
  const two = opening({ ...nothingThere, alike, mark: "two" });

  expect([...none.links, ...two.links]).toEqual([]);
  expect(none.told).toEqual(["closed: no such serial device"]);
  expect(two.told).toEqual([
    "closed: More than one device fits: usb:05f9:4204@1-2, usb:05f9:4204@1-3 [device/ambiguous]",
  ]);
});

it("lets go, unheard, of another device that took the port while it was being opened", () => {
  const { told, links } = opening(at("/dev/ttyUSB0", "ours"), nothingThere);
  newest(links).plug();

  expect(newest(links).isClosed).toBe(true);
  expect(newest(links).takeWritten()).toBe("");
  expect(told).toEqual(["closed: another device took the port"]);
});
