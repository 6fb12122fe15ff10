/** A question behind what was sent, answered when the printer has come there. */
export interface Marker {
  readonly ask: Uint8Array;
  /** The mark that answers it. */
  readonly answer: string;
}

/** Makes the markers of one printer, each when it is sent. */
export interface Markers {
  next(): Marker;
  /** A mark was heard, whether or not anybody waited for it. */
  heard(mark: string): void;
}
