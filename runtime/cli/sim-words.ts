import type { Ready } from "./child.ts";

/** What the simulator says on its first line. Whatever else is a text is a serial line. */
interface Started extends Ready {
  readonly printerTcp?: number;
  readonly usbip?: {
    readonly port: number;
    readonly devices: readonly { readonly busid: string; readonly product: string }[];
  };
}

/** As the simulator reports on a scenario that it plays. */
interface Played {
  readonly name: string;
  readonly outcome: "running" | "passed" | "failed" | "stopped";
  readonly failure: string | null;
  readonly line: number;
  readonly text: string;
  readonly stepsDone: number;
  readonly steps: number;
}

/** One JSON line of the simulator for somebody at a prompt; null for what it says to programs. */
export function inWords(line: string): string | null {
  const said: Partial<Started> & { readonly scenario?: Played } = JSON.parse(line);
  if (said.scenario !== undefined) return progress(said.scenario);
  const { ready, url, ...rest } = said;
  return ready === undefined || url === undefined ? null : whereIsWhat({ ready, url, ...rest });
}

function progress({ name, outcome, failure, line, text, stepsDone, steps }: Played): string {
  switch (outcome) {
    case "running":
      return `  ${name} ${stepsDone}/${steps}  ▸ ${line}: ${text}\n`;
    case "passed":
      return `  ${name} 通过 passed\n`;
    case "failed":
      return `  ${name} 未通过 FAILED  ${failure}\n`;
    case "stopped":
      return `  ${name} 中止 stopped\n`;
  }
}

const names: Readonly<Record<string, string>> = {
  printer: "打印机 Printer",
  scanner: "扫码枪 Scanner",
  display: "客显 Display",
  drawer: "独立钱箱 Own drawer",
  scale: "电子秤 Scale",
};

/** Where everything is, for somebody at a prompt. */
function whereIsWhat(started: Started): string {
  const { url, printerTcp, usbip, ready: _, ...rest } = started;
  const serial = Object.entries(rest).filter(([, value]) => typeof value === "string");
  const rows = [
    ["硬件台 Bench", url],
    ["接口 API", `${url}api/state`],
    ...serial.map(([name, path]) => [names[name] ?? name, String(path)]),
    ...(printerTcp === undefined ? [] : [["打印机 Printer (TCP)", `127.0.0.1:${printerTcp}`]]),
    ...(usbip === undefined ? [] : usbRows(usbip)),
  ] as const;
  const width = Math.max(22, ...rows.map(([label = ""]) => columnsOf(label))) + 2;
  const body = rows
    .map(([label = "", value = ""]) => `  ${padded(label, width)}${value}\n`)
    .join("");
  return `\n${body}${tryIt(started)}\n  Ctrl-C 结束 stops it.\n\n`;
}

function usbRows({ port, devices }: NonNullable<Started["usbip"]>): readonly string[][] {
  return devices.map(({ busid, product }) => [
    `USB ${product.replace(/^USB /, "")}`,
    `usbip --tcp-port ${port} attach -r 127.0.0.1 -b ${busid}`,
  ]);
}

function tryIt({ printer }: Started): string {
  return `\n  试一试 Try it: printf 'Hello\\n\\035VB\\140' > ${printer}\n`;
}

const padded = (label: string, width: number) => `${label}${" ".repeat(width - columnsOf(label))}`;

/** Hanzi take two columns. */
function columnsOf(label: string): number {
  return [...label].reduce((sum, each) => sum + (each > "\u2e80" ? 2 : 1), 0);
}
