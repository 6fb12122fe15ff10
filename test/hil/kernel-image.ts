/** Source: Documentation/x86/boot.rst of Linux 6.1, the set-up header of a bzImage. */
const SETUP_SECTORS_AT = 0x1f1;
const PAYLOAD_OFFSET_AT = 0x248;
const PAYLOAD_LENGTH_AT = 0x24c;
const SECTOR_BYTES = 512;

/**
 * The compressed kernel inside a `vmlinuz`. An emulated processor takes seconds to unpack it, and
 * QEMU boots the unpacked one as it is.
 */
export function compressedKernel(image: Uint8Array): Uint8Array {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  if (image.length < PAYLOAD_LENGTH_AT + 4) throw new RangeError("too short for a kernel image");
  const setup = (view.getUint8(SETUP_SECTORS_AT) || 4) + 1;
  const from = view.getUint32(PAYLOAD_OFFSET_AT, true) + setup * SECTOR_BYTES;
  const to = from + view.getUint32(PAYLOAD_LENGTH_AT, true);
  if (to > image.length) throw new RangeError("the kernel lies outside its image");
  return image.subarray(from, to);
}
