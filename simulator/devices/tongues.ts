import { escpos } from "./escpos/escpos.ts";
import { starLine } from "./star/star-line.ts";

/** The languages that the virtual printer speaks, by the option that chooses one. */
export const tongues = { escpos, "star-line": starLine } as const;
