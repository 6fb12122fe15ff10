import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chartDocument, documentPath } from "./chart-document.ts";
import { errorsPage, errorsPath } from "./errors-page.ts";

/** `npm run draw`: the documents that are written from the programs themselves. */
write(documentPath, chartDocument());
write(errorsPath, errorsPage());

function write(path: string, text: string): void {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
