import { dotsOfColumns } from "./column-image.ts";
import type { Picture } from "./raster.ts";
import { COMMAND_BYTES_MAX, type Extent } from "./tokenizer.ts";

/**
 * `n [xL xH yL yH d…]1 … [xL xH yL yH d…]n`: pictures to be kept, each x times eight columns of y
 * bytes. Sources: Epson ESC/POS command reference, FS q; Star Line Mode Command Specifications,
 * 3.3.9.
 */

const word = (bytes: ArrayLike<number>, index: number) =>
  (bytes[index] ?? 0) + 256 * (bytes[index + 1] ?? 0);

/**
 * How long the command is whose n stands at an index. As soon as the pictures known are too much to
 * be held, they are all there is to it.
 */
export function logosExtent(head: readonly number[], n: number): Extent {
  if (head.length <= n) return null;
  let end = n + 1;
  for (let left = head[n] ?? 0; left > 0 && end <= COMMAND_BYTES_MAX; left -= 1) {
    if (head.length < end + 4) return null;
    end += 4 + 8 * word(head, end) * word(head, end + 2);
  }
  return end;
}

export function logosOf(bytes: Uint8Array, n: number): readonly Picture[] {
  const logos: Picture[] = [];
  for (let at = n + 1; at + 4 <= bytes.length; ) {
    const [columns, bytesPerColumn] = [8 * word(bytes, at), word(bytes, at + 2)];
    const end = at + 4 + columns * bytesPerColumn;
    logos.push(dotsOfColumns(bytes.subarray(at + 4, end), Math.max(1, bytesPerColumn)));
    at = end;
  }
  return logos;
}
