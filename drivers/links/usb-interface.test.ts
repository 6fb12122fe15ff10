import { describe, expect, it } from "vitest";
import type { UsbEndpoint } from "#drivers/links/usb-binding.ts";
import { chooseInterface } from "#drivers/links/usb-interface.ts";

const bulk = (direction: "in" | "out", endpointNumber: number): UsbEndpoint => {
  return { direction, endpointNumber, type: "bulk", packetSize: 64 };
};
const report: UsbEndpoint = {
  direction: "in",
  endpointNumber: 1,
  type: "interrupt",
  packetSize: 8,
};

type Triple = readonly [number, number, number];

/** One interface for each entry, its alternate settings inside. */
function device(...interfaces: readonly (readonly [Triple, readonly UsbEndpoint[]])[][]) {
  return {
    configurationValue: 1,
    interfaces: interfaces.map((alternates, interfaceNumber) => ({
      interfaceNumber,
      alternates: alternates.map(([triple, endpoints], alternateSetting) => ({
        alternateSetting,
        interfaceClass: triple[0],
        interfaceSubclass: triple[1],
        interfaceProtocol: triple[2],
        endpoints,
      })),
    })),
  };
}

const printer = { vendorId: 0x1234, serves: "printer" } as const;
const epson = { vendorId: 0x04b8, serves: "printer" } as const;
const keyboard = { vendorId: 0x1234, serves: "keyboard" } as const;
const both = [bulk("out", 1), bulk("in", 2)];

describe("the interface that is talked to", () => {
  it("is the printer's, wherever it stands, with its own pair of endpoints", () => {
    const composite = device([[[3, 1, 1], [report]]], [[[7, 1, 2], both]]);

    expect(chooseInterface(printer, composite)).toEqual({
      configurationValue: 1,
      interfaceNumber: 1,
      alternateSetting: 0,
      in: { endpointNumber: 2, packetBytes: 64 },
      out: { endpointNumber: 1, packetBytes: 64 },
    });
  });

  it("is the alternate setting that also answers, before one that only listens", () => {
    const twoWays = device([
      [[7, 1, 1], [bulk("out", 1)]],
      [[7, 1, 2], both],
      [[7, 1, 3], both],
    ]);
    const oneWay = device([[[7, 1, 1], [bulk("out", 1)]]]);

    expect(chooseInterface(printer, twoWays)).toMatchObject({ alternateSetting: 1 });
    expect(chooseInterface(printer, oneWay)).toMatchObject({ alternateSetting: 0, in: null });
  });

  it("may be vendor specific where the maker is known to mean a printer, and nowhere else", () => {
    const quiet = device([[[255, 0, 0], both]]);

    expect(chooseInterface(epson, quiet)).toMatchObject({ interfaceNumber: 0 });
    expect(chooseInterface(printer, quiet)).toBeNull();
  });

  it("is never one of IEEE 1284.4 packets, nor one without an endpoint to write to", () => {
    expect(chooseInterface(printer, device([[[7, 1, 3], both]]))).toBeNull();
    expect(chooseInterface(printer, device([[[7, 1, 2], [bulk("in", 2)]]]))).toBeNull();
  });

  it("of a keyboard is the boot keyboard's, and is never written to", () => {
    const scanner = device(
      [[[3, 0, 0], [report]]],
      [[[3, 1, 2], [report]]],
      [[[3, 1, 1], [report]]],
    );

    expect(chooseInterface(keyboard, scanner)).toMatchObject({
      interfaceNumber: 2,
      in: { endpointNumber: 1, packetBytes: 8 },
      out: null,
    });
    expect(chooseInterface(keyboard, device([[[3, 0, 0], [report]]]))).toBeNull();
  });
});
