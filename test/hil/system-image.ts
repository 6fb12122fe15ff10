/** A kernel and a root in memory, out of Debian's packages; kept in a folder for the next run. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compressedKernel } from "./kernel-image.ts";

export interface SystemImage {
  readonly kernel: string;
  readonly initrd: string;
}

const init = fileURLToPath(new URL("guest/init", import.meta.url));
const inKernel = [
  ...["drivers/usb/common/*", "drivers/usb/core/*", "drivers/usb/class/*", "drivers/usb/usbip/*"],
  "drivers/input/evdev.ko",
  ...["drivers/hid/hid.ko", "drivers/hid/hid-generic.ko", "drivers/hid/usbhid/*"],
  ...["drivers/virtio/*", "net/9p/*", "fs/9p/*", "fs/netfs/*", "fs/fscache/*"],
];

/** Downloads what is not in `cache` yet. Throws what the failing program said. */
export function systemImage(cache: string, kernelPackage: string): SystemImage {
  const folder = unpackedFolder(cache, kernelPackage);
  const kernel = join(folder, "vmlinux");
  if (!existsSync(kernel)) {
    rmSync(folder, { recursive: true, force: true });
    unpackKernel(cache, kernelPackage);
  }
  const busybox = join(cache, "busybox", "bin", "busybox");
  if (!existsSync(busybox)) {
    const deb = download(cache, "busybox-static");
    run("dpkg-deb", ["-x", deb, join(cache, "busybox")]);
    rmSync(deb);
  }
  return { kernel, initrd: packRoot(folder, busybox) };
}

/** Another list of modules is another folder. */
function unpackedFolder(cache: string, kernelPackage: string): string {
  const list = createHash("sha256").update(inKernel.join("\n")).digest("hex").slice(0, 8);
  return join(cache, `${kernelPackage}-${list}`);
}

function unpackKernel(cache: string, kernelPackage: string): void {
  const folder = unpackedFolder(cache, kernelPackage);
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const deb = download(cache, kernelPackage);
  const modules = inKernel.map((path) => `./lib/modules/*/kernel/${path}`);
  const wanted = ["./boot/vmlinuz-*", "./lib/modules/*/modules.*", ...modules];
  const tar = `dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --wildcards ${quoted(wanted)}`;
  run("bash", ["-o", "pipefail", "-c", tar, "unpack", deb, fresh]);
  const [image] = readdirSync(join(fresh, "boot"));
  if (image === undefined) throw new Error(`${kernelPackage} holds no kernel`);
  const packed = join(fresh, "vmlinux.xz");
  writeFileSync(packed, compressedKernel(readFileSync(join(fresh, "boot", image))));
  run("sh", ["-c", 'xz -dc --single-stream "$1" >"$2"', "xz", packed, join(fresh, "vmlinux")]);
  rmSync(packed);
  rmSync(deb);
  renameSync(fresh, folder);
}

function packRoot(folder: string, busybox: string): string {
  const root = join(folder, "root");
  rmSync(root, { recursive: true, force: true });
  for (const path of ["bin", "dev", "proc", "sys", "host"]) {
    mkdirSync(join(root, path), { recursive: true });
  }
  copyFileSync(busybox, join(root, "bin", "busybox"));
  copyFileSync(init, join(root, "init"));
  chmodSync(join(root, "init"), 0o755);
  cpSync(join(folder, "lib"), join(root, "lib"), { recursive: true });
  const [release] = readdirSync(join(root, "lib", "modules"));
  if (release === undefined) throw new Error("the kernel has no modules");
  run(busybox, ["depmod", "-b", root, release]);
  const initrd = join(folder, "initrd.cpio");
  const cpio = 'cd "$1" && find . | "$2" cpio -o -H newc >"$3"';
  run("sh", ["-c", cpio, "pack", root, busybox, initrd]);
  return initrd;
}

/** The `.deb` of a package, in `folder`. */
function download(folder: string, name: string): string {
  const before = new Set(readdirSync(folder));
  run("apt-get", ["-o", "APT::Sandbox::User=root", "download", name], folder);
  const deb = readdirSync(folder).find((file) => file.endsWith(".deb") && !before.has(file));
  if (deb === undefined) throw new Error(`apt-get downloaded no ${name}`);
  return join(folder, deb);
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(" ");

function run(program: string, args: readonly string[], cwd?: string): void {
  execFileSync(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"], timeout: 120_000 });
}
