import type { Usage } from "#drivers/discovery/found.ts";

/** Collections beyond this many are a broken descriptor, not a device. */
const COLLECTIONS_MAX = 64;

/**
 * The top-level collections of a HID report descriptor, in order. A descriptor that is cut short
 * gives those that it names whole.
 *
 * Source: Device Class Definition for HID 1.11, section 6.2.2 (items, long items, usages).
 */
export function topUsages(descriptor: Uint8Array): readonly Usage[] {
  const found: Usage[] = [];
  let page = 0;
  let usage: number | null = null;
  let depth = 0;
  for (const { tag, value, size } of itemsOf(descriptor)) {
    if (tag === 0x04) page = value;
    // The first usage before a collection names it; four bytes carry their own page.
    if (tag === 0x08 && usage === null) usage = size === 4 ? value : page * 0x10000 + value;
    if (tag === 0xa0) {
      if (depth === 0 && usage !== null && found.length < COLLECTIONS_MAX) {
        found.push({ page: Math.floor(usage / 0x10000), usage: usage % 0x10000 });
      }
      depth += 1;
    }
    if (tag === 0xc0) depth = Math.max(0, depth - 1);
    const isMain = (tag & 0x0c) === 0;
    if (isMain) usage = null;
  }
  return found;
}

interface Item {
  /** The prefix without its size: 04 usage page, 08 usage, A0 collection, C0 its end. */
  readonly tag: number;
  readonly value: number;
  readonly size: number;
}

function* itemsOf(bytes: Uint8Array): Generator<Item> {
  for (let at = 0; at < bytes.length; ) {
    const prefix = bytes[at] ?? 0;
    if (prefix === 0xfe) {
      at += 3 + (bytes[at + 1] ?? 0); // a long item: its length stands behind the prefix
      continue;
    }
    const size = [0, 1, 2, 4][prefix & 0x03] ?? 0;
    if (at + 1 + size > bytes.length) return;
    let value = 0;
    for (let index = size; index > 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
    yield { tag: prefix & 0xfc, value, size };
    at += 1 + size;
  }
}
