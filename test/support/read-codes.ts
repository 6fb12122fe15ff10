import { readFileSync } from "node:fs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const program = new URL(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: readFileSync(program).buffer as ArrayBuffer } });

/** Dots, 1 a byte, 1 is black. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

export interface ReadCode {
  readonly format: string;
  readonly text: string;
}

/**
 * What a camera reads on the paper, by a reader that shares nothing with the printer. `isPure`:
 * there is one code on it and nothing else, so that it need not be searched for.
 */
export async function readCodes(
  { width, height, dots }: Dots,
  options: { readonly isPure?: boolean } = {},
): Promise<readonly ReadCode[]> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  dots.forEach((dot, index) => {
    if (dot === 1) data.fill(0, index * 4, index * 4 + 3);
  });
  const image = { data, width, height, colorSpace: "srgb" } as ImageData;
  const found = await readBarcodes(image, {
    tryHarder: true,
    textMode: "Plain",
    ...options,
  });
  return found.map(({ format, text }) => ({ format, text }));
}
