import { isAt, type Room, rooms, testsMayImport } from "./house.ts";
import { type Import, importsOf } from "./imports.ts";
import { type Finding, isCode, isTest, type Source } from "./source.ts";

/** Law 1: data flows one way, and so do imports. */
export function direction(sources: readonly Source[]): Finding[] {
  return sources.filter(({ path }) => isCode(path)).flatMap(judge);
}

function judge(source: Source): Finding[] {
  const { path } = source;
  const room = rooms.find(({ place }) => isAt(path, place));
  if (room === undefined) {
    const instead = "stands in no room of the house: move it, or add a row to rooms in house.ts";
    return [{ path, line: 1, law: 1, instead }];
  }
  return importsOf(source)
    .filter((each) => each.by === "import" && each.target !== null)
    .filter((each) => !mayImport(path, room, each.target ?? ""))
    .map((each) => ({ path, line: each.line, law: 1, instead: advice(room, each) }));
}

function mayImport(path: string, room: Room, target: string): boolean {
  if (allows(room, target)) return true;
  if (!isTest(path)) return false;
  const top: Room | undefined = rooms.find(({ place }) => place === `${path.split("/")[0]}/`);
  const isOwnCode = isAt(target, room.place) && !isAt(target, "test/");
  return isOwnCode || isAt(target, testsMayImport) || (top !== undefined && allows(top, target));
}

function allows(room: Room, target: string): boolean {
  const isTaken = (room.butNot ?? []).some((place) => isAt(target, place));
  return !isTaken && room.mayImport.some((place) => isAt(target, place));
}

function advice(room: Room, imported: Import): string {
  const allowed = room.mayImport.length === 0 ? "nothing" : room.mayImport.join(", ");
  const but = room.butNot === undefined ? "" : ` but not ${room.butNot.join(", ")}`;
  const { target } = imported;
  return `${room.place} imports ${allowed}${but}: pass ${target} in, or move what is shared`;
}
