import type { ReceiptDocument } from "./base/document.ts";
import type { Entry, Fact, FactOf } from "./fact.ts";
import type { DeviceInput } from "./input.ts";
import { markCopy } from "./receipt.ts";
import { type Decision, happened, nothing, type PrintJob, type Terminal } from "./terminal.ts";

/**
 * Receipts owed. A job is intended, started (from then on the paper is in doubt) and finished when
 * the printer has said so. What is doubtful is replaced by a job marked COPY, never printed again
 * as an original.
 */

export function evolvePrinting(t: Terminal, { fact }: Entry): Terminal {
  switch (fact.type) {
    case "print.intended": {
      const { type: _, ...intended } = fact;
      const job: PrintJob = { ...intended, phase: "waiting", trouble: null };
      const lastReceipt = fact.purpose === "sale" ? fact.document : t.lastReceipt;
      // The customer whose receipt broke off is still at the counter.
      const jobs = job.replaces === undefined ? [...t.jobs, job] : [job, ...t.jobs];
      return { ...t, lastReceipt, jobs };
    }
    case "print.started":
      return withJob(t, fact.jobId, { phase: "started" });
    case "print.held":
      return withJob(t, fact.jobId, { phase: "waiting", trouble: fact.reason });
    case "print.finished":
      return { ...withoutJob(t, fact.jobId), lastSlip: slipOf(fact) };
    case "print.interrupted":
      return withoutJob(t, fact.jobId);
    // What was sent to a printer that went away may have been lost in it.
    case "device.lost":
      return fact.device === "printer" && t.lastSlip === "unsure"
        ? { ...t, lastSlip: "hanging" }
        : t;
    default:
      return t;
  }
}

function withoutJob(t: Terminal, jobId: string): Terminal {
  return { ...t, jobs: t.jobs.filter((job) => job.jobId !== jobId) };
}

function slipOf({ confirmed, isUncut }: FactOf<"print.finished">): Terminal["lastSlip"] {
  if (isUncut === true) return "hanging";
  return confirmed ? "cut" : "unsure";
}

/** Whether a part of another receipt may hang in the printer: it is cut off first. */
export const isParted = (t: Terminal, { replaces }: PrintJob): boolean =>
  replaces !== undefined || t.lastSlip === "hanging";

function withJob(t: Terminal, jobId: string, change: Partial<PrintJob>): Terminal {
  return { ...t, jobs: t.jobs.map((job) => (job.jobId === jobId ? { ...job, ...change } : job)) };
}

export function decidePrinting(
  t: Terminal,
  input: Extract<DeviceInput, { type: "printed" | "printFailed" }>,
  freshId: () => string,
): Decision {
  const job = t.jobs.find((one) => one.jobId === input.jobId && one.phase === "started");
  if (job === undefined) return nothing;
  if (input.type === "printed") {
    const { confirmed, isUncut } = input;
    const uncut = isUncut === true ? { isUncut } : {};
    return happened({ type: "print.finished", jobId: job.jobId, confirmed, ...uncut });
  }
  return input.printed === "nothing"
    ? happened(...hold(t, job, input.reason))
    : {
        facts: replace(job, input.reason, freshId),
        notice: { code: "print/interrupted", params: {} },
      };
}

/**
 * A printer that takes nothing is not ready, whether its status has said so yet or not: the job
 * waits for it, and is not started again at once under the same name.
 */
function hold(t: Terminal, { jobId }: PrintJob, reason: string): Fact[] {
  const held: Fact = { type: "print.held", jobId, reason };
  return t.chart.printer === "ready"
    ? [held, { type: "device.faulted", device: "printer", reason }]
    : [held];
}

/** Jobs that were under way when the process died: nobody knows how much is on paper. */
export function interruptedJobs(t: Terminal, freshId: () => string): Fact[] {
  return t.jobs
    .filter((job) => job.phase === "started")
    .flatMap((job) => replace(job, "restarted", freshId));
}

function replace(job: PrintJob, reason: string, freshId: () => string): Fact[] {
  return [
    { type: "print.interrupted", jobId: job.jobId, reason },
    {
      type: "print.intended",
      jobId: freshId(),
      purpose: job.purpose === "test" ? "test" : "copy",
      saleId: job.saleId,
      document: markCopy(job.document),
      replaces: job.jobId,
    },
  ];
}

export function intendReprint(document: ReceiptDocument, jobId: string): Fact {
  const marked = markCopy(document);
  return { type: "print.intended", jobId, purpose: "copy", saleId: null, document: marked };
}

/** One job at a time, in order, and only to a printer that is ready. */
export function nextPrint(t: Terminal): Fact | null {
  if (t.chart.printer !== "ready" || t.jobs.some((job) => job.phase === "started")) return null;
  const next = t.jobs[0];
  return next === undefined ? null : { type: "print.started", jobId: next.jobId };
}
