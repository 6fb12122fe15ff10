import type { Ready } from "./child.ts";

/** What the simulator says on its first line. Whatever else is a text is a serial line. */
export interface Started extends Ready {
  readonly printerTcp?: number;
  readonly usbip?: {
    readonly port: number;
    readonly devices: readonly { readonly busid: string; readonly product: string }[];
  };
}

const names: Readonly<Record<string, string>> = {
  printer: "打印机 Printer",
  scanner: "扫码枪 Scanner",
  display: "客显 Display",
  drawer: "独立钱箱 Own drawer",
  scale: "电子秤 Scale",
};

const LABEL_COLUMNS = 24;

/** Where everything is, for somebody at a prompt. */
export function whereIsWhat(started: Started): string {
  const { url, printerTcp, usbip, ready: _, ...rest } = started;
  const serial = Object.entries(rest).filter(([, value]) => typeof value === "string");
  const rows = [
    ["硬件台 Bench", url],
    ["接口 API", `${url}api/state`],
    ...serial.map(([name, path]) => [names[name] ?? name, String(path)]),
    ...(printerTcp === undefined ? [] : [["打印机 Printer (TCP)", `127.0.0.1:${printerTcp}`]]),
    ...(usbip === undefined ? [] : usbRows(usbip)),
  ] as const;
  const body = rows.map(([label = "", value = ""]) => `  ${padded(label)}${value}\n`).join("");
  return `\n${body}${tryIt(started)}\n  Ctrl-C 结束 stops it.\n\n`;
}

function usbRows({ port, devices }: NonNullable<Started["usbip"]>): readonly string[][] {
  return devices.map(({ busid, product }) => [
    `USB ${product}`,
    `usbip --tcp-port ${port} attach -r 127.0.0.1 -b ${busid}`,
  ]);
}

function tryIt({ printer }: Started): string {
  return `\n  试一试 Try it: printf 'Hello\\n\\035VB\\140' > ${printer}\n`;
}

/** Hanzi take two columns. */
function padded(label: string): string {
  const columns = [...label].reduce((sum, each) => sum + (each > "\u2e80" ? 2 : 1), 0);
  return `${label}${" ".repeat(Math.max(1, LABEL_COLUMNS - columns))}`;
}
