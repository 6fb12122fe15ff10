import { statSync } from "node:fs";

const lookEveryMs = 1000;

/**
 * Tells when the device node that a path leads to has gone, or is another one by now. A serial
 * binding alone can miss an unplugging: a hung-up port reads as nothing, again and again.
 *
 * @param path followed through links; where the system has no such node, nothing is ever told
 * @returns stops looking
 */
export function watchPresence(path: string, onGone: () => void): () => void {
  const known = identityOf(path);
  if (known === null) return () => {};
  const timer = setInterval(() => {
    if (identityOf(path) === known) return;
    clearInterval(timer);
    onGone();
  }, lookEveryMs);
  return () => clearInterval(timer);
}

function identityOf(path: string): string | null {
  try {
    const { dev, ino, rdev } = statSync(path);
    return `${dev} ${ino} ${rdev}`;
  } catch {
    return null;
  }
}
