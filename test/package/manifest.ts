/** What the checkout's `package.json` says that the package's own is made of. */
export interface Manifest {
  readonly [field: string]: unknown;
  readonly exports: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

/** Kept as they are; what is not named here or below is the checkout's own affair. */
const kept = [
  ...(["name", "version", "description", "license", "private", "type"] as const),
  ...(["engines", "bin", "optionalDependencies"] as const),
] as const;

/** They make the pages, and the pages come made. */
const forPages: readonly string[] = ["preact", "vite"];

/** The package's `package.json`: JavaScript and declarations where the checkout has TypeScript. */
export function packedManifest(manifest: Manifest) {
  const { exports, imports, dependencies } = manifest;
  return {
    ...Object.fromEntries(kept.map((field) => [field, manifest[field]])),
    exports: changed(exports, ([name, file]) => [
      name,
      { types: file.replace(/\.ts$/, ".d.ts"), default: file.replace(/\.ts$/, ".js") },
    ]),
    // The specifiers in the emitted files still end as the sources do.
    imports: changed(imports, ([name, folder]) =>
      name === "#test/*" ? null : [`${name}.ts`, `${folder}.js`],
    ),
    dependencies: changed(dependencies, (row) => (forPages.includes(row[0]) ? null : row)),
  };
}

function changed<Value>(
  table: Readonly<Record<string, string>>,
  change: (row: [string, string]) => [string, Value] | null,
): Record<string, Value> {
  const rows = Object.entries(table).map(change);
  return Object.fromEntries(rows.filter((row) => row !== null));
}
