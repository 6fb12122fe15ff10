import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { SystemImage } from "./system-image.ts";

const seconds = 300;

/**
 * Without KVM: emulated, so that it runs in any container. Time is the price. The guest's clock
 * counts instructions, so that a busy host slows it down and breaks no rhythm in it.
 */
const machine = [
  ...[
    "-accel",
    "tcg,thread=single",
    "-icount",
    "shift=1,sleep=on",
    "-machine",
    "q35",
    "-cpu",
    "max",
    "-smp",
    "1",
    "-m",
    "1024",
  ],
  ...["-nodefaults", "-no-user-config", "-nographic", "-no-reboot"],
  ...["-serial", "stdio", "-monitor", "none"],
  ...["-device", "virtio-9p-pci,fsdev=host,mount_tag=host"],
  ...["-fsdev", "local,id=host,path=/,security_model=none,readonly=on,multidevs=remap"],
];
const quiet = "console=ttyS0 quiet loglevel=3 panic=-1 nokaslr mitigations=off";

/**
 * Boots it and hands on each line of its serial console.
 *
 * @param run what the guest runs: a program and its arguments, without spaces in them
 * @returns when the machine is off, or after five minutes at most
 */
export async function boot(
  { kernel, initrd }: SystemImage,
  run: readonly string[],
  heard: (line: string) => void,
): Promise<void> {
  const append = `${quiet} random.trust_cpu=on guitai.run=${run.join(",")}`;
  const args = [...machine, "-kernel", kernel, "-initrd", initrd, "-append", append];
  const bounded = ["-k", "5", `${seconds}`, "qemu-system-x86_64", ...args];
  const child = spawn("timeout", bounded, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for await (const line of lines) heard(line.replaceAll("\r", ""));
  await closed;
}
