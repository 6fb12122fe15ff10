import { CodedError } from "#state/base/coded-error.ts";

/** @param legal what would do, as the end of a sentence */
export function badOption(name: string, given: string, legal: string): CodedError {
  return new CodedError("host/bad-option", {
    what: `--${name} ${given} cannot be used`,
    fix: `Use ${legal}.`,
  });
}
