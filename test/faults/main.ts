/**
 * `npm run coverage:faults`: everything that a driver can complain of, and how the simulator
 * brought it about. Exit code 1 when something could not be.
 */
import { isProvoked, troubles } from "./coverage.ts";

const rows = troubles.map((trouble) => ({ ...trouble, isHeard: isProvoked(trouble) }));
const width = Math.max(...rows.map(({ name }) => name.length));
for (const { driver, name, provocation, isHeard } of rows) {
  const line = [isHeard ? "ok     " : "MISSING", driver.padEnd(8), name.padEnd(width)];
  process.stdout.write(`${line.join("  ")}  ${provocation.by}\n`);
}
const heard = rows.filter(({ isHeard }) => isHeard).length;
process.stdout.write(`\n${heard} of ${rows.length} troubles provoked\n`);
process.exitCode = heard === rows.length ? 0 : 1;
