import { COLUMN_DOTS, type PaperRow } from "#simulator/paper/paper.ts";
import { Composer } from "../printing/composer.ts";
import { initialModes } from "../printing/modes.ts";

/** ASCII in lines as the printer itself prints them, whatever the host has set. */
export function typed(text: string, columns: number): readonly PaperRow[] {
  const composer = new Composer();
  const modes = initialModes(columns * COLUMN_DOTS);
  return [...text].flatMap((sign) =>
    sign === "\n" ? [composer.flush(modes)] : composer.take(sign.charCodeAt(0), modes),
  );
}
