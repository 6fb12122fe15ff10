import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { starTsp650iiGb18030 } from "#drivers/printers/models/star-tsp650ii.ts";
import type { PrinterOptions } from "#simulator/devices/printer-options.ts";
import { disturbances, isKept, Play, type Story, story } from "#test/support/hostile-story.ts";
import { MemoryCounter } from "#test/support/memory-counter.ts";
import { printedSlips, undisturbed } from "#test/support/paper-audit.ts";

interface Profile {
  readonly model: PrinterModel;
  readonly printer: PrinterOptions;
  readonly confirms: boolean;
}

const slowClone = { receiveBufferBytes: 512, linesPerSecond: 8 } as const;

const profiles: Readonly<Record<string, Profile>> = {
  "process id": { model: epsonTmT20iii, printer: {}, confirms: true },
  "process id, small steps": {
    model: { ...epsonTmT20iii, bandBytes: 384 },
    printer: slowClone,
    confirms: true,
  },
  fence: { model: generic80mm, printer: slowClone, confirms: true },
  "no blade, no automatic status": {
    model: generic58mm,
    printer: { ...slowClone, widthDots: 384, ignores: ["GS a"] },
    confirms: true,
  },
  "XON and XOFF": {
    model: generic80mm,
    printer: { ...slowClone, handshake: "xon-xoff", busyBelow: 128 },
    confirms: true,
  },
  Star: {
    model: starTsp650iiGb18030,
    printer: { language: "star-line", linesPerSecond: 12 },
    confirms: true,
  },
  unconfirmed: {
    model: generic80mm,
    printer: { ...slowClone, ignores: ["GS r", "GS ( H"], handshake: "xon-xoff", busyBelow: 128 },
    confirms: false,
  },
};

const numbers = (slip: string) => [...new Set(slip.match(/单号 (\d\d-\d{6})/g) ?? [])];
const isCopy = (slip: string) => slip.includes("副本 COPY");
/** A kick that opens later than this opens a drawer that nobody looks at. */
const OPENS_WITHIN = 6000;
/** Of a pulse on its way. */
const RACE = 50;

/** Everything that is wrong with a counter after a story, in words. */
function faultsOf(counter: MemoryCounter, play: Play, told: Story, profile: Profile): string[] {
  const faults = play.untold.map((one) => `not told within a second: ${one}`);
  const slips = printedSlips(counter.slips);
  const { entries, terminal } = counter.till;
  for (const slip of slips) {
    if (numbers(slip).length > 1) faults.push(`two sales on one slip:\n${slip}`);
  }
  const documents = entries.flatMap(({ fact }) =>
    fact.type === "print.intended" ? [fact.document] : [],
  );
  const whole = new Set(documents.map((document) => undisturbed(document, profile.model)));
  for (const { fact } of entries) {
    if (fact.type !== "sale.completed") continue;
    const own = slips.filter((slip) => slip.includes(`单号 ${fact.receiptNumber}`));
    const originals = own.filter((slip) => !isCopy(slip)).length;
    if (originals > 1) faults.push(`${fact.receiptNumber} has ${originals} originals`);
    const mustBeWhole = profile.confirms || isKept(told);
    if (mustBeWhole && !own.some((slip) => whole.has(slip))) {
      faults.push(`${fact.receiptNumber} is nowhere whole`);
    }
  }
  if (terminal.jobs.length > 0) faults.push(`${terminal.jobs.length} jobs are still owed`);
  const interrupted = entries.filter(({ fact }) => fact.type === "print.interrupted").length;
  if (interrupted > (isKept(told) ? 0 : disturbances(told))) {
    faults.push(`${interrupted} receipts given up`);
  }
  if (profile.confirms) faults.push(...lateKicks(counter, play));
  return [...faults, ...kickFaults(counter, play, told)];
}

function kickFaults({ till, openings }: MemoryCounter, play: Play, told: Story): string[] {
  const faults: string[] = [];
  const entries = till.entries.slice(play.from);
  const intended = entries.filter(({ fact }) => fact.type === "drawer.kickIntended");
  // Two that waited for the same rows are one pulse to a drawer that is open by then.
  const kicks = entries.filter(({ fact }) => fact.type === "drawer.kicked");
  const kicked = new Set(kicks.map(({ at }) => at)).size;
  const isCalm = disturbances(told) === 0;
  if (isCalm && openings !== kicked) faults.push(`${kicked} kicks, ${openings} openings`);
  if (openings > intended.length) faults.push(`${intended.length} asked, ${openings} openings`);
  if (till.terminal.kicks.length > 0) faults.push("a kick without an end");
  return faults;
}

/** A pulse on the wire waits for paper like the rest where that ends in this very moment. */
function lateKicks({ till }: MemoryCounter, { from, openedAt, upsetAt }: Play): string[] {
  const entries = till.entries.slice(from);
  const asked = entries.filter(({ fact }) => fact.type === "drawer.kickIntended");
  const raced = entries.filter(
    ({ at, fact }) =>
      fact.type === "drawer.kicked" && upsetAt.some((upset) => Math.abs(upset - at) <= RACE),
  );
  const late = openedAt.filter(
    (at) => !asked.some((one) => at >= one.at && at - one.at <= OPENS_WITHIN),
  );
  return late.length > raced.length ? [`opened at ${late}, long after it was asked`] : [];
}

function live(profile: Profile, told: Story, bytesPerMs: number) {
  const { model, printer } = profile;
  const counter = new MemoryCounter({ model, printer, bytesPerMs });
  const play = new Play(counter);
  play.pass(5000);
  play.tell(told);
  play.pass(120_000);
  return { counter, play };
}

describe.each(Object.entries(profiles))("%s", (_name, profile) => {
  it("tells the truth on paper whatever befalls it", () => {
    fc.assert(
      fc.property(story, fc.constantFrom(1, 12), (told, bytesPerMs) => {
        const { counter, play } = live(profile, told, bytesPerMs);
        const faults = faultsOf(counter, play, told, profile);
        const paper = () => [...printedSlips(counter.slips), ...counter.log].join("\n~~~~\n");

        expect(faults, faults.length > 0 ? paper() : "").toEqual([]);
      }),
      {
        numRuns: Number(process.env.FC_RUNS ?? 8),
        endOnFailure: process.env.FC_RUNS !== undefined,
      },
    );
  }, 36_000_000);
});
