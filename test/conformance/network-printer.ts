import { once } from "node:events";
import { connect } from "node:net";
import jsqr from "jsqr";
import { vi } from "vitest";
import { BenchHost } from "#simulator/bench/host.ts";
import { MemoryPort, WoundClock } from "#simulator/bench/memory-bench.ts";
import type { PaperRow, Receipt } from "#simulator/paper/paper.ts";
import { openTcp } from "#simulator/ports/tcp.ts";
import { UsbRack } from "#simulator/ports/usbip/rack.ts";
import { perWire, virtualCounter } from "#simulator/virtual-counter.ts";

/** The virtual counter with its printer on the network, and a clock that the test winds. */
export async function networkPrinter(language: "escpos" | "star-line" = "escpos") {
  const clock = new WoundClock();
  const plug = await openTcp({ port: 0 }, clock);
  const counter = virtualCounter({
    printer: { receiveBufferBytes: 65_536, language },
    flowControl: true,
  });
  const ports = { ...perWire(() => new MemoryPort()), printer: plug };
  const host = new BenchHost({ counter, clock, ports, usb: new UsbRack(counter, clock) });
  return {
    port: plug.number,
    counter,
    events: () => host.state.log.map(({ event }) => event),
    close: () => host.close(),
    /** Sends a job as a client would, and hangs up. */
    async send(bytes: Uint8Array): Promise<void> {
      const socket = connect(plug.number, "127.0.0.1");
      await once(socket, "connect");
      socket.end(bytes);
      await once(socket.resume(), "close");
    },
    /** The first receipt that was cut. */
    async receipt(): Promise<Receipt> {
      return vi.waitFor(() => {
        clock.advance(1000);
        const receipt = counter.printer.paper.receipts.find(({ edge }) => edge !== "open");
        if (receipt === undefined) throw new Error("nothing was cut yet");
        return receipt;
      });
    },
  };
}

/** What a telephone reads from the first square picture or QR code on the paper. */
export function readQr({ rows }: Receipt): string | null {
  for (const row of rows) {
    const square = squareOf(row);
    if (square === null) continue;
    const found = jsqr.default(
      photograph(square),
      square.side + 2 * QUIET,
      square.side + 2 * QUIET,
    );
    if (found !== null) return found.data;
  }
  return null;
}

interface Square {
  readonly side: number;
  readonly isDark: (x: number, y: number) => boolean;
}

const QUIET = 24;

function squareOf(row: PaperRow): Square | null {
  if (row.kind === "qr") {
    const { size, modules, moduleDots } = row;
    const at = (dots: number) => Math.floor(dots / moduleDots);
    return {
      side: size * moduleDots,
      isDark: (x, y) => modules[at(y) * size + at(x)] === 1,
    };
  }
  if (row.kind !== "raster" || Math.abs(row.widthDots - row.heightDots) > 8) return null;
  const stride = Math.ceil(row.widthDots / row.scaleX / 8);
  return {
    side: Math.min(row.widthDots, row.heightDots),
    isDark: (x, y) => (((row.bits[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1,
  };
}

/** Dots as a camera's pixels, with a white margin around. */
function photograph({ side, isDark }: Square): Uint8ClampedArray {
  const width = side + 2 * QUIET;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (!isDark(x, y)) continue;
      pixels.fill(
        0,
        ((y + QUIET) * width + x + QUIET) * 4,
        ((y + QUIET) * width + x + QUIET) * 4 + 3,
      );
    }
  }
  return pixels;
}
