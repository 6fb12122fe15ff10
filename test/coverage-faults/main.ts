import { failureTable } from "./failures.ts";
import { declared } from "./provocations.ts";
import { cover, tableOf } from "./report.ts";

/** `npm run coverage:faults`: every code that a driver declares, and what provokes it; then
 * the known failures of other tills, which `failures.test.ts` provokes. */
const covered = cover(declared);
process.stdout.write(tableOf(covered));
process.stdout.write(`\nThe 25 failures of the reference, section 8\n${failureTable()}`);
process.exitCode = covered.every(({ isProvoked }) => isProvoked) ? 0 : 1;
