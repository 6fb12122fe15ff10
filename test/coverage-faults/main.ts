import { declared } from "./provocations.ts";
import { cover, tableOf } from "./report.ts";

/** `npm run coverage:faults`: every code that a driver declares, and what provokes it. */
const covered = cover(declared);
process.stdout.write(tableOf(covered));
process.exitCode = covered.every(({ isProvoked }) => isProvoked) ? 0 : 1;
