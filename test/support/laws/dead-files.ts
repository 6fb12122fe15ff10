import { isAt, isConfig, isPage, isWhole, mains } from "./house.ts";
import { importsOf } from "./imports.ts";
import { type Finding, isCode, isTest, type Source } from "./source.ts";

/** Law 11: every source is reached from a program's start or from a test. */
export function noDeadFiles(sources: readonly Source[]): Finding[] {
  const files = new Map(sources.map((source) => [source.path, source]));
  if (!isWhole(files.keys())) return [];
  const scripts = files.get("package.json")?.text ?? "";
  const isStart = (path: string) => startsByItself(path) || scripts.includes(path);
  const code = sources.filter(({ path }) => isCode(path));
  const alive = reachableFrom(
    code.filter(({ path }) => isStart(path)),
    files,
  );
  return code
    .filter(({ path }) => !alive.has(path))
    .map(({ path }) => {
      const instead = "no program and no test reaches this file: import it or delete it";
      return { path, line: 1, law: 11, instead };
    });
}

function startsByItself(path: string): boolean {
  const isPageMain = isPage(path) && /\/main\.tsx?$/.test(path);
  return isTest(path) || isConfig(path) || isPageMain || mains.some((place) => isAt(path, place));
}

function reachableFrom(
  starts: readonly Source[],
  files: ReadonlyMap<string, Source>,
): ReadonlySet<string> {
  const alive = new Set<string>();
  const queue = [...starts];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (alive.has(next.path)) continue;
    alive.add(next.path);
    const named = importsOf(next).map(({ target }) => files.get(target ?? ""));
    queue.push(...named.filter((each) => each !== undefined));
  }
  return alive;
}
