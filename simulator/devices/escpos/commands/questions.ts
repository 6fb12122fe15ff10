import { identify } from "../../printer-options.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, unknown } from "../command.ts";
import { paperBits } from "../status.ts";

const askPaper: Deed = { kind: "report", of: (c) => Uint8Array.of(paperBits(c)) };
const askDrawer: Deed = {
  kind: "report",
  of: ({ drawerLevel }) => Uint8Array.of(drawerLevel === "high" ? 1 : 0),
};

/**
 * Answered when the queue reaches them. Source: Epson ESC/POS command reference, "status commands".
 */
export const questionCommands: Commands = {
  "ESC v": () => [askPaper],
  "ESC u": () => [askDrawer],
  "GS a": (_press, [, , n = 0]) => [{ kind: "watch", n }],
  "GS r": (_press, bytes) => {
    const n = (bytes[2] ?? 0) & 0x0f;
    if (n === 1) return [askPaper];
    return n === 2 ? [askDrawer] : unknown(bytes);
  },
  "GS I": (press, [, , n = 0]) => [{ kind: "answer", bytes: identify(n, press.identity) }],
  "GS ( H": (_press, bytes) =>
    bytes[6] === 0x30 && bytes.length === 11
      ? [{ kind: "answer", bytes: Uint8Array.of(0x37, 0x22, ...bytes.subarray(7), 0) }]
      : unknown(bytes),
};
