import { posix } from "node:path";
import { isWhole, openings } from "./house.ts";
import type { Finding, Source } from "./source.ts";

const link = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const elsewhere = /^(?:[a-z][a-z+.-]*:|#|\/\/)/;

/** Law 12: one title a document, links that lead somewhere, an opening for each folder. */
export function documents(sources: readonly Source[]): Finding[] {
  const paths = sources.map(({ path }) => path);
  const titles = sources.filter(({ path }) => path.endsWith(".md")).flatMap(judgeTitles);
  if (!isWhole(paths)) return titles;
  const places = new Set(paths.flatMap((path) => [path, ...foldersOf(path)]));
  const links = sources
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap((source) => judgeLinks(source, places));
  return [...titles, ...links, ...judgeOpenings(places)];
}

function judgeTitles(source: Source): Finding[] {
  const titles = prose(source).filter(([, text]) => /^# \S/.test(text));
  const { path } = source;
  if (titles.length === 0) {
    return [{ path, line: 1, law: 12, instead: "no title: open with one # line" }];
  }
  return titles.slice(1).map(([line]) => {
    return { path, line, law: 12, instead: "a second title: make it ##, or another document" };
  });
}

function judgeLinks(source: Source, places: ReadonlySet<string>): Finding[] {
  return prose(source).flatMap(([line, text]) =>
    [...text.matchAll(link)]
      .map(([, target = ""]) => target)
      .filter((target) => !elsewhere.test(target) && !places.has(placeOf(source.path, target)))
      .map((target) => {
        const instead = `${target} leads nowhere: mend the link or take it out`;
        return { path: source.path, line, law: 12, instead };
      }),
  );
}

function placeOf(from: string, target: string): string {
  const path = decodeURI(target.replace(/#.*$/, ""));
  return posix.join(posix.dirname(from), path).replace(/\/$/, "");
}

function judgeOpenings(places: ReadonlySet<string>): Finding[] {
  return openings
    .filter((path) => !places.has(path))
    .map((path) => {
      const instead = "is missing: say why the folder exists, its promises, its limits";
      return { path, line: 1, law: 12, instead };
    });
}

/** Numbered lines outside fenced blocks. */
function prose({ lines }: Source): [line: number, text: string][] {
  let isFenced = false;
  return lines.flatMap((text, index): [number, string][] => {
    const isFence = /^\s*(?:```|~~~)/.test(text);
    if (isFence) isFenced = !isFenced;
    return isFence || isFenced ? [] : [[index + 1, text]];
  });
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return [".", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}
