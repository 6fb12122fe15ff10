import { statSync } from "node:fs";

const lookEveryMs = 1000;

/** Looks once a second; the answer stops it. */
export function everySecond(look: () => void): () => void {
  const timer = setInterval(look, lookEveryMs);
  return () => clearInterval(timer);
}

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
  const stop = everySecond(() => {
    if (identityOf(path) === known) return;
    stop();
    onGone();
  });
  return stop;
}

function identityOf(path: string): string | null {
  try {
    const { dev, ino, rdev } = statSync(path);
    return `${dev} ${ino} ${rdev}`;
  } catch {
    return null;
  }
}
