import { paperText } from "../paper/paper-text.ts";
import type { VirtualCounter } from "../virtual-counter.ts";
import { type Baseline, drawerNames, drawersOf, type Expectation, scansOf } from "./scenario.ts";
import type { Slots } from "./words.ts";

export interface ExpectationRow {
  readonly pattern: string;
  readonly make: (slots: Slots) => Expectation;
}

const row = (pattern: string, make: (slots: Slots) => Expectation): ExpectationRow => ({
  pattern: `expect ${pattern}`,
  make,
});

const state = (words: string, other: string, holds: (counter: VirtualCounter) => boolean) =>
  row(words, () => (counter) => (holds(counter) ? null : other));

const total = (words: string, count: (counter: VirtualCounter, since: Baseline) => number) =>
  row(words, ({ count: wanted }) => (counter, since) => {
    const there = count(counter, since);
    return there === wanted ? null : `there are ${there}`;
  });

const papers = (counter: VirtualCounter, since: Baseline) =>
  counter.printer.paper.receipts.filter(({ number }) => number > since.finishedReceipts);

const paper = (counter: VirtualCounter, since: Baseline) =>
  papers(counter, since).map(paperText).join("");

const quoted = (text: string) => JSON.stringify(text.trimEnd());

/** What can be expected; all counts from the scenario's start. */
export const expectationRows: readonly ExpectationRow[] = [
  row("paper contains {text}", ({ text }) => (counter, since) => {
    const there = paper(counter, since);
    return there.includes(text) ? null : `the paper says ${quoted(there)}`;
  }),
  row("paper lacks {text}", ({ text }) => (counter, since) => {
    const there = paper(counter, since);
    return there.includes(text) ? `the paper says ${quoted(there)}` : null;
  }),
  total(
    "{count} receipts",
    (counter, since) => papers(counter, since).filter(({ edge }) => edge !== "open").length,
  ),
  total("{count} scans", (counter, since) => scansOf(counter) - since.scans),
  ...drawerNames.flatMap((name) => [
    total(
      `{count} ${name} openings`,
      (counter, since) => drawersOf(counter)[name].openings - since.openings[name],
    ),
    state(`${name} open`, "it is closed", (counter) => drawersOf(counter)[name].isOpen),
    state(`${name} closed`, "it is open", (counter) => !drawersOf(counter)[name].isOpen),
  ]),
  state("hid-scanner enabled", "it is not", ({ hidScanner }) => hidScanner.isEnabled),
  state("hid-scanner disabled", "it is enabled", ({ hidScanner }) => !hidScanner.isEnabled),
  state("oem-scanner enabled", "it is not", ({ oemScanner }) => oemScanner.isEnabled),
  state("oem-scanner disabled", "it is enabled", ({ oemScanner }) => !oemScanner.isEnabled),
  state("hid-drawer answering", "it is in its boot loader", ({ hidDrawer }) => !hidDrawer.isLost),
  state("printer online", "it is off line", ({ printer }) => printer.isOnline),
  state("printer offline", "it is on line", ({ printer }) => !printer.isOnline),
  state("printer idle", "it has work", ({ printer }) => !printer.isWorking),
  row(
    "usb of {usb} taken",
    ({ usb: name }) =>
      (_counter, _since, { usb }) =>
        usb.device(name).isConfigured ? null : "no host has taken it into use",
  ),
  row(
    "usb of {usb} free",
    ({ usb: name }) =>
      (_counter, _since, { usb }) =>
        usb.device(name).isAttached ? "a host has it" : null,
  ),
  row(
    "cable of {device} in",
    ({ device }) =>
      (counter) =>
        counter.line(device).cable === "in" ? null : "it is out",
  ),
  row(
    "cable of {device} out",
    ({ device }) =>
      (counter) =>
        counter.line(device).cable === "out" ? null : "it is in",
  ),
];
