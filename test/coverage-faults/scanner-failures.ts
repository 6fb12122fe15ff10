/** Failures of scanning and of the lines that scanners are on. */
import type { Failure } from "./failure.ts";

const toPrinter = { target: "printer" } as const;
const water = "6901234567892";
const waterHex = "36 39 30 31 32 33 34 35 36 37 38 39 32 0d";
const long = `https://shop.example/01/${"7".repeat(60)}`;

export const scannerFailures: readonly Failure[] = [
  {
    row: 19,
    what: "a label of several reports, whose last part is late or missing",
    atDriver: [
      {
        driver: "HID scanner",
        simulator: ["hid-scanner sends last part 80ms late", `scan "${long}" on hid-scanner`],
        says: ["ScanData"],
        never: ["ScanNoise"],
      },
      {
        driver: "HID scanner",
        simulator: ["hid-scanner loses last part", `scan "${long}" on hid-scanner`],
        says: ["ScanNoise.reason stale-fragment"],
        never: ["ScanData"],
      },
      {
        driver: "OEM scanner",
        simulator: [
          "oem-scanner sends last part 80ms late",
          `on command "enabled" scan "${long}" on oem-scanner`,
        ],
        till: [{ type: "enable" }],
        says: ["ScanData"],
        never: ["ScanNoise"],
      },
    ],
  },
  {
    row: 21,
    what: "the keyboard's layout, its other Enter, Caps Lock",
    atDriver: [
      {
        driver: "keyboard scanner, French",
        simulator: [`type ${water} in layout fr`, `after 2s type ${water} in layout fr`],
        says: ["ScanData"],
        counts: { ScanData: 2 },
      },
      {
        driver: "keyboard scanner",
        simulator: [
          `type ${water} ending keypad-enter`,
          `after 2s type ${water} with caps lock`,
          `after 2s type ${water} in alt codes`,
          `after 2s type ${water} without releases`,
        ],
        says: ["ScanData"],
        counts: { ScanData: 4 },
      },
    ],
  },
  {
    row: 22,
    what: "one scan arrives twice: two terminators, a repeated chunk, an answer that was lost",
    atDriver: [
      {
        driver: "serial scanner",
        simulator: [`scan ${water} ending crlf`, `after 2s scan ${water} ending crlf`],
        says: ["ScanData"],
        counts: { ScanData: 2 },
      },
      {
        // The line repeats it whole: that is the till's to judge, so the driver tells both.
        driver: "serial scanner",
        simulator: ["double next 1 chunks from scanner", `scan ${water}`],
        says: ["ScanData"],
        counts: { ScanData: 2 },
      },
      {
        driver: "SSI scanner",
        simulator: ["lose next 6 bytes to scanner", `scan ${water}`],
        says: ["ScanData"],
        counts: { ScanData: 1 },
      },
    ],
  },
  {
    row: 23,
    what: "two scans in one chunk, one scan in several",
    atDriver: [
      {
        driver: "serial scanner",
        simulator: [
          `scanner sends ${waterHex} ${waterHex}`,
          `after 1s scan ${water} in 5 pieces 20ms apart`,
        ],
        says: ["ScanData"],
        never: ["ScanNoise"],
        counts: { ScanData: 3 },
      },
    ],
  },
  {
    row: 24,
    what: "chunks of one byte, and a line that closes without an error",
    atDriver: [
      {
        driver: "serial scanner",
        simulator: [
          "split bytes from scanner into 1 byte pieces 2ms apart",
          `scan ${water}`,
          "after 1s reset connection of scanner",
          `after 5s scan ${water}`,
        ],
        says: ["ScanData"],
        never: ["ScanNoise"],
        counts: { ScanData: 2 },
      },
    ],
  },
  {
    row: 25,
    what: "the port comes back under another name, and another device has the old one",
    atDriver: [
      {
        driver: "serial scanner",
        simulator: [
          "swap cables of scanner and scale",
          "scale speaks chinese-lines",
          `after 1s scan ${water}`,
          "scale off",
          "swap cables of scanner and scale",
          `after 2s scan ${water}`,
        ],
        says: ["ScanData"],
      },
    ],
    atLink: [
      {
        ...toPrinter,
        steps: [
          ...["open", "pull usb of printer", "wait 100", "plug usb of printer", "open"],
          ...["write 10 04 01", "expect usb of printer taken"],
        ],
        tells: ["opened", "closed transferIn error: Disconnected", "opened", "data 12"],
      },
      {
        ...toPrinter,
        steps: ["pull usb of printer", "plug usb of printer as product 0e 03", "open"],
        tells: ["closed no such USB device"],
      },
    ],
  },
];
