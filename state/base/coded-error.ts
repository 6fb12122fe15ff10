export interface Explanation {
  /** What happened, in one sentence. */
  readonly what: string;
  /** What the reader should do next. */
  readonly fix: string;
  readonly cause?: unknown;
}

/**
 * A failure of the machine: disk full, bad configuration. Never a device's trouble and never a
 * refusal, which are values. The codes stand in `runtime/ERRORS.md`.
 */
export class CodedError extends Error {
  readonly code: string;
  readonly fix: string;

  constructor(code: string, explanation: Explanation) {
    super(`${explanation.what} [${code}]`, { cause: explanation.cause });
    this.name = "CodedError";
    this.code = code;
    this.fix = explanation.fix;
  }
}
