/** Reads the guest's serial console: `HIL ok NAME`, `HIL not ok NAME`, `HIL done COUNT`. */
export class Verdict {
  #passed = 0;
  #failed = 0;
  #announced: number | null = null;

  hear(line: string): void {
    if (/^HIL ok /.test(line)) this.#passed += 1;
    else if (/^HIL (not ok|missing) /.test(line)) this.#failed += 1;
    else this.#announced ??= Number(/^HIL done (\d+)$/.exec(line)?.[1] ?? Number.NaN) || null;
  }

  /** Only a guest that came to its end and counts as many as were heard has passed. */
  get isPassed(): boolean {
    return this.#failed === 0 && this.#passed > 0 && this.#announced === this.#passed;
  }

  get summary(): string {
    const end = this.#announced === null ? ", and the guest never came to its end" : "";
    return `${this.#passed} passed, ${this.#failed} failed${end}`;
  }
}
