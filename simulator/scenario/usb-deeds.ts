/** What a line can do to the USB cables. Faults of one cable end when it is pulled. */
import type { UsbChange, UsbName } from "../ports/usbip/rack.ts";
import { type DeedRow, row } from "./deed-row.ts";
import type { Deed } from "./scenario.ts";

const on =
  (usb: UsbName, change: UsbChange): Deed =>
  (stage) =>
    stage.changeUsb(usb, change);

export const usbRows: readonly DeedRow[] = [
  row("pull usb of {usb}", ({ usb }) => on(usb, { plugged: false })),
  row("pull usb of {usb} after {count} bytes", ({ usb, count }) =>
    on(usb, { unplugAfterBytes: count }),
  ),
  row("plug usb of {usb}", ({ usb }) => on(usb, { plugged: true })),
  row("plug usb of {usb} as product {hex}", ({ usb, hex: [high = 0, low = 0] }) =>
    on(usb, { productId: (high << 8) | low, plugged: true }),
  ),
  row("nak usb of {usb} for {time}", ({ usb, time }) => on(usb, { nakMs: time })),
  row("nak usb of {usb} for {time} after {count} bytes", ({ usb, time, count }) =>
    on(usb, { nakMs: time, nakAfterBytes: count }),
  ),
  row("stall usb of {usb} out", ({ usb }) => on(usb, { stall: "out" })),
  row("stall usb of {usb} in", ({ usb }) => on(usb, { stall: "in" })),
  row("mute usb of {usb} for {time}", ({ usb, time }) => on(usb, { muteMs: time })),
  row("send {count} empty packets on usb of {usb}", ({ usb, count }) =>
    on(usb, { emptyPackets: count }),
  ),
  row("split usb of {usb} into {count} byte packets", ({ usb, count }) =>
    on(usb, { packetBytes: count }),
  ),
  row("hold usb of {usb}", ({ usb }) => on(usb, { held: true })),
  row("free usb of {usb}", ({ usb }) => on(usb, { held: false })),
  row("deny usb of {usb}", ({ usb }) => on(usb, { denied: true })),
  row("allow usb of {usb}", ({ usb }) => on(usb, { denied: false })),
];
