import { vi } from "vitest";

export interface Receipt {
  readonly number: number;
  readonly text: string;
  /** False while the paper is still in the printer. */
  readonly complete: boolean;
}

/** Works the simulated counter as a person at the bench would, over its HTTP interface. */
export class BenchClient {
  readonly #base: string;

  constructor(base: string) {
    this.#base = new URL(base).origin;
  }

  trigger(label: string, how: { chunks?: number; aim?: boolean } = {}): Promise<unknown> {
    return this.#post("scanner/trigger", { label, ...how });
  }

  bytes(hex: string, how: { chunks?: number; chunkGapMs?: number } = {}): Promise<unknown> {
    return this.#post("scanner/bytes", { hex, ...how });
  }

  printer(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#post("printer", change);
  }

  drawer(change: { readonly open?: boolean; readonly jammed?: boolean }): Promise<unknown> {
    return this.#post("drawer", change);
  }

  /** The drawer with a line of its own. */
  box(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#post("drawer-box", change);
  }

  async boxOpenings(): Promise<number> {
    return ((await this.#get("drawer-box")) as { openings: number }).openings;
  }

  scale(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#post("scale", change);
  }

  display(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#post("display", change);
  }

  /** What stands on the customer display, its rows without the blanks at their ends. */
  async shown(): Promise<{ readonly rows: readonly string[] }> {
    const { shown } = (await this.#get("display")) as { shown: { rows?: readonly string[] } };
    return { rows: (shown.rows ?? []).map((row) => row.trimEnd()) };
  }

  async openings(): Promise<number> {
    return ((await this.#get("drawer")) as { openings: number }).openings;
  }

  async receipts(): Promise<Receipt[]> {
    return (await this.#get("receipts")) as Receipt[];
  }

  /** The newest finished receipt for which `isIt` holds, once there is one. */
  async untilReceipt(isIt: (receipt: Receipt) => boolean): Promise<Receipt> {
    return vi.waitFor(
      async () => {
        const found = (await this.receipts()).findLast((one) => one.complete && isIt(one));
        if (found === undefined) throw new Error("no such receipt yet");
        return found;
      },
      { timeout: 60_000, interval: 50 },
    );
  }

  async picture(number: number): Promise<string> {
    return (await fetch(`${this.#base}/api/receipts/${number}.svg`)).text();
  }

  async #get(path: string): Promise<unknown> {
    return (await fetch(`${this.#base}/api/${path}`)).json();
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#base}/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.#base },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
