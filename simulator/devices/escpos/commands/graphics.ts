import { dotsOfColumns } from "../../printing/column-image.ts";
import { printed } from "../../printing/deeds.ts";
import { type Picture, pictureRow } from "../../printing/raster.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown, word } from "../command.ts";
import type { Press } from "../press.ts";

/**
 * `GS ( L` and, with a four-byte length, `GS 8 L`. Source: Epson ESC/POS command reference,
 * functions 48 to 113; headers of the answers as Citizen's CT-P29 manual has them too.
 */
export const graphicsCommands: Commands = {
  "GS ( L": (press, bytes) => obey(press, bytes, 5),
  "GS 8 L": (press, bytes) => obey(press, bytes, 7),
};

/** Null: not as the function wants it. */
type Act = (press: Press, data: Uint8Array) => readonly Deed[] | null;

function obey(press: Press, bytes: Uint8Array, head: number): readonly Deed[] {
  const act = acts[bytes[head + 1] ?? 0];
  const deeds = bytes[head] === 48 ? act?.(press, bytes.subarray(head + 2)) : null;
  return deeds ?? unknown(bytes);
}

const refused = (why: string): readonly Deed[] => [{ kind: "refused", why: `graphics: ${why}` }];

const tellBytes = (identifier: number, count: number): readonly Deed[] => [
  {
    kind: "answer",
    bytes: new TextEncoder().encode(`7${String.fromCharCode(identifier)}${count}\0`),
  },
];

const nvCapacity: Act = ({ graphics }) => tellBytes(0x30, graphics.nv.capacity);
const nvFree: Act = ({ graphics }) => tellBytes(0x31, graphics.nv.free);
const downloadFree: Act = ({ graphics }) => tellBytes(0x32, graphics.downloaded.free);
/** The density that pictures are made for: this head has one. */
const setDensity: Act = (_press, data) => (data.length === 2 ? none : null);

const printBuffer: Act = (press) => {
  const { buffer } = press.graphics;
  press.graphics.buffer = null;
  if (buffer === null) return refused("nothing stored");
  return press.ownRow(printed(pictureRow(buffer, buffer, press.modes)));
};

/** By function. Those up to 52 have an older number too, 48 lower. */
const acts: Readonly<Record<number, Act>> = {
  0: nvCapacity,
  48: nvCapacity,
  1: setDensity,
  49: setDensity,
  2: printBuffer,
  50: printBuffer,
  3: nvFree,
  51: nvFree,
  4: downloadFree,
  52: downloadFree,
  64: tellKeys("nv"),
  65: clear("nv"),
  66: remove("nv"),
  67: define("nv", rowsOf),
  68: define("nv", columnsOf),
  69: printKey("nv"),
  80: tellKeys("downloaded"),
  81: clear("downloaded"),
  82: remove("downloaded"),
  83: define("downloaded", rowsOf),
  84: define("downloaded", columnsOf),
  85: printKey("downloaded"),
  112: store(rowsOf),
  113: store(columnsOf),
};

type Shelf = "nv" | "downloaded";

/** What wears: NV memory when it is written. */
function written(shelf: Shelf): readonly Deed[] {
  return shelf === "nv" ? [{ kind: "memory written" }] : none;
}

const isText = (data: Uint8Array, text: string) =>
  data.length === text.length && String.fromCharCode(...data) === text;
const keyOf = (data: Uint8Array) => String.fromCharCode(...data.subarray(0, 2));
const isScale = (scale: number) => scale === 1 || scale === 2;
/** Black and white; 52 is shades of grey. */
const MONOCHROME = 48;

/** Picture as they come; null: not as many as their size says. */
type Read = (width: number, lines: number, dots: Uint8Array) => Picture | null;

function rowsOf(width: number, lines: number, dots: Uint8Array): Picture | null {
  return dots.length === Math.ceil(width / 8) * lines ? { width, lines, dots: dots.slice() } : null;
}

function columnsOf(width: number, lines: number, dots: Uint8Array): Picture | null {
  const bytesPerColumn = Math.ceil(lines / 8);
  return dots.length === width * bytesPerColumn ? dotsOfColumns(dots, bytesPerColumn, lines) : null;
}

/** `xL xH yL yH` and, from `from` on, dots; null: no picture. */
function pictureAt(data: Uint8Array, size: number, from: number, read: Read): Picture | null {
  const [width, lines] = [word(data, size), word(data, size + 2)];
  return width * lines === 0 ? null : read(width, lines, data.subarray(from));
}

/** `a bx by c xL xH yL yH d…`. */
function store(read: Read): Act {
  return ({ graphics }, data) => {
    const [tone, scaleX = 0, scaleY = 0] = data;
    if (tone !== MONOCHROME) return refused("a picture in grey");
    if (!isScale(scaleX) || !isScale(scaleY)) return refused("no such scale");
    const picture = pictureAt(data, 4, 8, read);
    if (picture === null) return refused("the dots do not fit their size");
    graphics.buffer = { ...picture, scaleX, scaleY };
    return none;
  };
}

/** `a kc1 kc2 b xL xH yL yH c d…`; b colours, of which this head has one. */
function define(shelf: Shelf, read: Read): Act {
  return ({ graphics }, data) => {
    const [tone, , , colours] = data;
    if (tone !== MONOCHROME || colours !== 1) return refused("a picture in grey or colours");
    const picture = pictureAt(data, 4, 9, read);
    if (picture === null) return refused("the dots do not fit their size");
    const isKept = graphics[shelf].put(keyOf(data.subarray(1)), picture);
    return isKept ? written(shelf) : refused("no room for the picture");
  };
}

/** `kc1 kc2 x y`. */
function printKey(shelf: Shelf): Act {
  return (press, data) => {
    const [, , scaleX = 0, scaleY = 0] = data;
    const picture = press.graphics[shelf].find(keyOf(data));
    if (picture === null) return refused("no picture has this key");
    if (!isScale(scaleX) || !isScale(scaleY)) return refused("no such scale");
    return press.ownRow(printed(pictureRow(picture, { scaleX, scaleY }, press.modes)));
  };
}

/** `kc1 kc2`. */
function remove(shelf: Shelf): Act {
  return ({ graphics }, data) => (graphics[shelf].remove(keyOf(data)) ? written(shelf) : none);
}

/** `"CLR"`. */
function clear(shelf: Shelf): Act {
  return ({ graphics }, data) => {
    if (!isText(data, "CLR")) return null;
    graphics[shelf].clear();
    return written(shelf);
  };
}

/** Keys that one block of the answer holds. */
const KEYS_MAX = 40;
const identifiers = { nv: "r", downloaded: "s" } as const;

/**
 * `"KC"`: `37`, identifier, 40h for the last block or 41h, keys, NUL; without a key only the last.
 * A real printer waits for `ACK` between blocks, this one does not.
 */
function tellKeys(shelf: Shelf): Act {
  return ({ graphics }, data) => {
    if (!isText(data, "KC")) return null;
    const { keys } = graphics[shelf];
    const blocks = Math.max(1, Math.ceil(keys.length / KEYS_MAX));
    return Array.from({ length: blocks }, (_, index) => {
      const told = keys.slice(index * KEYS_MAX, (index + 1) * KEYS_MAX).join("");
      const status = index === blocks - 1 ? "@" : "A";
      const text = `7${identifiers[shelf]}${status}${told}\0`;
      return { kind: "answer", bytes: Uint8Array.from(text, (each) => each.charCodeAt(0)) };
    });
  };
}
