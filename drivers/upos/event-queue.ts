import { type UposError, uposError } from "#drivers/upos/error.ts";
import { ERROR_LOCUS, ERROR_RESPONSE } from "#drivers/wire/upos.ts";

type Locus = (typeof ERROR_LOCUS)[keyof typeof ERROR_LOCUS];
export type ErrorResponse = (typeof ERROR_RESPONSE)[keyof typeof ERROR_RESPONSE];

export type UposEvent<Data> =
  | { readonly type: "DataEvent"; readonly data: Data }
  | { readonly type: "StatusUpdateEvent"; readonly status: number }
  | { readonly type: "OutputCompleteEvent"; readonly outputId: number }
  | DirectIOEvent
  | ErrorEvent;

/** The makers' own: what a device said that the standard has no event for. */
export interface DirectIOEvent {
  readonly type: "DirectIOEvent";
  readonly eventNumber: number;
  readonly data: number;
  readonly obj: string;
}

export interface ErrorEvent {
  readonly type: "ErrorEvent";
  readonly error: UposError;
  readonly locus: Locus;
  /** What happens when the application does not choose. */
  readonly response: ErrorResponse;
}

/** When events may be delivered. */
export interface Gates {
  readonly dataEventEnabled: boolean;
  readonly freezeEvents: boolean;
}

/**
 * The events of one device, oldest first. Input waits until the application asks for it; status and
 * output do not wait behind it.
 *
 * Source: UnifiedPOS 1.16, "Events" and "Device Input Model", "Device Output Models".
 */
export class EventQueue<Data> {
  /** Input beyond this is refused: an application that reads nothing is not there. */
  static readonly dataLimit = 256;
  #events: UposEvent<Data>[] = [];

  get dataCount(): number {
    return this.#events.filter(({ type }) => type === "DataEvent").length;
  }

  /** @returns false when it was refused, because too much waits already */
  addData(data: Data): boolean {
    if (this.dataCount >= EventQueue.dataLimit) return false;
    this.#events.push({ type: "DataEvent", data });
    return true;
  }

  addStatus(status: number): void {
    this.#events.push({ type: "StatusUpdateEvent", status });
  }

  addOutputComplete(outputId: number): void {
    this.#events.push({ type: "OutputCompleteEvent", outputId });
  }

  addDirectIO(eventNumber: number, data: number, obj: string): void {
    this.#events.push({ type: "DirectIOEvent", eventNumber, data, obj });
  }

  addOutputError(error: UposError): void {
    const { EL_OUTPUT: locus } = ERROR_LOCUS;
    this.#events.push({ type: "ErrorEvent", error, locus, response: ERROR_RESPONSE.ER_RETRY });
  }

  /** Ahead of good data, which may still be read; with none, the error alone. */
  addInputError(error: UposError): void {
    if (this.dataCount === 0) {
      this.#events.push(inputError(error));
      return;
    }
    const { EL_INPUT_DATA: locus } = ERROR_LOCUS;
    const { ER_CONTINUEINPUT: response } = ERROR_RESPONSE;
    this.#events.unshift({ type: "ErrorEvent", error, locus, response });
  }

  /** The oldest event that may be delivered now; null when none may. */
  take({ dataEventEnabled, freezeEvents }: Gates): UposEvent<Data> | null {
    if (freezeEvents) return null;
    const at = this.#events.findIndex((event) => dataEventEnabled || !isInput(event));
    const [event] = at < 0 ? [] : this.#events.splice(at, 1);
    return event ?? null;
  }

  /**
   * Does what the application answered to an ErrorEvent of input.
   *
   * @returns `E_ILLEGAL` for an answer that the event does not allow; it stays unanswered
   */
  answerInput({ error, locus }: ErrorEvent, response: ErrorResponse): UposError {
    switch (response) {
      case ERROR_RESPONSE.ER_CLEAR:
        this.clearInput();
        return uposError("SUCCESS");
      case ERROR_RESPONSE.ER_CONTINUEINPUT:
        if (locus !== ERROR_LOCUS.EL_INPUT_DATA) return uposError("E_ILLEGAL");
        // Behind the data that may now be read, the same error is told again.
        this.#events.push(inputError(error));
        return uposError("SUCCESS");
      default:
        return uposError("E_ILLEGAL"); // nothing is read a second time
    }
  }

  clearInput(): void {
    this.#events = this.#events.filter((event) => !isInput(event));
  }

  clearOutput(): void {
    this.#events = this.#events.filter(
      (event) => event.type !== "ErrorEvent" || event.locus !== ERROR_LOCUS.EL_OUTPUT,
    );
  }

  /** Whether an error waits to be told. */
  get holdsError(): boolean {
    return this.#events.some(({ type }) => type === "ErrorEvent");
  }

  holdsStatus(status: number): boolean {
    return this.#events.some((each) => each.type === "StatusUpdateEvent" && each.status === status);
  }

  clear(): void {
    this.#events = [];
  }
}

function inputError(error: UposError): ErrorEvent {
  const { EL_INPUT: locus } = ERROR_LOCUS;
  return { type: "ErrorEvent", error, locus, response: ERROR_RESPONSE.ER_CLEAR };
}

/** Input, and errors of input: both wait for `DataEventEnabled`. */
export function isInput<Data>(event: UposEvent<Data>): boolean {
  if (event.type === "DataEvent") return true;
  return event.type === "ErrorEvent" && event.locus !== ERROR_LOCUS.EL_OUTPUT;
}
