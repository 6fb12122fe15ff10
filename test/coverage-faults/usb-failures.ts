/** Failures of USB, at the till's own links. */
import type { Failure } from "./failure.ts";

const toPrinter = { target: "printer" } as const;
const udev =
  "put this rule into /etc/udev/rules.d/70-guitai.rules: " +
  'SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="04b8", ' +
  'ATTR{idProduct}=="0e28", MODE="0660", GROUP="dialout", TAG+="uaccess"';

export const usbFailures: readonly Failure[] = [
  {
    row: 1,
    what: "the kernel's driver, or another program, holds the interface",
    atLink: [
      // The kernel's driver has it from the start.
      { ...toPrinter, steps: ["open", "write 10 04 01"], tells: ["opened", "data 12"] },
      {
        ...toPrinter,
        steps: ["hold usb of printer", "open"],
        tells: ["closed the interface is held by another program"],
      },
    ],
  },
  {
    row: 2,
    what: "no rights to open the device",
    atLink: [
      {
        ...toPrinter,
        steps: ["deny usb of printer", "open"],
        tells: [`closed open error: failed to open device: permission denied (errno 13): ${udev}`],
      },
    ],
  },
  {
    row: 3,
    what: "on Windows: not found, not supported",
    notHere: "the refusal is WinUSB's own, for want of a driver: no device brings it about",
  },
  {
    row: 4,
    what: "claiming throws",
    atLink: [
      {
        ...{ ...toPrinter, seesDriver: false },
        steps: ["hold usb of printer", "open"],
        tells: ["closed claimInterface error: interface is busy (errno 16)"],
      },
    ],
  },
  {
    row: 5,
    what: "unplugged with several transfers pending",
    atLink: [
      {
        ...toPrinter,
        steps: ["open", "nak usb of printer for 60s", "write 41 42", "pull usb of printer"],
        tells: ["opened", "closed transferIn error: Disconnected"],
      },
      {
        ...toPrinter,
        steps: ["open", "pull usb of printer after 3 bytes", "write 41 42 43 44", "wait 200"],
        tells: ["opened", "closed transferIn error: Disconnected"],
      },
    ],
  },
  {
    row: 6,
    what: "a transfer that never ends is pending when it is closed",
    atLink: [
      {
        ...toPrinter,
        steps: ["open", "mute usb of printer for 600s", "write 10 04 01", "close", "wait 3000"],
        tells: ["opened", "closed null"],
      },
    ],
  },
  {
    row: 16,
    what: "an endpoint halts",
    atLink: [
      {
        ...toPrinter,
        steps: ["open", "stall usb of printer out", "write 10 04 01", "wait 1000"],
        tells: ["opened", "data 12"],
      },
      {
        ...toPrinter,
        steps: ["open", "stall usb of printer in", "write 10 04 01", "wait 1000"],
        tells: ["opened", "data 12"],
      },
    ],
  },
  {
    row: 17,
    what: "read errors, and reads without a byte, again and again",
    atLink: [
      {
        target: "hid-scanner",
        steps: ["open", "pull usb of hid-scanner", "wait 100"],
        tells: ["opened", "closed could not read from HID device"],
      },
      {
        ...toPrinter,
        steps: ["open", "send 20 empty packets on usb of printer", "write 10 04 01", "wait 2000"],
        tells: ["opened", "data 12"],
      },
    ],
  },
  {
    row: 18,
    what: "closed while it reads",
    atLink: [{ target: "hid-scanner", steps: ["open", "close"], tells: ["opened", "closed null"] }],
  },
  {
    row: 20,
    what: "the scanner is not in HID-POS mode: only a keyboard is there",
    atLink: [
      {
        target: "oem-scanner",
        steps: [
          ...["pull usb of hid-scanner", "open", `write 02 00 11${" 00".repeat(10)}`],
          "expect oem-scanner enabled",
        ],
        tells: ["opened", `data 04 00 03${" 00".repeat(61)}`],
      },
      {
        target: "hid-scanner",
        steps: ["pull usb of hid-scanner", "open"],
        tells: ["closed no such HID device"],
      },
      {
        target: "keyboard",
        steps: ["pull usb of hid-scanner", "open", "expect usb of keyboard taken"],
        tells: ["opened"],
      },
    ],
  },
];
