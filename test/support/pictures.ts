import fc from "fast-check";
import type { PictureBlock } from "#state/base/document.ts";

/** A picture block of these rows of bytes. */
export function pictureBlock(widthDots: number, heightDots: number, bytes: Uint8Array) {
  const bits = btoa(String.fromCharCode(...bytes));
  return {
    kind: "picture",
    widthDots,
    heightDots,
    bits,
    alt: "logo",
  } as const satisfies PictureBlock;
}

/** Bytes that begin or end a real-time command are likelier than chance would have them. */
const byte = fc.oneof(
  fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x20, 0x08, 0x28, 0x0a, 0x00, 0x01),
  fc.nat(255),
);

/** Pictures of up to `headDots`, many of them full of real-time commands. */
export function anyPicture(headDots: number) {
  return fc
    .tuple(fc.integer({ min: 1, max: headDots }), fc.integer({ min: 1, max: 60 }))
    .chain(([widthDots, heightDots]) => {
      const size = Math.ceil(widthDots / 8) * heightDots;
      const bytes = fc.array(byte, { minLength: size, maxLength: size });
      return bytes.map((all) => pictureBlock(widthDots, heightDots, Uint8Array.from(all)));
    });
}
