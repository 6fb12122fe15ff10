/** Real-time requests that `GS ( D` turns on and off, by its number for them. */
export const permits = { 1: "pulse", 2: "power off", 3: "buzzer" } as const;

export type Permit = (typeof permits)[keyof typeof permits];

/** Whether the host hears of it when the printer stops, and whether the cause is told. */
export type OfflineResponse = "none" | "bare" | "with cause";

/**
 * What the host has asked for until `ESC @` or power off. The commands change it when the queue
 * reaches them; the ear and the watch go by it.
 *
 * Source: Epson ESC/POS command reference, GS ( D (defaults too) and GS ( H function 49.
 */
export class Wishes {
  offlineResponse: OfflineResponse = "none";
  #permitted = new Set<Permit>(["pulse"]);

  reset(): void {
    this.offlineResponse = "none";
    this.#permitted = new Set(["pulse"]);
  }

  permits(request: Permit): boolean {
    return this.#permitted.has(request);
  }

  permit(request: Permit, isPermitted: boolean): void {
    if (isPermitted) this.#permitted.add(request);
    else this.#permitted.delete(request);
  }
}
