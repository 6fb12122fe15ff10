/** Reads ESC/POS back, just far enough to measure what stands on each line. */

/** Bytes that follow each command's two, of the commands these receipts use. */
const parameters: Readonly<Record<string, number>> = {
  "\x1b@": 0,
  "\x1c&": 0,
  "\x1ba": 1,
  "\x1bE": 1,
  "\x1b-": 1,
  "\x1b4": 1,
  "\x1b5": 0,
  "\x1b!": 1,
  "\x1bd": 1,
  "\x1d!": 1,
  "\x1dV": 1,
};

/** Bits of `ESC !` and of `GS !` that set characters twice as wide. */
const wideInEscBang = 0x20;
const wideInGsBang = 0xf0;
/** `GS V` 65 and 66 feed, so they take one byte more. */
const cutsAfterFeed = [0x41, 0x42];

/**
 * Columns that each printed line takes, double ones counted twice; blank lines too.
 *
 * @throws Error for a command that is not in the table
 */
export function lineWidths(job: Uint8Array): number[] {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const widths: number[] = [];
  let width = 0;
  let scale = 1;
  let from = 0;
  const take = (to: number) => {
    width += scale * columnsOf(decoder.decode(job.subarray(from, to)));
  };
  for (let at = 0; at < job.length; ) {
    const byte = job[at] ?? 0;
    // No second byte of GB18030 is a control character, so a control character is a command.
    if (byte >= 0x20) {
      at += 1;
      continue;
    }
    take(at);
    if (byte === 0x0a) {
      widths.push(width);
      width = 0;
      at += 1;
    } else {
      const command = readCommand(job, at);
      if (command.scale !== null) scale = command.scale;
      at += command.length;
    }
    from = at;
  }
  return widths;
}

function readCommand(job: Uint8Array, at: number): { length: number; scale: number | null } {
  const [first = 0, second = 0, third = 0] = job.subarray(at, at + 3);
  const name = String.fromCharCode(first, second);
  const count = parameters[name];
  if (count === undefined) throw new Error(`unknown command ${JSON.stringify(name)} at ${at}`);
  const more = name === "\x1dV" && cutsAfterFeed.includes(third) ? 1 : 0;
  const length = 2 + count + more;
  if (name === "\x1b!") return { length, scale: third & wideInEscBang ? 2 : 1 };
  if (name === "\x1d!") return { length, scale: third & wideInGsBang ? 2 : 1 };
  return { length, scale: name === "\x1b@" ? 1 : null };
}

/** A byte is a column on these printers: two for what GB18030 spells with two. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "~" ? 2 : 1), 0);
}
