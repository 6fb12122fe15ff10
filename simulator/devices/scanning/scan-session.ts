/**
 * A label before a scanner's window, and whether its light is on: together they make a scan, and
 * the scan puts the light out. A host pulls the trigger by command as a finger does by hand.
 */
export class ScanSession<Label> {
  #label: Label | null = null;
  #isLit = false;

  /** Somebody puts a label before the window, or takes it away. @returns what is read of it */
  present(label: Label | null): Label | null {
    this.#label = label;
    return this.#read();
  }

  /** @returns what is read; null when nothing lies there, and the light stays on */
  pull(): Label | null {
    this.#isLit = true;
    return this.#read();
  }

  letGo(): void {
    this.#isLit = false;
  }

  #read(): Label | null {
    if (!this.#isLit || this.#label === null) return null;
    this.#isLit = false;
    return this.#label;
  }
}
