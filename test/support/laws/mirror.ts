import { posix } from "node:path";
import type { Finding, Source } from "./source.ts";

const unit = /^(.+?)(\.whole)?\.test\.tsx?$/;

/** Law 10: a test stands beside what it tests; what crosses folders stands in `test/`. */
export function mirror(sources: readonly Source[]): Finding[] {
  const paths = new Set(sources.map(({ path }) => path));
  return sources.flatMap(({ path }) => {
    const [, stem, whole] = unit.exec(path) ?? [];
    if (stem === undefined || path.startsWith("test/")) return [];
    const stems = whole === undefined ? [stem] : [stem, `${stem}/main`, besideMain(stem)];
    if (stems.some((each) => paths.has(`${each}.ts`) || paths.has(`${each}.tsx`))) return [];
    const instead = `tests no ${posix.basename(stem)}.ts beside it: rename it, or move it to test/`;
    return [{ path, line: 1, law: 10, instead }];
  });
}

function besideMain(stem: string): string {
  return posix.join(posix.dirname(stem), "main");
}
