/** What a customer display can be told: amounts as text in the currency's own decimals. */
export interface DisplayCommand {
  readonly type: "show";
  readonly upper: string;
  readonly lower: string;
  /**
   * For displays of digits only, one after the other, two seconds each; the last one stays. With
   * none such a display is dark.
   */
  readonly figures: readonly Figure[];
}

/** The one amount of a display that shows digits only. */
export interface Figure {
  readonly meaning: "price" | "total" | "received" | "change";
  /** Digits, at most one point, perhaps a minus in front: `12.50`. */
  readonly amount: string;
}

/** A display never answers; what it cannot show is told. */
export interface DisplayUnshowable {
  readonly type: "Unshowable";
  readonly reason: "characters" | "too-long" | "not-an-amount";
}

export type DisplaySignal = DisplayUnshowable;
