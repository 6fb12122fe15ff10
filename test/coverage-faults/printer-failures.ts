/** Failures of printing, at the printer's driver. */
import type { Failure } from "./failure.ts";

const line = (text: string, lines: number) =>
  Array.from({ length: lines }, (_, at) => ({ kind: "text", text: `${text} ${at}` }));
const print = (jobId = "job", text = "第 行 line", lines = 40) =>
  ({ type: "print", jobId, document: { blocks: line(text, lines) } }) as const;
const kick = { type: "openDrawer", kickId: "kick" } as const;

export const printerFailures: readonly Failure[] = [
  {
    row: 7,
    what: "two jobs at the same time",
    atDriver: [
      {
        ...{ driver: "printer", simulator: [], till: [print("one"), print("two")] },
        says: ["OutputComplete.confirmed true"],
        counts: { OutputComplete: 2 },
      },
    ],
  },
  {
    row: 8,
    what: "the connection is reset with bytes taken and not printed",
    atDriver: [
      {
        ...{ driver: "printer", till: [print()] },
        simulator: ["after 200 bytes reset connection of printer"],
        says: ["OutputError.reason link-lost", "OutputError.printed unknown"],
      },
    ],
  },
  {
    row: 9,
    what: "a buffer of 512 bytes that drops what is too much (CounterOptions, no flow control)",
    atDriver: [
      {
        ...{ driver: "printer", simulator: [], till: [print("job", "Paced", 100)] },
        counter: { flowControl: false, printer: { receiveBufferBytes: 512 } },
        says: ["OutputComplete"],
      },
    ],
  },
  {
    row: 10,
    what: "a queued status request is not answered without paper",
    atDriver: [
      {
        ...{ driver: "printer", till: [print()] },
        simulator: ["paper out"],
        says: ["OutputError.reason paper-out", "status.recEmpty true"],
      },
    ],
  },
  {
    row: 11,
    what: "automatic status comes in the middle of an answer",
    atDriver: [
      {
        driver: "printer",
        simulator: [
          "split bytes from printer into 1 byte pieces 3ms apart",
          "after 1s open cover",
          "after 1s close cover",
        ],
        says: ["status.coverOpen true", "status.coverOpen false", "status.state ready"],
        never: ["PrinterNoise"],
      },
    ],
  },
  {
    row: 12,
    what: "a printer in Chinese mode gets Latin letters",
    atDriver: [
      {
        ...{ driver: "printer in Latin", till: [print("job", "Café", 1)] },
        simulator: ['within 60s expect paper contains "Café 0"'],
        says: ["OutputComplete.confirmed true"],
      },
    ],
  },
  {
    row: 13,
    what: "a lost byte shifts the rest; the head is narrower (CounterOptions, widthDots)",
    atDriver: [
      {
        ...{ driver: "printer", till: [print("job", "Shifted")] },
        simulator: ["after 60 bytes lose next 1 bytes to printer", "within 60s on cut"],
        says: ["OutputComplete"],
      },
      {
        ...{ driver: "printer", simulator: ["within 60s on cut"], till: [print()] },
        counter: { printer: { widthDots: 384 } },
        says: ["OutputComplete"],
      },
    ],
  },
  {
    row: 14,
    what: "the paper runs out in mid-job, and the buffer goes on behind the new roll",
    atDriver: [
      {
        ...{ driver: "printer", till: [print()] },
        simulator: [
          "paper ends after 4 lines",
          "on paper out",
          "after 3s paper in",
          "within 60s on cut",
          "after 60s expect 1 receipts",
        ],
        says: ["status.recEmpty true", "status.recEmpty false", "OutputComplete"],
        never: ["OutputError"],
        counts: { OutputComplete: 1 },
      },
    ],
  },
  {
    row: 15,
    what: "a status request hangs the model; the drawer is kicked only sometimes",
    atDriver: [
      {
        ...{ driver: "printer", simulator: ["printer hangs on status"] },
        says: ["status.state no-answer"],
      },
      {
        ...{ driver: "printer that cannot confirm", till: [print()] },
        simulator: ["printer hangs on status", "within 60s on cut"],
        says: ["OutputComplete.confirmed false"],
      },
      {
        ...{ driver: "printer", till: [kick, 10_000, { ...kick, kickId: "again" }] },
        simulator: ["printer ignores every 2 kick", "within 60s expect 1 drawer openings"],
        says: ["DrawerKicked"],
        counts: { DrawerKicked: 2 },
      },
    ],
  },
];
