import type { Clock } from "../clock.ts";
import type { CounterEvent, WiredName } from "../virtual-counter.ts";
import {
  type Baseline,
  drawersOf,
  type Moment,
  type Scenario,
  type Stage,
  type Step,
  scansOf,
} from "./scenario.ts";

/** How a scenario stands: what the bench shows and the API answers. */
export interface ScenarioReport {
  readonly name: string;
  readonly title: string;
  readonly outcome: "running" | "passed" | "failed" | "stopped";
  /** The line it waits at, failed at or ended with. */
  readonly line: number;
  readonly text: string;
  /** What was expected and what was there instead; null unless it failed. */
  readonly failure: string | null;
  readonly stepsDone: number;
  readonly steps: number;
}

/** What has happened since the line before was done. */
interface Progress {
  readonly begunAt: number;
  bytes: number;
  events: number;
  /** When its moment came; null until then. */
  cameAt: number | null;
}

/**
 * A scenario while it runs, on whatever clock the stage has: in a test it takes no time, live it
 * takes its own. The host tells it of bytes and events, and when a step of the counter is over.
 */
export class ScenarioRun {
  readonly #scenario: Scenario;
  readonly #stage: Stage;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #since: Baseline;
  #outcome: ScenarioReport["outcome"] = "running";
  #failure: string | null = null;
  #at = 0;
  #progress: Progress;
  #isProceeding = false;
  #cancel = () => {};

  constructor(scenario: Scenario, stage: Stage, clock: Clock, onChange: () => void) {
    this.#scenario = scenario;
    this.#stage = stage;
    this.#clock = clock;
    this.#onChange = onChange;
    const { printer } = stage.counter;
    const drawers = drawersOf(stage.counter);
    const finished = printer.paper.receipts.filter(({ edge }) => edge !== "open");
    this.#since = {
      startedAt: clock.now(),
      finishedReceipts: Math.max(0, ...finished.map(({ number }) => number)),
      scans: scansOf(stage.counter),
      openings: {
        drawer: drawers.drawer.openings,
        box: drawers.box.openings,
        "hid-drawer": drawers["hid-drawer"].openings,
      },
    };
    this.#progress = this.#begin();
  }

  get report(): ScenarioReport {
    const { name, title, steps } = this.#scenario;
    const step = steps[Math.min(this.#at, steps.length - 1)];
    return {
      name,
      title,
      outcome: this.#outcome,
      line: step?.line ?? 0,
      text: step?.text ?? "",
      failure: this.#failure,
      stepsDone: this.#at,
      steps: steps.length,
    };
  }

  stop(): void {
    if (this.#outcome === "running") this.#end("stopped");
  }

  /** After how many bytes from the host it wants to be asked again; null: bytes do not matter. */
  bytesUntil(of: WiredName): number | null {
    const moment = this.#step?.moment;
    if (this.#outcome !== "running" || moment?.kind !== "bytes" || moment.device !== of)
      return null;
    if (moment.lane !== "toDevice") return null;
    const left = moment.count - this.#progress.bytes;
    return left > 0 ? left : null;
  }

  passed(of: WiredName, lane: "toDevice" | "toHost", count: number): void {
    const moment = this.#step?.moment;
    const isIt = moment?.kind === "bytes" && moment.device === of && moment.lane === lane;
    if (isIt) this.#progress.bytes += count;
  }

  happened(event: CounterEvent): void {
    const moment = this.#step?.moment;
    if (moment?.kind === "event" && moment.isIt(event)) this.#progress.events += 1;
  }

  /** Goes on as far as it can now. */
  proceed(): void {
    // A deed changes the counter, which comes back here: the loop below goes on by itself.
    if (this.#isProceeding) return;
    this.#isProceeding = true;
    while (this.#outcome === "running" && this.#takeStep()) this.#onChange();
    this.#isProceeding = false;
    this.#arm();
  }

  get #step(): Step | undefined {
    return this.#scenario.steps[this.#at];
  }

  #begin(): Progress {
    return { begunAt: this.#clock.now(), bytes: 0, events: 0, cameAt: null };
  }

  /** @returns false when it must wait, or is over */
  #takeStep(): boolean {
    const step = this.#step;
    if (step === undefined) {
      this.#end("passed");
      return false;
    }
    if (!this.#hasCome(step)) return false;
    const instead = step.expectation?.(this.#stage.counter, this.#since, this.#stage) ?? null;
    if (instead !== null) {
      if (this.#isOverdue) this.#fail(step, instead);
      return false;
    }
    // What the deed itself brings about may be the next line's moment.
    this.#at += 1;
    this.#progress = this.#begin();
    step.deed?.(this.#stage);
    return true;
  }

  #hasCome(step: Step): boolean {
    if (this.#progress.cameAt !== null) return true;
    if (step.moment === null || this.#isNow(step.moment)) {
      this.#progress.cameAt = this.#clock.now();
      return true;
    }
    const canFail = step.moment.kind === "bytes" || step.moment.kind === "event";
    if (canFail && this.#isOverdue) {
      this.#fail(step, `it did not happen within ${step.momentMs / 1000} s`);
    }
    return false;
  }

  #isNow(moment: Moment): boolean {
    switch (moment.kind) {
      case "at":
      case "later":
        return this.#isOverdue;
      case "bytes":
        return this.#progress.bytes >= moment.count;
      case "event":
        return this.#progress.events >= moment.count;
    }
  }

  get #isOverdue(): boolean {
    const due = this.#dueAt;
    return due !== null && this.#clock.now() >= due;
  }

  /** When the step at hand goes on by time alone: its moment has come, or patience has ended. */
  get #dueAt(): number | null {
    const step = this.#step;
    if (step === undefined) return null;
    const { begunAt, cameAt } = this.#progress;
    if (cameAt !== null) return cameAt + step.expectationMs;
    if (step.moment?.kind === "at") return this.#since.startedAt + step.moment.ms;
    if (step.moment?.kind === "later") return begunAt + step.moment.ms;
    return begunAt + step.momentMs;
  }

  #fail(step: Step, instead: string): void {
    this.#failure = `${this.#scenario.name}:${step.line}: ${step.text}: ${instead}`;
    this.#end("failed");
  }

  #end(outcome: ScenarioReport["outcome"]): void {
    this.#outcome = outcome;
    this.#cancel();
    this.#onChange();
  }

  #arm(): void {
    this.#cancel();
    const due = this.#dueAt;
    if (this.#outcome !== "running" || due === null) return;
    const delay = Math.max(0, due - this.#clock.now());
    this.#cancel = this.#clock.after(delay, () => this.proceed());
  }
}
