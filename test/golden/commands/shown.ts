/**
 * A command of the reference, and what shows that the virtual printer understands it: its name in
 * the Epson manual with the parameters that make it this one, the bytes that begin it (`..` is
 * any), jobs and dialogues beside this folder.
 */
export type Shown = readonly [name: string, bytes: string, ...goldens: readonly string[]];
