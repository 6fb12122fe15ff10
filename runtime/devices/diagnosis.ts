import { z } from "zod";

/**
 * What a technician may know of the devices of a running terminal. It is told on demand, counts
 * from the terminal's start, and decides nothing. Times are milliseconds since 1970.
 */

/**
 * `absent` was never there; `found` is being opened; `claimed` is open and has not answered;
 * `faulted` answers with trouble, such as no paper; `lost` was there and is looked for.
 */
export const slotState = z.enum(["absent", "found", "claimed", "ready", "faulted", "lost"]);

const happening = z.object({ text: z.string(), at: z.number() });

/** What a device says of itself, under the names of its driver's signals: `recEmpty`, `drawer`. */
export const deviceStatus = z.record(z.string(), z.union([z.string(), z.boolean()]));

const named = z.object({ name: z.string(), value: z.number() });
const errorCode = named.extend({ extended: z.number() });

/** The device in the words of UnifiedPOS 1.16: names without a language's prefix, and values. */
export const uposDiagnosis = z.object({
  deviceClass: z.string(),
  /** DeviceServiceVersion: 1016000 is 1.16. */
  serviceVersion: z.number(),
  state: named,
  powerState: named,
  claimed: z.boolean(),
  deviceEnabled: z.boolean(),
  /** Scans that wait to be read. */
  dataCount: z.number(),
  /** What `checkHealth` answers: with what an operation would be refused at this moment. */
  errorCode,
  checkHealthText: z.string(),
  /** The class's own that can be read at this moment: `CoverOpen`, `DrawerOpened`. */
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Counted since the terminal's start, under the standard's names: `GoodScanCount`. */
  statistics: z.record(z.string(), z.number()),
  /** What the device last reported, each until it reports the contrary. */
  statuses: z.array(named),
  /** What was refused or failed last: `claim`, `enable`, `output` or `input`. */
  lastError: errorCode.extend({ what: z.string(), at: z.number() }).nullable(),
  /** The last events, oldest first. */
  events: z.array(named.extend({ at: z.number() })),
});

/** One device. */
export const slotDiagnosis = z.object({
  /** `scanner`, `printer`, `display`. */
  name: z.string(),
  /** As the configuration gives it. */
  address: z.string(),
  /** What it is driven as: a row of a catalogue, and the product that the row is named after. */
  driver: z.object({ row: z.string(), title: z.string() }),
  /** What is plugged in at that address; null where nothing is, or nothing that has hardware. */
  found: z
    .object({
      node: z.string(),
      /** What stays when it is unplugged and comes back, as `guitai doctor` tells it. */
      identity: z.string(),
      title: z.string(),
      /** What it is taken for by its ids, the score, and what agreed; null when nobody knows it. */
      match: z.object({ row: z.string(), score: z.number(), why: z.array(z.string()) }).nullable(),
    })
    .nullable(),
  state: slotState,
  since: z.number(),
  /** Null while the device is not there, and for ever where it says nothing of itself. */
  status: deviceStatus.nullable(),
  /** What it calls itself; null where it was not asked, or did not say. Names are copied. */
  says: z.string().nullable(),
  bytesIn: z.number(),
  bytesOut: z.number(),
  /** What its driver told: scans, answers, changes of status. */
  signals: z.number(),
  opens: z.number(),
  /** How often an open link went away by itself. */
  losses: z.number(),
  lastSignal: happening.nullable(),
  /** Why it was last lost, or could not be opened, in the system's own words. */
  lastError: happening.nullable(),
  upos: uposDiagnosis,
  /** What hangs on it and is spoken to through it: a printer's drawer, its customer display. */
  attached: z.array(uposDiagnosis),
});

/** What `GET /diagnosis` answers. */
export const diagnosis = z.object({
  at: z.number(),
  /** The process that holds the links; null where there is none at the moment. */
  process: z.object({
    pid: z.number().nullable(),
    starts: z.number(),
    lastEnd: happening.nullable(),
  }),
  devices: z.array(slotDiagnosis),
});

export type SlotState = z.infer<typeof slotState>;
export type DeviceStatus = z.infer<typeof deviceStatus>;
export type Happening = z.infer<typeof happening>;
export type FoundDevice = SlotDiagnosis["found"];
export type UposDiagnosis = z.infer<typeof uposDiagnosis>;
export type SlotDiagnosis = z.infer<typeof slotDiagnosis>;
export type Diagnosis = z.infer<typeof diagnosis>;

/** Before the devices are opened. */
export const nothingOpen = (at: number): Diagnosis => ({
  ...{ at, process: { pid: null, starts: 0, lastEnd: null }, devices: [] },
});
