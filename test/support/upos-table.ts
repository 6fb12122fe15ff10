import type { UposControl } from "#drivers/upos/control.ts";
import type { UposError } from "#drivers/upos/error.ts";
import type { UposEvent } from "#drivers/upos/event-queue.ts";
import type { PropertyValue } from "#drivers/upos/properties.ts";
import { shortReceipt } from "#test/support/receipts.ts";
import { UposCounter, type UposDevice } from "#test/support/upos-counter.ts";

/**
 * Tables of the UnifiedPOS model, one call a row:
 *
 *     claim 0 = 0              what is called, and its answer: codes as the standard numbers them
 *     other claim 0 = 112      by the second application
 *     await 100 = it waits     a claim that waits; `awaited` is what came of it
 *     take = data 6901234567892
 *     @ scan 6901234567892     something happens in the world: the simulator's words, or
 *     @ plug, @ unplug, @ wait 500
 */
export function played(device: UposDevice, rows: readonly string[]): readonly string[] {
  const counter = new UposCounter(device);
  return rows.map((row) => {
    if (row.startsWith("@ ")) {
      happen(counter, row.slice(2));
      return row;
    }
    const [call = ""] = row.split(" = ");
    return `${call} = ${answer(counter, call.split(" "))}`;
  });
}

export type Table = readonly [what: string, device: UposDevice, rows: readonly string[]];

export const water = "6901234567892";
export const milk = "6901234567885";
/** Bytes that no label has. */
export const noise = "@ scanner sends 41 ff fe 0d";

/** Opened, claimed, everything told, and enabled. */
export const working: readonly string[] = [
  ...["@ plug", "open = 0", "claim 0 = 0", "notify 1 = 0", "async 1 = 0", "enable = 0"],
];

function happen(counter: UposCounter, what: string): void {
  const [verb, ms] = what.split(" ");
  if (what === "plug") counter.plug();
  else if (what === "unplug") counter.unplug();
  else if (verb === "wait") counter.wait(Number(ms));
  else counter.happen(what);
}

function answer(counter: UposCounter, words: readonly string[]): string {
  const isOther = words[0] === "other";
  const who = isOther ? "other" : "one";
  const control = counter.control(who);
  const [verb = "", ...given] = isOther ? words.slice(1) : words;
  const command = commands[verb];
  if (command !== undefined) return String(counter.command(command(given[0] ?? "")));
  if (verb === "await") return waited(counter.claimWithin(who, Number(given[0])));
  if (verb === "awaited") return waited(counter.claimed(who));
  if (verb === "health") return `${counter.checkHealth()} ${control.properties.checkHealthText}`;
  if (verb === "result") {
    const result = counter.resultOf(given[0] ?? "");
    return result === null ? "none yet" : String(fully(result));
  }
  const call = calls[verb];
  if (call === undefined) throw new Error(`no such call: ${words.join(" ")}`);
  const answered = call(control, given);
  return typeof answered === "object" ? String(answered.code) : String(answered);
}

const waited = (result: UposError | null) => (result === null ? "it waits" : String(result.code));

const commands: Readonly<Record<string, (id: string) => { readonly type: string }>> = {
  print: (jobId) => ({ type: "print", jobId, document: shortReceipt }) as { readonly type: string },
  kick: (kickId) => ({ type: "openDrawer", kickId }) as { readonly type: string },
  weigh: (readId) => ({ type: "readWeight", readId }) as { readonly type: string },
  direct: (type) => ({ type }),
};

type Control = UposControl<{ readonly type: string }>;
type Call = (control: Control, given: readonly string[]) => UposError | PropertyValue;

const isOn = ([word]: readonly string[]) => word === "1";

const calls: Readonly<Record<string, Call>> = {
  open: (control) => control.open(),
  close: (control) => control.close(),
  claim: (control, [ms]) => control.claim(Number(ms)),
  release: (control) => control.release(),
  enable: (control) => control.setDeviceEnabled(true),
  disable: (control) => control.setDeviceEnabled(false),
  data: (control, given) => control.setDataEventEnabled(isOn(given)),
  freeze: (control, given) => control.setFreezeEvents(isOn(given)),
  auto: (control, given) => control.setAutoDisable(isOn(given)),
  async: (control, given) => control.setAsyncMode(isOn(given)),
  notify: (control, given) => control.setPowerNotify(isOn(given) ? 1 : 0),
  flag: (control, given) => control.setFlagWhenIdle(isOn(given)),
  check: (control, given) =>
    control.check({ isOutput: given.includes("output"), needsIdle: given.includes("idle") }),
  answer: (control, [response]) => control.respond(Number(response) as 11 | 12 | 13),
  clearInput: (control) => control.clearInput(),
  clearInputProperties: (control) => control.clearInputProperties(),
  clearOutput: (control) => control.clearOutput(),
  state: (control) => control.state,
  version: (control) => control.deviceServiceVersion,
  claimed: (control) => control.claimed,
  count: (control) => control.dataCount,
  show: (control, names) => names.map((name) => shown(control, name)).join(" "),
  read: (control, [name = ""]) => {
    const { error, value } = control.read(name);
    return value === null ? error : `${error.code} ${value}`;
  },
  write: (control, [name = "", value = ""]) => control.write(name, parsed(value)),
  counted: (control, names) => {
    const { error, counts } = control.retrieveStatistics(names);
    return [error.code, ...Object.values(counts)].join(" ");
  },
  compareFirmware: (control) => control.compareFirmwareVersion("a file"),
  updateFirmware: (control) => control.updateFirmware("a file"),
  reset: (control, names) => fully(control.resetStatistics(names)),
  update: (control, [name = "", count]) =>
    fully(control.updateStatistics({ [name]: Number(count) })),
  take: (control) => told(control.take()),
  takeAll: (control) => {
    const all: string[] = [];
    for (let event = control.take(); event !== null; event = control.take()) all.push(told(event));
    return all.length === 0 ? "nothing" : all.join(", ");
  },
};

const fully = ({ code, extended }: UposError) => (extended === 0 ? code : `${code} ${extended}`);

const shown = ({ properties }: Control, name: string) =>
  String(Object.entries(properties).find(([each]) => each === name)?.[1]);

function parsed(word: string): PropertyValue {
  if (word === "true" || word === "false") return word === "true";
  return /^\d+$/.test(word) ? Number(word) : word;
}

function told(event: UposEvent<{ readonly type: string }> | null): string {
  switch (event?.type) {
    case undefined:
      return "nothing";
    case "DataEvent":
      return `data ${"scanDataLabel" in event.data ? event.data.scanDataLabel : ""}`;
    case "StatusUpdateEvent":
      return `status ${event.status}`;
    case "OutputCompleteEvent":
      return `complete ${event.outputId}`;
    case "DirectIOEvent":
      return `direct ${event.eventNumber} ${event.data}`;
    case "ErrorEvent": {
      const { error, locus, response } = event;
      return `error ${fully(error)}, locus ${locus}, response ${response}`;
    }
  }
}
