import { pack } from "./pack.ts";

/** `npm run package`: the tarball that other projects install. */
process.stdout.write(`${await pack()}\n`);
