import { expect, it } from "vitest";
import { nothingThere, type Sighting } from "#drivers/discovery/sighting.ts";
import { openHidDevice } from "#drivers/links/hid-device.ts";
import type { HidAddress } from "#drivers/links/message.ts";
import { memoryLinks, newest } from "#test/support/memory-link.ts";

const ids: HidAddress = { link: "hid", vendorId: 0x0c2e, productId: 0x0b61, usagePage: 0x8c };
const socket: HidAddress = { ...ids, portPath: "1-2" };
const there: Sighting = { ...nothingThere, node: "/dev/hidraw3", mark: "a" };
const twins = ["usb:0c2e:0b61@1-2", "usb:0c2e:0b61@1-3"];

/** @param sightings what each look in turn shows */
function opening(address: HidAddress, ...sightings: readonly Sighting[]) {
  const told: string[] = [];
  const { links, openLink } = memoryLinks();
  let looks = 0;
  const events = {
    opened: () => told.push("opened"),
    data: (bytes: Uint8Array) => told.push(`data ${bytes.length}`),
    closed: (reason: string | null) => told.push(`closed: ${reason}`),
  };
  const look = () => sightings[looks++] ?? nothingThere;
  openHidDevice(address, events, { look, open: openLink });
  return { told, links };
}

it("opens neither of two that fit, and names both", () => {
  const { told, links } = opening(ids, { ...nothingThere, alike: twins, mark: "two" });

  expect(links).toEqual([]);
  expect(told).toEqual([
    "closed: More than one device fits: usb:0c2e:0b61@1-2, usb:0c2e:0b61@1-3 [device/ambiguous]",
  ]);
});

it("opens by its ids where one fits, or where nobody can look", () => {
  for (const sighting of [there, nothingThere]) {
    const { links } = opening(ids, sighting);

    expect(newest(links).address).toEqual(ids);
  }
});

it("opens the one in its socket, under the file that it has at this moment", () => {
  const { told, links } = opening(socket, there, there);
  newest(links).plug();

  expect(newest(links).address).toEqual({ ...socket, path: "/dev/hidraw3" });
  expect(told).toEqual(["opened"]);
  expect(opening(socket).told).toEqual(["closed: no such HID device"]);
});

it("lets go of another one that took its file", () => {
  const { told, links } = opening(socket, there, { ...there, mark: "b" });
  newest(links).plug();

  expect(newest(links).isClosed).toBe(true);
  expect(told).toEqual(["closed: another device took the port"]);
});
