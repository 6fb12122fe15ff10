/** A question behind what was sent, answered when the printer has come there. */
export interface Marker {
  readonly ask: Uint8Array;
  /** The mark that answers it. */
  readonly answer: string;
}

/** Makes the markers of one printer, each when it is sent. */
export interface Markers {
  next(): Marker;
  /** One that is asked with nothing at stake; an earlier receipt may owe the answer to another. */
  atRest(): Marker;
  /** Takes note of a mark, whether or not anybody waits for it. @returns whether it is news */
  heard(mark: string): boolean;
}
