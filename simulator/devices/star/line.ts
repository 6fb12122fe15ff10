import type { Direction, MarkRow, PaperRow } from "#simulator/paper/paper.ts";
import { Composer } from "../printing/composer.ts";
import { feed, print } from "../printing/deeds.ts";
import type { Modes } from "../printing/modes.ts";
import { Page, spanOf } from "../printing/page.ts";
import type { Deed } from "../printing/tongue.ts";
import { numberIn, signedWord, word } from "./arguments.ts";

const none: readonly Deed[] = [];
const isDirection = (n: number | null): n is Direction => n !== null && n <= 3;

/**
 * What is being composed: a line of text, a band of a picture that waits for its line feed, or in
 * page mode a page.
 */
export class Line {
  readonly composer = new Composer();
  readonly #page: Page;
  #isOnPage = false;
  #picture: PaperRow | null = null;

  constructor(widthDots: number) {
    this.#page = new Page(widthDots);
  }

  get isEmpty(): boolean {
    return this.composer.isEmpty && this.#picture === null;
  }

  get isOnPage(): boolean {
    return this.#isOnPage;
  }

  clear(): void {
    this.composer.clear();
    this.#picture = null;
    this.#isOnPage = false;
    this.#page.reset();
  }

  /** What is printed with: on a page, alignment, margins and turns wait for line mode. */
  modesOf(modes: Modes): Modes {
    if (!this.#isOnPage) return modes;
    const { width } = this.#page.size;
    return { ...modes, align: "left", leftMargin: 0, upsideDown: false, areaWidth: width };
  }

  /** Rows that came about because the next character did not fit. */
  wrap(rows: readonly PaperRow[], modes: Modes): readonly Deed[] {
    if (!this.#isOnPage) return rows.flatMap(print);
    for (const row of rows) {
      if (row.kind === "text") this.#page.write(row.glyphs);
      this.#page.advance(modes.lineSpacing);
    }
    return none;
  }

  /** A symbol or a whole picture: a row of its own, or on a page where a character would stand. */
  place(row: MarkRow, modes: Modes): readonly Deed[] {
    if (!this.#isOnPage) return [...this.rest(modes), ...print(row)];
    const [left, right] = spanOf(row);
    this.#lift();
    if (row.kind !== "text") this.#page.place({ ...row, xDots: this.composer.xDots });
    this.composer.skip(right - left);
    return none;
  }

  /** For what has a row of its own and begins where the host has moved to: what comes before. */
  room(modes: Modes): readonly [before: readonly Deed[], modes: Modes] {
    const { xDots, hasOnlyMoved } = this.composer;
    if (!hasOnlyMoved || this.#picture !== null) return [this.rest(modes), modes];
    this.composer.clear();
    const leftMargin = modes.leftMargin + xDots;
    return [none, { ...modes, align: "left", leftMargin, areaWidth: modes.areaWidth - xDots }];
  }

  /** A band of a picture stands in the line until a line feed. */
  hold(picture: MarkRow | null, modes: Modes): readonly Deed[] {
    if (this.#isOnPage) return picture === null ? none : this.place(picture, modes);
    const before = this.rest(modes);
    this.#picture = picture;
    return before;
  }

  /** Prints it; an empty one is a feed by the line spacing. */
  end(modes: Modes): readonly Deed[] {
    if (this.#isOnPage) return this.#advance(modes.lineSpacing);
    const picture = this.#picture;
    this.#picture = null;
    if (picture === null) return print(this.composer.flush(modes));
    return [...print(picture), ...feed(modes.lineSpacing - picture.heightDots)];
  }

  /** What has been composed and not printed; a page waits for its own command. */
  rest(modes: Modes): readonly Deed[] {
    return this.isEmpty || this.#isOnPage ? none : this.end(modes);
  }

  /** Prints it and feeds: from the top of the line on, and never less than it is high. */
  feed(dots: number, modes: Modes): readonly Deed[] {
    if (this.#isOnPage) return this.#advance(dots);
    if (this.isEmpty) return feed(dots);
    const line = this.end({ ...modes, lineSpacing: 0 });
    const [first] = line;
    return [...line, ...feed(first?.kind === "print" ? dots - first.row.heightDots : dots)];
  }

  /** `ESC GS P n`; a table as the command has it. */
  obey(command: Uint8Array): readonly Deed[] {
    const act = this.#acts[numberIn(command[3], 8) ?? -1];
    if (act === undefined || (!this.#isOnPage && act !== this.#acts[0])) return none;
    return act(command);
  }

  /**
   * Page mode. Distances are eighths of a millimetre, which are dots. Sources: StarPRNT Command
   * Specifications (4, 5); clients that write it and read it (0 to 3, 6 to 8). Guesses:
   * where the first line stands, and how long a page may be.
   */
  readonly #acts: Readonly<Record<number, (command: Uint8Array) => readonly Deed[]>> = {
    0: () => {
      if (!this.#isOnPage && this.isEmpty) this.#begin();
      return none;
    },
    1: () => this.#leave(),
    2: (c) => {
      const direction = numberIn(c[4], 3);
      if (isDirection(direction)) this.#restart(() => this.#page.turn(direction));
      return none;
    },
    3: (c) => {
      const area = { x: word(c, 4), y: word(c, 6), width: word(c, 8), height: word(c, 10) };
      this.#restart(() => this.#page.select(area));
      return none;
    },
    4: (c) => this.#moveTo(word(c, 4)),
    5: (c) => this.#moveTo(this.#page.yDots + signedWord(c, 4)),
    6: () => this.#print(),
    7: () => {
      const page = this.#print();
      this.#leave();
      return page;
    },
    8: () => {
      this.#restart(() => this.#page.cancel());
      return none;
    },
  };

  #begin(): void {
    this.#page.reset();
    this.#isOnPage = true;
  }

  /** What was composed and not printed is gone. */
  #leave(): readonly Deed[] {
    this.clear();
    return none;
  }

  #print(): readonly Deed[] {
    this.#lift();
    const { row } = this.#page;
    return row === null ? none : print(row);
  }

  /** What was composed stays where it is; the next thing begins at the area's first corner. */
  #restart(change: () => void): void {
    this.#lift();
    this.composer.clear();
    change();
  }

  #moveTo(yDots: number): readonly Deed[] {
    this.#lift();
    this.#page.moveTo(yDots);
    return none;
  }

  #advance(dots: number): readonly Deed[] {
    this.#restart(() => this.#page.advance(dots));
    return none;
  }

  #lift(): void {
    this.#page.write(this.composer.lift());
  }
}
