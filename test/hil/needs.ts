import { execFileSync } from "node:child_process";

/** Something this machine lacks, and what brings it. */
export interface Lack {
  readonly what: string;
  readonly fix: string;
}

const programs: readonly (readonly [program: string, debian: string])[] = [
  ["qemu-system-x86_64", "qemu-system-x86"],
  ["xz", "xz-utils"],
];

/** What keeps the loop from running here. Debian's own tools come first: without them, no fix. */
export function lacks(): readonly Lack[] {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return [{ what: "Linux on x86-64", fix: "Run it there, or in a container of it." }];
  }
  const apt = ["apt-get", "apt-cache", "dpkg-deb"].filter((program) => !isThere(program));
  if (apt.length > 0) {
    const what = apt.join(", ");
    return [{ what, fix: "The kernel comes as a Debian package: run it on Debian 12." }];
  }
  const found = programs.filter(([program]) => !isThere(program));
  const lacking = found.map(([what, debian]) => ({
    what,
    fix: `apt-get install -y --no-install-recommends ${debian}`,
  }));
  if (kernelPackage() !== null) return lacking;
  return [...lacking, { what: "the package linux-image-amd64", fix: "apt-get update" }];
}

/** Today's kernel package; its name changes with each security update. Null: apt knows none. */
export function kernelPackage(): string | null {
  const text = outputOf("apt-cache", ["depends", "linux-image-amd64"]);
  return /Depends:\s*(linux-image-\S+)/.exec(text)?.[1] ?? null;
}

/** Installs what `apt-get` has for it, where one may. What could not be had is still missing. */
export function install(): void {
  if (process.getuid?.() !== 0 || !isThere("apt-get")) return;
  if (kernelPackage() === null) outputOf("apt-get", ["update"]);
  const packages = programs.filter(([program]) => !isThere(program)).map(([, debian]) => debian);
  if (packages.length === 0) return;
  outputOf("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
}

function isThere(program: string): boolean {
  return outputOf("sh", ["-c", `command -v ${program}`]) !== "";
}

/** Empty when the program fails or is not there: either way it gave nothing to go on with. */
function outputOf(program: string, args: readonly string[]): string {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];
    return execFileSync(program, args, { encoding: "utf8", env, stdio, timeout: 60_000 });
  } catch {
    return "";
  }
}
