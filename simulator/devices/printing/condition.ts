/** Everything that a printer's status tells, whatever the language it tells it in. */
export interface Condition {
  readonly paper: "ok" | "near-end" | "out";
  readonly cover: "closed" | "open";
  /** The cover was opened in the middle of printing: an error until it is closed. */
  readonly wasCoverOpenedPrinting: boolean;
  /** The blade is stuck and a cut has failed. */
  readonly hasCutterError: boolean;
  readonly head: "ok" | "hot" | "dead";
  readonly feedButton: "up" | "held";
  /** A macro waits for the feed button before it goes on. */
  readonly waitsForButton: boolean;
  /** The level on pin 3 of the drawer connector. */
  readonly drawerLevel: "high" | "low";
}

export const bit = (index: number, isSet: boolean) => (isSet ? 1 << index : 0);

/** Something is broken, as opposed to a cover, paper or button that a person will see to. */
export function hasError(c: Condition): boolean {
  return c.hasCutterError || c.head !== "ok" || c.wasCoverOpenedPrinting;
}

export function isOnline(c: Condition): boolean {
  const isTended = c.paper !== "out" && c.cover === "closed" && c.feedButton === "up";
  return isTended && !c.waitsForButton && !hasError(c);
}
