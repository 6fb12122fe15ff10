import { DRAWN, type DrawnCharacter, isWide } from "#simulator/paper/paper.ts";
import {
  big5,
  hanzi,
  isLeadByte,
  MISSING_CHARACTER,
  MISSING_HANZI,
  nationalCharacter,
  singleByteCharacter,
} from "./characters.ts";
import type { Modes } from "./modes.ts";

/** What is printed for one code: in a cell of 24 x 24, or in one of the chosen font. */
export interface Character {
  readonly text: string;
  readonly isHanzi: boolean;
  readonly drawn?: DrawnCharacter | undefined;
}

/** Makes characters of bytes; what has begun waits for its other bytes. */
export class Decoder {
  #begun: number[] = [];

  get isEmpty(): boolean {
    return this.#begun.length === 0;
  }

  clear(): void {
    this.#begun = [];
  }

  /** A command cuts a character in two: half a hanzi is drawn as a box. */
  settle(modes: Modes): Character | null {
    if (this.isEmpty) return null;
    this.clear();
    return modes.charset === "utf-8" ? missing : { text: MISSING_HANZI, isHanzi: true };
  }

  take(byte: number, modes: Modes): readonly Character[] {
    if (modes.charset === "utf-8") return this.#utf8(byte, modes);
    const isPairing = modes.hanziMode || modes.charset === "big5";
    const [lead] = this.#begun;
    if (lead !== undefined) {
      this.clear();
      return [pair(lead, byte, modes)];
    }
    if (!isPairing || byte < 0x80) return [single(byte, modes)];
    if (!isLeadByte(byte)) return [{ text: MISSING_CHARACTER, isHanzi: false }];
    this.#begun = [byte];
    return [];
  }

  /** A byte that cannot follow what has begun stands for itself. */
  #utf8(byte: number, modes: Modes): readonly Character[] {
    const isFollowing = (byte & 0xc0) === 0x80;
    if (!isFollowing || this.isEmpty) {
      const broken = this.isEmpty ? [] : [missing];
      const length = lengthOf(byte);
      this.#begun = length > 1 ? [byte] : [];
      if (length > 1) return broken;
      return [...broken, length === 1 ? single(byte, modes) : missing];
    }
    this.#begun.push(byte);
    if (this.#begun.length < lengthOf(this.#begun[0] ?? 0)) return [];
    const text = new TextDecoder("utf-8").decode(Uint8Array.from(this.#begun));
    this.clear();
    return text === "\ufffd" ? [missing] : [{ text, isHanzi: isWide({ text }) }];
  }
}

const missing: Character = { text: MISSING_CHARACTER, isHanzi: false };

/** 0: no character begins so. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

function single(byte: number, modes: Modes): Character {
  const drawn = modes.usesDrawn ? modes.drawn.get(`${modes.font}${byte}`) : undefined;
  if (drawn !== undefined) return { text: DRAWN, isHanzi: false, drawn };
  const isPlain = byte < 0x80;
  const text = isPlain
    ? nationalCharacter(byte, modes.international)
    : singleByteCharacter(byte, modes.codePage);
  return { text, isHanzi: false };
}

function pair(lead: number, trail: number, modes: Modes): Character {
  const drawn = modes.drawn.get(String(256 * lead + trail));
  if (drawn !== undefined) return { text: DRAWN, isHanzi: true, drawn };
  const text = modes.charset === "big5" ? big5(lead, trail) : hanzi(lead, trail);
  return { text, isHanzi: true };
}
