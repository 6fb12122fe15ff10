import type { Picture, PictureScale } from "../printing/raster.ts";

/** What downloaded pictures may take in all: a guess. */
const DOWNLOAD_BYTES = 65_536;

/** Pictures under keys of two characters, in so many bytes of memory. */
export class PictureShelf {
  readonly #capacity: () => number;
  readonly #pictures = new Map<string, Picture>();

  constructor(capacity: () => number) {
    this.#capacity = capacity;
  }

  get capacity(): number {
    return this.#capacity();
  }

  get free(): number {
    const sizes = [...this.#pictures.values()].map(({ dots }) => dots.length);
    return this.capacity - sizes.reduce((sum, size) => sum + size, 0);
  }

  get keys(): readonly string[] {
    return [...this.#pictures.keys()];
  }

  find(key: string): Picture | null {
    return this.#pictures.get(key) ?? null;
  }

  /** False: there is no room. The one that had the key is gone all the same. */
  put(key: string, picture: Picture): boolean {
    this.#pictures.delete(key);
    if (picture.dots.length > this.free) return false;
    this.#pictures.set(key, picture);
    return true;
  }

  /** False: nothing has that key. */
  remove(key: string): boolean {
    return this.#pictures.delete(key);
  }

  clear(): void {
    this.#pictures.clear();
  }
}

/** Pictures that wait to be printed; those in NV memory outlive the power. */
export class Graphics {
  /** `GS ( L` functions 112 and 113 store it, function 50 prints it and empties the buffer. */
  buffer: (Picture & PictureScale) | null = null;
  readonly nv: PictureShelf;
  readonly downloaded = new PictureShelf(() => DOWNLOAD_BYTES);
  /** `FS q`, by number from 1. */
  logos: readonly Picture[] = [];
  /** `GS *`. */
  bitImage: Picture | null = null;

  constructor(nvBytes: () => number) {
    this.nv = new PictureShelf(nvBytes);
  }

  reset(): void {
    this.buffer = null;
    this.bitImage = null;
    this.downloaded.clear();
  }
}
