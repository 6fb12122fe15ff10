import { statfsSync } from "node:fs";
import { arch, cpus, loadavg, platform, release } from "node:os";
import { loadBetterSqlite3, loadSqlite3, type PeerName, peerVersion } from "./peers.ts";

/** Where the figures come from: without it they mean nothing. */
export interface Machine {
  readonly processors: number;
  readonly processor: string;
  readonly system: string;
  readonly node: string;
  /** SQLite that each contestant brings. */
  readonly sqlite: Readonly<Record<string, string>>;
  readonly peers: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly fileSystem: string;
  /** Processes that wanted a processor in the last minute, this one not yet among them. */
  readonly load: number;
}

/** Magic numbers of statfs(2). */
const fileSystems: Readonly<Record<number, string>> = {
  61267: "ext4",
  16914836: "tmpfs",
  1481003842: "xfs",
  2435016766: "btrfs",
  2035054128: "overlayfs",
  26985: "nfs",
  801189825: "zfs",
};

export function describeMachine(folder: string, peers: readonly PeerName[]): Machine {
  const processors = cpus();
  return {
    processors: processors.length,
    processor: processors[0]?.model.trim() ?? "unknown",
    system: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    sqlite: {
      node: process.versions.sqlite ?? "unknown",
      ...(peers.includes("better-sqlite3") && { "better-sqlite3": betterVersion() }),
      ...(peers.includes("sqlite3") && { sqlite3: loadSqlite3().VERSION }),
    },
    peers: Object.fromEntries(peers.map((name) => [name, peerVersion(name)])),
    folder,
    fileSystem: fileSystems[statfsSync(folder).type] ?? "unknown",
    load: loadavg()[0] ?? Number.NaN,
  };
}

function betterVersion(): string {
  const database = new (loadBetterSqlite3())(":memory:");
  const version = database.prepare("SELECT sqlite_version() AS version").get();
  database.close();
  return String(version.version);
}

export function showMachine(machine: Machine): string {
  const { processors, processor, system, node, sqlite, peers, folder, fileSystem, load } = machine;
  const versions = Object.entries(peers).map(([name, version]) => {
    const own = sqlite[name];
    return own === undefined ? `${name} ${version}` : `${name} ${version} (SQLite ${own})`;
  });
  const memory = "this is memory: a sync costs nothing here. Set TMPDIR to a folder on a disk.";
  return [
    `${processors} processors (${processor}), ${system}, load ${load.toFixed(1)}`,
    [`Node ${node} (SQLite ${sqlite.node})`, ...versions].join(", "),
    `data in ${folder} (${fileSystem}), removed afterwards`,
    ...(fileSystem === "tmpfs" ? [`! ${memory}`] : []),
  ].join("\n");
}
