import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chartDocument, documentPath } from "./chart-document.ts";

/** `npm run draw` */
const file = new URL(`../../${documentPath}`, import.meta.url);
mkdirSync(fileURLToPath(new URL(".", file)), { recursive: true });
writeFileSync(fileURLToPath(file), chartDocument());
