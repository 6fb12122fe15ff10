import { LINE_DOTS } from "#simulator/paper/paper.ts";
import { unreachable } from "#state/base/assert.ts";
import type { CashDrawer } from "../cash-drawer.ts";
import type { PrinterAction } from "../printer-options.ts";
import type { Condition } from "./condition.ts";

/** The actions that change the printer's situation and nothing else. */
export type SituationAction = Exclude<
  PrinterAction,
  {
    readonly kind: "power" | "speed" | "tear" | "status hangs" | "kicks ignored";
  }
>;

/** Paper, cover, blade, head and button: what stops a printer and what a person puts right. */
export class Situation {
  readonly #drawer: CashDrawer;
  #condition: Omit<Condition, "drawerLevel"> = {
    paper: "ok",
    cover: "closed",
    wasCoverOpenedPrinting: false,
    hasCutterError: false,
    head: "ok",
    feedButton: "up",
    waitsForButton: false,
  };
  #isButtonEnabled = true;
  #isCutterJammed = false;
  #dotsLeft = Number.POSITIVE_INFINITY;

  constructor(drawer: CashDrawer) {
    this.#drawer = drawer;
  }

  get condition(): Condition {
    return { ...this.#condition, drawerLevel: this.#drawer.level };
  }

  /** Whether the blade is stuck, noticed or not. */
  get isCutterJammed(): boolean {
    return this.#isCutterJammed;
  }

  /** `isPrinting`: a cover opened now is opened in the middle of work. */
  apply(action: SituationAction, isPrinting: boolean): void {
    switch (action.kind) {
      case "paper":
        this.#dotsLeft = Number.POSITIVE_INFINITY;
        this.#change({ paper: action.paper });
        return;
      case "paper left":
        this.#dotsLeft = action.lines * LINE_DOTS;
        return;
      case "cover":
        this.#moveCover(action.cover, isPrinting);
        return;
      case "cutter":
        this.#isCutterJammed = action.cutter === "jammed";
        this.recover();
        return;
      case "head":
        this.#change({ head: action.head });
        return;
      case "feed button":
        this.#moveButton(action.feedButton);
        return;
      default:
        unreachable(action);
    }
  }

  /** Paper goes out; true when that was the end of the roll. */
  feed(dots: number): boolean {
    this.#dotsLeft -= dots;
    const isEnd = this.#dotsLeft <= 0;
    if (isEnd) this.#change({ paper: "out" });
    return isEnd;
  }

  /** A cut was tried with the blade stuck. */
  failCut(): void {
    this.#change({ hasCutterError: true });
  }

  /** Only a blade that somebody freed recovers. */
  recover(): void {
    if (!this.#isCutterJammed) this.#change({ hasCutterError: false });
  }

  /** Power came back: errors that a restart heals are gone. */
  restart(): void {
    this.recover();
    this.#isButtonEnabled = true;
    this.#change({ wasCoverOpenedPrinting: false, waitsForButton: false });
  }

  /** `ESC c 5`: a button that does nothing. A macro that waits hears it all the same. */
  enableButton(isEnabled: boolean): void {
    this.#isButtonEnabled = isEnabled;
  }

  waitForButton(): void {
    this.#change({ waitsForButton: true });
  }

  #moveButton(feedButton: Condition["feedButton"]): void {
    const isHeard = this.#isButtonEnabled || this.#condition.waitsForButton;
    if (feedButton === "up" || isHeard) this.#change({ feedButton });
    if (feedButton === "held") this.#change({ waitsForButton: false });
  }

  #moveCover(cover: Condition["cover"], isPrinting: boolean): void {
    const wasOpened = this.#condition.wasCoverOpenedPrinting || isPrinting;
    this.#change({ cover, wasCoverOpenedPrinting: cover === "open" && wasOpened });
  }

  #change(change: Partial<Condition>): void {
    this.#condition = { ...this.#condition, ...change };
  }
}
