/**
 * Why a link could not be opened, as a code that has its page. By the words of Linux and of the
 * serial, HID, USB and network bindings, which are all that they tell.
 */
const troubles: readonly (readonly [code: string, words: RegExp])[] = [
  ["device/in-use", /cannot lock port|\bbusy\b|_BUSY\b|held by another program/i],
  ["device/forbidden", /permission denied|access denied|EACCES|EPERM|errno 13\b|_ACCESS\b/i],
  ["device/unreachable", /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/],
];

/** The reason with its code behind it; as it is where it has one, or nobody knows its words. */
export function withCode(reason: string): string {
  if (codeIn(reason) !== null) return reason;
  const code = troubles.find(([, words]) => words.test(reason))?.[0];
  return code === undefined ? reason : `${reason} [${code}]`;
}

/** The code that a message ends with, or holds. */
export const codeIn = (message: string): string | null =>
  /\[([a-z-]+\/[a-z-]+)\]/.exec(message)?.[1] ?? null;
