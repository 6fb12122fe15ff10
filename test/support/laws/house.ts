/**
 * The house as data: who may import whom, which packages come in by which door, and where programs
 * start. A new room or package is a row here; the laws themselves stay as they are.
 */

/** A place is a folder (`drivers/links/`), a file (`sync/protocol.ts`) or a `…*` prefix. */
export type Place = string;

export function isAt(path: string, place: Place): boolean {
  if (place.endsWith("*")) return path.startsWith(place.slice(0, -1));
  return place.endsWith("/") ? path.startsWith(place) : path === place;
}

export interface Room {
  readonly place: Place;
  readonly mayImport: readonly Place[];
  /** Taken out of `mayImport` again. */
  readonly butNot?: readonly Place[];
}

/** Law 1. The first row that fits a file is its room. */
export const rooms: readonly Room[] = [
  { place: "state/base/", mayImport: ["state/base/"] },
  { place: "state/", mayImport: ["state/"] },
  { place: "drivers/wire/", mayImport: [] },
  { place: "drivers/", mayImport: ["drivers/", "state/base/"] },
  { place: "sync/backend/", mayImport: ["sync/", "state/"] },
  { place: "sync/", mayImport: ["sync/", "state/"], butNot: ["sync/backend/"] },
  {
    place: "runtime/",
    mayImport: ["runtime/", "state/", "drivers/", "sync/"],
    butNot: ["sync/backend/"],
  },
  {
    place: "simulator/world/",
    mayImport: ["simulator/", "runtime/", "state/", "drivers/", "sync/"],
  },
  { place: "simulator/", mayImport: ["simulator/", "drivers/wire/", "state/base/"] },
  {
    place: "test/",
    mayImport: ["test/", "drivers/", "runtime/", "simulator/", "state/", "sync/"],
  },
  { place: "vite.config.ts", mayImport: [] },
  { place: "vitest.config.ts", mayImport: [] },
];

/** Law 1. What a `*.test.ts` may import besides what its room and its top folder may. */
export const testsMayImport: Place = "test/support/";

export interface Door {
  readonly place: Place;
  /** Package names; `node:*` is all of Node, `@lydell/*` all of a scope. */
  readonly packages: readonly string[];
}

/** Law 2. What a browser page in a `page/` folder takes in, whichever folder it stands in. */
export const pagePackages: readonly string[] = ["preact", "@fontsource-variable/*"];

/** Law 2. The first row that fits a file is its door; tests take in what they need. */
export const doors: readonly Door[] = [
  { place: "state/", packages: ["zod", "xstate"] },
  { place: "drivers/wire/", packages: [] },
  {
    place: "drivers/links/",
    packages: ["serialport", "node-hid", "usb", "node:net", "node:fs", "node:path"],
  },
  { place: "drivers/device-process.ts", packages: ["node:process"] },
  { place: "drivers/", packages: ["iconv-lite"] },
  {
    place: "sync/backend/",
    packages: ["fastify", "@fastify/static", "zod", "postgres", "@electric-sql/pglite", "node:*"],
  },
  { place: "sync/", packages: ["zod"] },
  { place: "runtime/host/", packages: ["node:*", "vite"] },
  {
    place: "runtime/ledger/",
    packages: [
      "node:sqlite",
      "node:fs",
      "node:crypto",
      "node:worker_threads",
      "node:path",
      "node:url",
    ],
  },
  { place: "runtime/devices/", packages: ["node:child_process", "node:url", "zod"] },
  { place: "runtime/screen/", packages: ["fastify", "@fastify/static", "qrcode", "node:*"] },
  { place: "runtime/cli/", packages: ["commander", "node:*"] },
  { place: "runtime/effects/", packages: ["zod"] },
  { place: "runtime/uplink/", packages: ["zod"] },
  { place: "runtime/main.ts", packages: ["node:*"] },
  { place: "runtime/", packages: [] },
  {
    place: "simulator/ports/",
    packages: ["@lydell/*", "serialport", "node-hid", "usb", "node:*"],
  },
  {
    place: "simulator/paper/",
    packages: ["bwip-js", "fontkit", "fast-png", "qrcode", "node:fs", "node:module", "node:path"],
  },
  { place: "simulator/devices/printing/", packages: ["iconv-lite"] },
  {
    place: "simulator/",
    packages: ["fastify", "@fastify/static", "ws", "qrcode", "zod", "node:*"],
  },
  { place: "vite.config.ts", packages: ["vite"] },
  { place: "vitest.config.ts", packages: ["vitest"] },
];

/** Where programs start. A page's `main.tsx`, every test and all of `test/` start too (law 11). */
export const mains: readonly Place[] = [
  "runtime/main.ts",
  "runtime/cli/",
  "simulator/main.ts",
  "simulator/virtual-counter.ts",
  "sync/backend/main.ts",
  "drivers/device-process.ts",
];

export function isPage(path: string): boolean {
  return path.includes("/page/");
}

export function isConfig(path: string): boolean {
  return /^[^/]+\.config\.ts$/.test(path);
}

/** Laws that need every folder in place rest until the terminal's own main stands. */
export function isWhole(paths: Iterable<string>): boolean {
  return new Set(paths).has("runtime/main.ts");
}

/** The six folders and the document each opens with (law 12). */
export const openings: readonly string[] = [
  "drivers/DESIGN.md",
  "runtime/DESIGN.md",
  "simulator/DESIGN.md",
  "state/DESIGN.md",
  "sync/DESIGN.md",
  "test/README.md",
];
