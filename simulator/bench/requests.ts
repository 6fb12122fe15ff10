/** What a request may say, as JSON schemas, and what it then asks of the counter. */
import { type DrawerAction, type OpenLevel, openLevels } from "../devices/cash-drawer.ts";
import {
  type DisplayAction,
  type DisplayTongue,
  displayTongues,
} from "../devices/customer-display.ts";
import { type BoxAction, type BoxTongue, boxTongues } from "../devices/drawer-box.ts";
import type { PrinterAction } from "../devices/printer-options.ts";
import type { ScaleAction } from "../devices/scale.ts";
import { type ScaleTongue, scaleTongues } from "../devices/scale-tongues.ts";
import type { LaneFaults, LineChange } from "../line/faults.ts";
import { SCENARIO_CHARACTERS_MAX } from "../scenario/parse.ts";
import { type WiredName, wiredNames } from "../virtual-counter.ts";

export const object = <Properties extends object>(
  properties: Properties,
  required: readonly string[] = [],
) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
export const oneOf = (...values: readonly string[]) => ({ type: "string", enum: values });
export const count = (minimum: number, maximum: number) => ({ type: "integer", minimum, maximum });

export interface PrinterBody {
  readonly paper?: "ok" | "near-end" | "out";
  readonly paperLeftLines?: number;
  readonly cover?: "open" | "closed";
  readonly power?: "on" | "off";
  readonly cutter?: "ok" | "jammed";
  readonly head?: "ok" | "hot" | "dead";
  readonly feedButton?: "up" | "held";
  readonly linesPerSecond?: number;
  readonly tear?: true;
  readonly hangsOnStatus?: boolean;
  readonly ignoresKickEvery?: number;
}

export const printerSchema = {
  ...object({
    paper: oneOf("ok", "near-end", "out"),
    paperLeftLines: count(1, 100_000),
    cover: oneOf("open", "closed"),
    power: oneOf("on", "off"),
    cutter: oneOf("ok", "jammed"),
    head: oneOf("ok", "hot", "dead"),
    feedButton: oneOf("up", "held"),
    linesPerSecond: { type: "number", minimum: 0.5, maximum: 10_000 },
    tear: { const: true },
    hangsOnStatus: { type: "boolean" },
    ignoresKickEvery: count(0, 100),
  }),
  minProperties: 1,
};

export function printerActions(body: PrinterBody): readonly PrinterAction[] {
  const actions: PrinterAction[] = [];
  if (body.linesPerSecond !== undefined) {
    actions.push({ kind: "speed", linesPerSecond: body.linesPerSecond });
  }
  if (body.hangsOnStatus !== undefined) {
    actions.push({ kind: "status hangs", hangs: body.hangsOnStatus });
  }
  if (body.ignoresKickEvery !== undefined) {
    actions.push({ kind: "kicks ignored", every: body.ignoresKickEvery });
  }
  if (body.paper !== undefined) actions.push({ kind: "paper", paper: body.paper });
  if (body.paperLeftLines !== undefined) {
    actions.push({ kind: "paper left", lines: body.paperLeftLines });
  }
  if (body.cutter !== undefined) actions.push({ kind: "cutter", cutter: body.cutter });
  if (body.head !== undefined) actions.push({ kind: "head", head: body.head });
  if (body.cover !== undefined) actions.push({ kind: "cover", cover: body.cover });
  if (body.feedButton !== undefined) {
    actions.push({ kind: "feed button", feedButton: body.feedButton });
  }
  if (body.power !== undefined) actions.push({ kind: "power", power: body.power });
  if (body.tear === true) actions.push({ kind: "tear" });
  return actions;
}

export interface DrawerBody {
  readonly open?: boolean;
  readonly jammed?: boolean;
  readonly switchStuck?: boolean;
  /** How long its contacts chatter. */
  readonly bounceMs?: number;
  /** The level of pin 3 while it is open; `none`: a cable without a sense wire. */
  readonly sense?: OpenLevel;
}

export const drawerSchema = {
  ...object({
    open: { type: "boolean" },
    jammed: { type: "boolean" },
    switchStuck: { type: "boolean" },
    bounceMs: count(0, 1000),
    sense: oneOf(...openLevels),
  }),
  minProperties: 1,
};

export function drawerActions(body: DrawerBody): readonly DrawerAction[] {
  const actions: DrawerAction[] = [];
  if (body.jammed !== undefined) actions.push({ kind: "jam", jammed: body.jammed });
  if (body.switchStuck !== undefined) {
    actions.push({ kind: "switch", stuck: body.switchStuck });
  }
  if (body.bounceMs !== undefined) actions.push({ kind: "bounce", bounceMs: body.bounceMs });
  if (body.sense !== undefined) actions.push({ kind: "sense", openLevel: body.sense });
  if (body.open !== undefined) actions.push({ kind: body.open ? "open" : "close" });
  return actions;
}

export interface BoxBody extends DrawerBody {
  readonly speaks?: BoxTongue;
}

export const boxSchema = {
  ...object({
    ...drawerSchema.properties,
    speaks: oneOf(...boxTongues),
  }),
  minProperties: 1,
};

export function boxActions({ speaks, ...drawer }: BoxBody): readonly BoxAction[] {
  const actions: BoxAction[] = [];
  if (speaks !== undefined) actions.push({ kind: "speaks", speaks });
  return [...actions, ...drawerActions(drawer)];
}

export interface ScaleBody {
  readonly grams?: number;
  readonly speaks?: ScaleTongue;
  readonly power?: "on" | "off";
  readonly restless?: boolean;
  readonly lose?: number;
  readonly delayMs?: number;
}

export const scaleSchema = {
  ...object({
    grams: count(-99_999, 99_999),
    speaks: oneOf(...scaleTongues),
    power: oneOf("on", "off"),
    restless: { type: "boolean" },
    lose: count(0, 100),
    delayMs: count(0, 60_000),
  }),
  minProperties: 1,
};

export function scaleActions(body: ScaleBody): readonly ScaleAction[] {
  const { grams, speaks, power, restless, lose, delayMs } = body;
  const actions: ScaleAction[] = [];
  if (speaks !== undefined) actions.push({ kind: "speaks", speaks });
  if (power !== undefined) actions.push({ kind: "power", power });
  if (restless !== undefined) actions.push({ kind: "restless", restless });
  if (lose !== undefined) actions.push({ kind: "lose", answers: lose });
  if (delayMs !== undefined) actions.push({ kind: "late", delayMs });
  if (grams !== undefined) actions.push({ kind: "put", grams });
  return actions;
}

export interface DisplayBody {
  readonly power?: "on" | "off";
  readonly speaks?: DisplayTongue;
}

export const displaySchema = {
  ...object({ power: oneOf("on", "off"), speaks: oneOf(...displayTongues) }),
  minProperties: 1,
};

export function displayActions({ power, speaks }: DisplayBody): readonly DisplayAction[] {
  const actions: DisplayAction[] = [];
  if (speaks !== undefined) actions.push({ kind: "speaks", speaks });
  if (power !== undefined) actions.push({ kind: "power", power });
  return actions;
}

export interface LineBody extends LineChange {
  readonly device: WiredName;
}

const lane = object({
  loseNext: count(0, 1_000_000),
  loseEvery: count(0, 1_000_000),
  losePerMille: count(0, 1000),
  seed: count(0, 2 ** 32 - 1),
  delayMs: count(0, 60_000),
  doubleNext: count(0, 1000),
  pieceBytes: count(0, 65_536),
  pieceGapMs: count(0, 10_000),
  cutAfter: count(0, 1_000_000),
  resetAfter: count(0, 1_000_000),
} satisfies Record<keyof LaneFaults, object>);

export const lineSchema = {
  ...object(
    {
      device: oneOf(...wiredNames),
      cable: oneOf("in", "out"),
      toDevice: lane,
      toHost: lane,
      reset: { const: true },
      brownOutMs: count(1, 600_000),
      mend: { const: true },
    },
    ["device"],
  ),
  minProperties: 2,
};

export interface SwapBody {
  readonly device: WiredName;
  readonly with: WiredName;
}

export const swapSchema = object({ device: oneOf(...wiredNames), with: oneOf(...wiredNames) }, [
  "device",
  "with",
]);

export interface ScenarioBody {
  readonly text?: string;
  readonly name?: string;
  readonly stop?: true;
}

export const scenarioSchema = {
  ...object({
    text: { type: "string", minLength: 1, maxLength: SCENARIO_CHARACTERS_MAX },
    name: { type: "string", minLength: 1, maxLength: 200 },
    stop: { const: true },
  }),
  anyOf: [{ required: ["text"] }, { required: ["stop"] }],
};
