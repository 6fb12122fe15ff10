import { encode } from "fast-png";
import type { Receipt } from "./paper.ts";
import { paperDots } from "./paper-dots.ts";

/** The paper as a PNG file: one pixel a dot, black on white, without the picture's margins. */
export function paperPng(receipt: Receipt): Uint8Array {
  const { width, height, dots } = paperDots(receipt);
  const data = dots.map((dot) => (dot === 1 ? 0 : 255));
  return encode({ width, height, data, channels: 1, depth: 8 });
}
