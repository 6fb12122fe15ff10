/**
 * Runs inside the guest: the simulator's USB devices in this kernel, and the till's own devices on
 * them, through its device process and its links.
 */
import { passedSteps, say, stopSimulator } from "./counter.ts";
import { hidDrawer } from "./hid-drawer.ts";
import { hidScanner } from "./hid-scanner.ts";
import { oemScanner } from "./oem-scanner.ts";
import { serialScale } from "./serial-scale.ts";
import { serialScanner } from "./serial-scanner.ts";
import { usbPrinter } from "./usb-printer.ts";
import { wedgeScanner } from "./wedge-scanner.ts";

for (const [name, act] of Object.entries({
  usbPrinter,
  serialScanner,
  hidScanner,
  oemScanner,
  wedgeScanner,
  serialScale,
  hidDrawer,
})) {
  await act().catch((error: unknown) => say(`not ok ${name}: ${String(error)}`));
}
say(`done ${passedSteps()}`);
stopSimulator();
process.exit(0);
