import fc from "fast-check";
import { lifePath } from "#state/chart.ts";
import type { Input } from "#state/input.ts";
import { items } from "#test/support/shop.ts";
import type { Till } from "#test/support/till.ts";

/**
 * What can happen at a counter, at random: mostly rows of the tables' language, so that a sequence
 * that breaks a law can be put into a table as it stands, and some inputs that fit nowhere.
 */
export type Move = string | Input;

const labels = [
  ...items.flatMap(({ gtin }) => (gtin === null ? [] : [gtin])),
  "2112345012346",
  "2200777015001",
  "2212345005000",
  "297770000000000000",
  "288880000999999999",
  "6901234567893",
  "690123",
];

const selling = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...labels).map((label) => `scan ${label}`) },
  { weight: 2, arbitrary: fc.constantFrom(...items).map(({ plu }) => `key ${plu} 2`) },
  { weight: 2, arbitrary: fc.constantFrom("key 12345", "scan 5901234123457") },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12_000 }))
      .map(([line, quantity]) => `times ${line} ${quantity}`),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }).map((line) => `remove ${line}`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom("1.00", "20.00", "100.00", "999.99").map((cash) => `cash ${cash}`),
  },
  { weight: 4, arbitrary: fc.constantFrom("pay", "back", "cancel", "reprint", "dismiss") },
);

const working = fc.constantFrom(
  ...["printer ready", "printer absent", "printer faulted paper-out", "printer faulted cover-open"],
  ...["scanner ready", "scanner absent", "scanner faulted jammed", "drawer open", "drawer closed"],
  ...["weighed 1.250", "weighed 0", "weigh-failed unstable", "weighed-before"],
  ...["printed", "printed unconfirmed", "print-failed paper-out nothing"],
  ...["print-failed link-lost unknown", "kicked", "kick-failed", "restart", "noise 3"],
);

const people = fc.constantFrom(
  ...["pin 1001 right", "pin 1001 wrong", "pin 1002 right", "pin 2001 right", "pin 9999 right"],
  ...["late-pin 1001 right", "late-pin 1001 wrong", "sign-off", "wait 20", "wait 900"],
);

const activating = fc.constantFrom(
  ...["identity", "issued", "expired", "denied", "approved", "configured 1", "configured 2"],
  ...["signed-in", "enterprise merchant-1", "role CASHIER", "open-pos", "opened", "renew"],
  ...["opening-refused activation/left-company", "acknowledged", "acknowledged 1", "go-live"],
  ...["retry", "sign-off", "scan anything", "unreachable"],
);

/** Whatever the printer and the drawer answer, they may answer it for work that is not theirs. */
const stray: fc.Arbitrary<Input> = fc
  .integer({ min: 1, max: 40 })
  .chain((number) =>
    fc.constantFrom<Input>(
      { type: "printed", jobId: `id-${number}`, confirmed: true },
      { type: "printFailed", jobId: `id-${number}`, reason: "cutter", printed: "nothing" },
      { type: "printFailed", jobId: `id-${number}`, reason: "cutter", printed: "unknown" },
      { type: "kicked", kickId: `id-${number}` },
      { type: "kickFailed", kickId: `id-${number}` },
    ),
  );

const anyLabel: fc.Arbitrary<Input> = fc
  .string({ unit: "binary", maxLength: 60 })
  .map((label) => ({ type: "scanned", label }));

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 10, arbitrary: selling },
  { weight: 7, arbitrary: working },
  { weight: 2, arbitrary: people },
  { weight: 3, arbitrary: activating },
  { weight: 1, arbitrary: stray },
  { weight: 1, arbitrary: anyLabel },
);

/** Chance alone seldom gets as far as the money: whole sales are put in between. */
const wholeSale = fc
  .tuple(fc.constantFrom(...labels), fc.constantFrom("printed", "kicked", "sign-off", "pay"))
  .map(([label, next]): Move[] => ["key 101", `scan ${label}`, "cash 100.00", next]);

export const moves = manyOf(
  fc.oneof(
    { weight: 8, arbitrary: move.map((one) => [one]) },
    { weight: 1, arbitrary: wholeSale },
    { weight: 1, arbitrary: fc.constant<Move[]>(["printer ready", "pin 1001 right"]) },
  ),
);

/** An activation that mostly goes on: `onward` is whatever the screen asks for. */
export const activatingMoves = manyOf(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Move[]>(["onward"]) },
    { weight: 2, arbitrary: activating.map((one) => [one]) },
    { weight: 2, arbitrary: working.map((one) => [one]) },
  ),
);

function manyOf(some: fc.Arbitrary<readonly Move[]>): fc.Arbitrary<Move[]> {
  return fc.array(some, { maxLength: 60, size: "max" }).map((all) => all.flat());
}

const nextSteps: Readonly<Record<string, string>> = {
  unidentified: "identity",
  notActivated: "issued",
  awaitingApproval: "approved",
  configuring: "configured 1",
  signingIn: "signed-in",
  choosingEnterprise: "enterprise merchant-1",
  choosingRole: "role CASHIER",
  atDoor: "open-pos",
  opening: "opened",
  scanning: "scan 6901234567892",
  printing: "printed",
  openingDrawer: "kicked",
  syncing: "acknowledged",
  passed: "go-live",
  signedOff: "pin 1001 right",
};

/** The input that takes a till one step on from where it is; a scan in service. */
export function nextStep({ terminal }: Till): string {
  const isStuck = terminal.jobs.length > 0 && terminal.chart.printer !== "ready";
  if (isStuck) return "printer ready";
  return nextSteps[lifePath(terminal.chart).at(-1) ?? ""] ?? "scan 6901234567892";
}
