const ascii = (text: string) => new TextEncoder().encode(text);

/** `ESC # * LF NUL`: `ESC # * ,` the text, LF NUL. Star Line Mode Specifications, 3.3.16. */
export function version(model: string): Uint8Array {
  return Uint8Array.of(0x1b, 0x23, 0x2a, 0x2c, ...ascii(`${model}Ver3.0`), 0x0a, 0);
}

/** `ESC # N ? n1 n2 n3 n4 LF NUL` asks for a memory switch: all are as shipped, 0. */
export function memorySwitch(command: Uint8Array): Uint8Array | null {
  return command[3] === 0x3f
    ? Uint8Array.of(...command.subarray(0, 4), ...ascii("0000"), 0x0a, 0)
    : null;
}

/**
 * `ESC GS ) I pL pH fn …`: the same head, the text, LF NUL. Fonts (48) and interfaces (51) tell
 * before their text how long it is. Null: no such function, no answer.
 *
 * Source: StarPRNT Command Specifications, ESC GS ) I; the tags as ReceiptPrinterStatus reads them.
 */
export function information(
  command: Uint8Array,
  { serial, fonts }: { readonly serial: string; readonly fonts: string },
): Uint8Array | null {
  const fn = command[6];
  if (fn === 49)
    return Uint8Array.of(...command.subarray(0, 7), ...ascii(`PrSrN=${serial},`), 0x0a, 0);
  const text = fn === 48 ? fonts : fn === 51 ? "USB," : null;
  if (text === null) return null;
  const length = [text.length & 0xff, text.length >> 8];
  return Uint8Array.of(...command.subarray(0, 7), ...length, ...ascii(text), 0x0a, 0);
}

/** `ESC GS B 1` and `2`: whether a scanner hangs on the printer, and what it read. None does. */
export function scanner([, , , n]: Uint8Array): Uint8Array | null {
  if (n === 0x31) return Uint8Array.of(0x1b, 0x1d, 0x42, 0x31, 0);
  return n === 0x32 ? Uint8Array.of(0x1b, 0x1d, 0x42, 0x32, 0, 0) : null;
}

/**
 * `ESC GS ETX s n1 n2`: a counter of documents that are on paper, apart from the `ETB` counter. 0
 * asks for it, 1 counts up and tells it, 2 clears it; 3 and 4 say where a document begins and ends.
 *
 * Source: StarPRNT Command Specifications, ESC GS ETX.
 */
export class PrintEndCounter {
  #count = 0;

  reset(): void {
    this.#count = 0;
  }

  /** The answer, where there is one. */
  obey(command: Uint8Array): Uint8Array | null {
    const s = command[3] ?? 0;
    if (s === 1) this.#count = (this.#count + 1) & 0xff;
    if (s === 2) this.#count = 0;
    return s <= 1 ? Uint8Array.of(...command, this.#count, 0) : null;
  }
}
