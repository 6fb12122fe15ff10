import { readFileSync } from "node:fs";
import { z } from "zod";
import { CodedError } from "#state/base/coded-error.ts";
import { defaultIdentity, escposQuirks, type PrinterOptions } from "./devices/printer-options.ts";

/** Dots across, at 203 a inch. */
const widths = { 58: 384, 80: 576 } as const;

const identity = z.strictObject({
  modelId: z.int().min(0).max(255).default(defaultIdentity.modelId),
  firmware: z.string().default(defaultIdentity.firmware),
  maker: z.string().default(defaultIdentity.maker),
  model: z.string().default(defaultIdentity.model),
  serial: z.string().default(defaultIdentity.serial),
  font: z.string().default(defaultIdentity.font),
});

const printerFile = z.strictObject({
  /** For the reader of the file; the printer does not know it. */
  about: z.string().default(""),
  language: z.enum(["escpos", "star-line"]).default("escpos"),
  /** Width of the roll. */
  paperMm: z.literal([58, 80]).default(80),
  /** A printer on USB or Ethernet holds a whole receipt. */
  receiveBufferBytes: z.int().min(16).max(1_048_576).default(65_536),
  /** Of 30 dots each. */
  linesPerSecond: z.number().min(1).max(1000).default(40),
  saysXon: z.boolean().default(true),
  handshake: z.enum(["none", "xon-xoff"]).default("none"),
  busyBelow: z.int().min(1).max(1024).default(16),
  ignores: z.array(z.enum(escposQuirks)).default([]),
  endsLineAtCr: z.boolean().default(false),
  codePages: z.enum(["epson", "xprinter"]).default("epson"),
  hasFontC: z.boolean().default(false),
  isSingleByte: z.boolean().default(false),
  /** What `GS I` answers. */
  identity: identity.prefault({}),
});

/**
 * The printer of `--printer FILE`, a JSON file: fields as in `PrinterOptions`, the paper's width in
 * mm. Examples: `docs/printers`. The usual printer without a file.
 *
 * @throws CodedError `simulator/bad-printer`
 */
export function readPrinter(file: string | null): PrinterOptions {
  try {
    const read: unknown = file === null ? {} : JSON.parse(readFileSync(file, "utf8"));
    const { about: _, paperMm, ...options } = printerFile.parse(read);
    return { ...options, widthDots: widths[paperMm] };
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new CodedError("simulator/bad-printer", {
      what: `The printer file ${file} cannot be used: ${why.replaceAll(/[✖→\s]+/g, " ").trim()}`,
      fix: "docs/simulator.md lists what it may say; docs/printers has some to begin with.",
      cause,
    });
  }
}
