/** What can be chosen about a printer. The identity is what `GS I` answers. */
/** Commands of ESC/POS that clones leave out: they take the bytes and do nothing. */
export const escposQuirks = ["GS r", "GS ( H", "GS a", "DLE EOT"] as const;
export type EscposQuirk = (typeof escposQuirks)[number];

/** How printers of different makers understand the same bytes of ESC/POS. */
export interface PrinterHabits {
  /** Some clones end the line at CR, so that CR LF feeds twice; others pass it over. */
  readonly endsLineAtCr?: boolean;
  /** Whose numbers `ESC t` goes by; Epson's when left out. */
  readonly codePages?: "epson" | "xprinter";
  /** Whether the ROM has font C, 8 x 16, as a TM-T90's for Japan; a TM-T20III's has not. */
  readonly hasFontC?: boolean;
}

export interface PrinterOptions extends PrinterHabits {
  /** What this clone does not know, of ESC/POS; nothing when left out. */
  readonly ignores?: readonly EscposQuirk[];
  /** What it speaks; `escpos` when left out. */
  readonly language?: "escpos" | "star-line";
  /** Star: set for single-byte countries by a switch inside, so that it reads no hanzi. */
  readonly isSingleByte?: boolean;
  /** Paper: 576 dots is 80 mm, 48 columns; 384 is 58 mm, 32 columns. */
  readonly widthDots?: 576 | 384;
  readonly receiveBufferBytes?: number;
  /** How fast paper comes out, in lines of 30 dots per second. */
  readonly linesPerSecond?: number;
  readonly identity?: PrinterIdentity;
  /** Whether it says XON when it is switched on, as on a line with XON/XOFF; default true. */
  readonly saysXon?: boolean;
  /** Whether it says XOFF and XON when it is full or off line, and over that; default `none`. */
  readonly handshake?: "none" | "xon-xoff";
  /** Bytes of room below which it says XOFF; 16, as a TM-T88, when left out. */
  readonly busyBelow?: number;
}

export interface PrinterIdentity {
  readonly modelId: number;
  readonly firmware: string;
  readonly maker: string;
  readonly model: string;
  readonly serial: string;
  readonly font: string;
}

/** Source: `GS I` answers as the TM-T20III profile of emupos has them; Chinese font ROM. */
export const defaultIdentity: PrinterIdentity = {
  modelId: 0x63,
  firmware: "1.00 ESC/POS",
  maker: "EPSON",
  model: "TM-T20III",
  serial: "GT00000001",
  font: "CHINA GB18030",
};

/** What a person at the counter can do to the printer. */
export type PrinterAction =
  | { readonly kind: "paper"; readonly paper: "ok" | "near-end" | "out" }
  /** The roll ends after this many more lines of 30 dots. */
  | { readonly kind: "paper left"; readonly lines: number }
  | { readonly kind: "cover"; readonly cover: "open" | "closed" }
  | { readonly kind: "power"; readonly power: "on" | "off" }
  /** `ok`: somebody freed the blade and pressed the feed button; the cut is tried again. */
  | { readonly kind: "cutter"; readonly cutter: "ok" | "jammed" }
  | { readonly kind: "head"; readonly head: "ok" | "hot" | "dead" }
  | { readonly kind: "feed button"; readonly feedButton: "up" | "held" }
  | { readonly kind: "speed"; readonly linesPerSecond: number }
  /** A real-time status request wedges it until its power goes, as Sam4s ELLIX's does. */
  | { readonly kind: "status hangs"; readonly hangs: boolean }
  /** It does not drive the drawer on every n-th kick, as TM-m30's; 0: on each. */
  | { readonly kind: "kicks ignored"; readonly every: number }
  | { readonly kind: "tear" };

export type PrinterEvent =
  | { readonly kind: "line printed" }
  | { readonly kind: "receipt cut"; readonly number: number; readonly isPartial: boolean }
  | { readonly kind: "receipt torn"; readonly number: number }
  | { readonly kind: "pulse sent"; readonly pin: 2 | 5; readonly onMs: number }
  | { readonly kind: "pulse refused"; readonly why: "error" | "pulse running" | "ignored" }
  | { readonly kind: "printer hangs" }
  | { readonly kind: "went off line" }
  | { readonly kind: "came on line" }
  | { readonly kind: "cutter failed" }
  | { readonly kind: "paper ran out" }
  | { readonly kind: "powered off"; readonly lostBytes: number }
  | { readonly kind: "powered on" }
  | { readonly kind: "buffers cleared"; readonly lostBytes: number }
  | { readonly kind: "bytes lost"; readonly count: number }
  /** `times` of 0: until it is silenced. */
  | { readonly kind: "buzzed"; readonly times: number; readonly onMs: number }
  | { readonly kind: "buzzer silenced" }
  /** What outlives the power was written, so many times in all: it wears. */
  | { readonly kind: "memory written"; readonly writes: number }
  | { readonly kind: "unknown command"; readonly bytes: Uint8Array }
  | { readonly kind: "not printed"; readonly why: string };
