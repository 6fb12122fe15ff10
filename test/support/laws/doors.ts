import { type Door, doors, isAt, isPage, pagePackages } from "./house.ts";
import { importsOf, packageOf } from "./imports.ts";
import { type Finding, isCode, isTest, type Source } from "./source.ts";

/** Law 2: Node and npm come in by one door each. */
export function oneDoor(sources: readonly Source[]): Finding[] {
  return sources.filter(({ path }) => isCode(path) && !isTest(path)).flatMap(judge);
}

function judge(source: Source): Finding[] {
  const { path } = source;
  const { place, packages } = doorOf(path);
  return importsOf(source)
    .filter((each) => each.by === "import" && each.target === null)
    .filter((each) => !packages.some((name) => covers(name, packageOf(each.specifier))))
    .map((each) => ({ path, line: each.line, law: 2, instead: advice(place, each.specifier) }));
}

function doorOf(path: string): Door {
  if (isPage(path)) return { place: "a page", packages: pagePackages };
  return doors.find(({ place }) => isAt(path, place)) ?? { place: path, packages: [] };
}

function covers(name: string, wanted: string): boolean {
  return name.endsWith("*") ? wanted.startsWith(name.slice(0, -1)) : name === wanted;
}

function advice(place: string, specifier: string): string {
  const wanted = packageOf(specifier);
  const others = doors
    .filter(({ packages }) => packages.some((name) => covers(name, wanted)))
    .map((door) => door.place);
  if (pagePackages.some((name) => covers(name, wanted))) others.push("page/ folders");
  if (others.length === 0) return `${wanted} has no door yet: do without, or add it in house.ts`;
  return `${place} does not open to ${wanted}: take it in at ${others.join(", ")} and pass it on`;
}
