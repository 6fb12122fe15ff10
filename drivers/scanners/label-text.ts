import { GS1_SEPARATOR } from "#drivers/wire/aim.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder("gb18030", { fatal: true });

/** ISO/IEC 15434 envelopes end fields and messages with these; GS1 labels use the first alone. */
const LABEL_CONTROLS = [GS1_SEPARATOR, 0x1e, 0x04];

/** Private use and C1 controls: what GB18030 makes of bytes read at a wrong speed. */
const notWriting = /[\u0080-\u009f\ufffd\ue000-\uf8ff]/;

/**
 * The text of a label: UTF-8 where it is that, else GB18030, which Chinese QR codes still use.
 * Null when the bytes are no text, such as those of a scanner set to another speed.
 */
export function labelText(bytes: Uint8Array): string | null {
  if (bytes.some((byte) => isControl(byte) && !LABEL_CONTROLS.includes(byte))) return null;
  return decode(utf8, bytes) ?? decode(gb18030, bytes);
}

function isControl(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    const text = decoder.decode(bytes);
    return notWriting.test(text) ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
