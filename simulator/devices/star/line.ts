import type { PaperRow } from "#simulator/paper/paper.ts";
import { Composer } from "../printing/composer.ts";
import { feed, print } from "../printing/deeds.ts";
import type { Modes } from "../printing/modes.ts";
import type { Deed } from "../printing/tongue.ts";

/** The line being composed: text, or a band of a picture that waits for its line feed. */
export class Line {
  readonly composer = new Composer();
  #picture: PaperRow | null = null;

  get isEmpty(): boolean {
    return this.composer.isEmpty && this.#picture === null;
  }

  clear(): void {
    this.composer.clear();
    this.#picture = null;
  }

  /** A band of a picture stands in the line until a line feed. */
  hold(picture: PaperRow | null, modes: Modes): readonly Deed[] {
    const before = this.rest(modes);
    this.#picture = picture;
    return before;
  }

  /** Prints it; an empty one is a feed by the line spacing. */
  end(modes: Modes): readonly Deed[] {
    const picture = this.#picture;
    this.#picture = null;
    if (picture === null) return print(this.composer.flush(modes));
    return [...print(picture), ...feed(modes.lineSpacing - picture.heightDots)];
  }

  /** What has been composed and not printed. */
  rest(modes: Modes): readonly Deed[] {
    return this.isEmpty ? [] : this.end(modes);
  }

  /** Prints it and feeds: from the top of the line on, and never less than it is high. */
  feed(dots: number, modes: Modes): readonly Deed[] {
    if (this.isEmpty) return feed(dots);
    const line = this.end({ ...modes, lineSpacing: 0 });
    const [first] = line;
    return [...line, ...feed(first?.kind === "print" ? dots - first.row.heightDots : dots)];
  }
}
