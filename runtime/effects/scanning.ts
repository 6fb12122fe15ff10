import { isIn } from "#state/chart.ts";
import type { Refusal } from "#state/refusal.ts";
import type { Terminal } from "#state/terminal.ts";

/** Whether a scan could be of use: to a sale, or to the test that precedes the first one. */
export const wantsScans = ({ chart }: Terminal): boolean =>
  isIn(chart, "signedIn", "testTransaction");

/** Nothing came of it, and the cashier is told why. */
export const isRefused = ({
  happened,
  notice,
}: {
  readonly happened: boolean;
  readonly notice: Refusal | null;
}): boolean => !happened && notice !== null;
