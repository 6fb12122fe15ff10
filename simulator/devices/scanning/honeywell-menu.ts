/**
 * The menu of a Honeywell scanner: tags of six letters with a value, each command ended by a sign
 * that says where it is kept. The answer is the command again, with a verdict before the sign.
 *
 * Source: python_hon_usbhid README and Honeywell manuals: `.` keeps in flash, `!` until power
 * goes, `;` and `,` join commands; `?` present, `^` default, `*` range. The tags are a few of
 * hundreds; the text of REVINF is made up.
 */
const ACK = "\u0006";
const BAD_TAG = "\u0005";
const BAD_VALUE = "\u0015";

interface Tag {
  readonly initial: string;
  readonly values: readonly string[];
}

const tags: Readonly<Record<string, Tag>> = {
  BEPBEP: { initial: "1", values: ["0", "1"] },
  BEPLVL: { initial: "3", values: ["0", "1", "2", "3"] },
  DECHDR: { initial: "0", values: ["0", "1"] },
  TRGMOD: { initial: "0", values: ["0", "3"] },
};
const REVISION = "REVINF";
const REVISION_TEXT = "Product Name: Virtual\r\nFirmware: 1.00\r\nSerial Number: HID00000001\r\n";

export interface MenuAnswer {
  /** What it says before the verdict; empty for most. */
  readonly text: string;
  readonly echo: string;
  readonly set: readonly MenuSetting[];
}

export interface MenuSetting {
  readonly setting: string;
  readonly value: string;
  /** Written to flash, which wears. */
  readonly isKept: boolean;
}

export class HoneywellMenu {
  #kept: Readonly<Record<string, string>> = {};
  #values: Readonly<Record<string, string>> = {};

  /** What was not kept is forgotten. */
  restart(): void {
    this.#values = this.#kept;
  }

  /** @param commands such as `BEPBEP0;REVINF.`; what follows the last sign is passed over */
  obey(commands: string): MenuAnswer {
    const isKept = /\.\s*$/.test(commands);
    let text = "";
    let echo = "";
    const set: MenuSetting[] = [];
    for (const [, command = "", sign = ""] of commands.matchAll(/([^.!;,]*)([.!;,])/g)) {
      const done = this.#one(command);
      if (command.slice(0, 6).toUpperCase() === REVISION) text += REVISION_TEXT;
      echo += `${done.echo}${sign}`;
      if (done.value === null) continue;
      const setting = command.slice(0, 6).toUpperCase();
      this.#values = { ...this.#values, [setting]: done.value };
      if (isKept) this.#kept = { ...this.#kept, [setting]: done.value };
      set.push({ setting, value: done.value, isKept });
    }
    return { text, echo, set };
  }

  #one(command: string): { readonly echo: string; readonly value: string | null } {
    const name = command.slice(0, 6).toUpperCase();
    const value = command.slice(6);
    if (name === REVISION) return { echo: `${command}${ACK}`, value: null };
    const tag = tags[name];
    if (tag === undefined) return { echo: `${command}${BAD_TAG}`, value: null };
    const told = {
      "?": this.#values[name] ?? tag.initial,
      "^": tag.initial,
      "*": `${tag.values[0]}-${tag.values.at(-1)}`,
    }[value];
    if (told !== undefined) return { echo: `${name}${told}${ACK}`, value: null };
    if (!tag.values.includes(value)) return { echo: `${command}${BAD_VALUE}`, value: null };
    return { echo: `${command}${ACK}`, value };
  }
}
