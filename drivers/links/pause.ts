/** Resolves after so long: what a link waits for happens on a real wire, in real time. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
