/**
 * What a cable can do to the bytes in it, as data. Zero is always "not at all", so that a change
 * names what it changes and nothing else.
 */

/** One direction of a cable. */
export interface LaneFaults {
  /** The next so many bytes are lost. Counts down. */
  readonly loseNext: number;
  /** Each n-th byte is lost. */
  readonly loseEvery: number;
  /** So many bytes of a thousand are lost, by a draw that `seed` decides. */
  readonly losePerMille: number;
  readonly seed: number;
  /** Each byte arrives so many milliseconds late. */
  readonly delayMs: number;
  /** The next so many chunks, as their sender wrote them, arrive twice. Counts down. */
  readonly doubleNext: number;
  /** Chunks arrive in pieces of so many bytes, `pieceGapMs` milliseconds apart. */
  readonly pieceBytes: number;
  readonly pieceGapMs: number;
  /** The cable comes out when so many bytes more have passed. Counts down. */
  readonly cutAfter: number;
  /** The connection is reset when so many bytes more have passed; TCP only. Counts down. */
  readonly resetAfter: number;
}

export const goodLane: LaneFaults = {
  loseNext: 0,
  loseEvery: 0,
  losePerMille: 0,
  seed: 0,
  delayMs: 0,
  doubleNext: 0,
  pieceBytes: 0,
  pieceGapMs: 0,
  cutAfter: 0,
  resetAfter: 0,
};

export const laneFaultNames = Object.keys(goodLane) as readonly (keyof LaneFaults)[];

/** What somebody does to the cable of one device. */
export interface LineChange {
  readonly cable?: "in" | "out";
  readonly toDevice?: Partial<LaneFaults>;
  readonly toHost?: Partial<LaneFaults>;
  /** A TCP connection is reset at once. */
  readonly reset?: true;
  /** The device loses its power for so many milliseconds, and with it buffer and modes. */
  readonly brownOutMs?: number;
  /** Before anything else in the same change: every fault is gone and the cable is in. */
  readonly mend?: true;
}

export interface LaneState extends LaneFaults {
  /** Bytes lost in this direction since it was built. */
  readonly lost: number;
}

export interface LineState {
  readonly cable: "in" | "out";
  /** False during a brown-out. */
  readonly hasPower: boolean;
  readonly toDevice: LaneState;
  readonly toHost: LaneState;
}

export interface LineEvent<Name extends string> {
  readonly kind:
    | "cable pulled"
    | "cable plugged in"
    | "connection reset"
    | "power failed"
    | "power returned"
    | "usb plugged in"
    | "usb pulled"
    | "usb taken by a host"
    | "usb let go by its host";
  readonly device: Name;
}
