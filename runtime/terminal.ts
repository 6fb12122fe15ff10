import { assert } from "#state/base/assert.ts";
import type { CodedError } from "#state/base/coded-error.ts";
import { type Catalogue, openCatalogue } from "#state/catalogue.ts";
import { type Configuration, configuration as configurationSchema } from "#state/configuration.ts";
import { decide } from "#state/decide.ts";
import { evolve } from "#state/evolve.ts";
import type { Fact } from "#state/fact.ts";
import type { Input } from "#state/input.ts";
import type { Refusal } from "#state/refusal.ts";
import { type Terminal, unknownTerminal } from "#state/terminal.ts";
import type { Clock } from "./host/clock.ts";
import { Ledger } from "./ledger/ledger.ts";
import { sha256Hex } from "./ledger/sha256.ts";

/** The name of the signed configuration among the ledger's documents. */
export const configurationDocument = "configuration";

/** Grows when `Terminal` changes its shape: older snapshots are then folded anew. */
const snapshotShape = 3;
/** At most so many entries are folded at start. */
const snapshotEvery = 500;

/** What one input came to. */
export interface Step {
  /** False: nothing happened, and `notice` says why. */
  readonly happened: boolean;
  readonly notice: Refusal | null;
}

/** Sees the terminal as it is durable: after this, outputs may leave. */
export type Watcher = (seen: {
  readonly seq: number;
  readonly terminal: Terminal;
  /** What was said while coming here, in order. */
  readonly notices: readonly Refusal[];
  /** Facts that have become durable since the last call. */
  readonly facts: readonly Fact[];
}) => void;

interface Pending extends Step {
  readonly seq: number;
  readonly terminal: Terminal;
  readonly facts: readonly Fact[];
  readonly resolve: (step: Step) => void;
}

/**
 * The loop of a terminal. `step` is synchronous: decide, append, fold. What follows from it (the
 * screen, the drawer, the receipt, the answer to the cashier) waits here until its facts are
 * durable, so that nothing leaves the terminal that a pulled plug could take back.
 */
export class TerminalLoop {
  readonly ledger: Ledger;
  readonly #clock: Clock;
  readonly #freshId: () => string;
  readonly #hasScale: boolean;
  readonly #watchers: Watcher[] = [];
  readonly #pending: Pending[] = [];
  #terminal: Terminal;
  #visible: { seq: number; terminal: Terminal };
  #snapshotSeq: number;
  #shop: { configuration: Configuration; catalogue: Catalogue } | null = null;

  /** @throws CodedError the ledger's; `state/broken-assumption` for an impossible history */
  constructor(options: {
    readonly file: string;
    readonly thumbprint: string;
    readonly clock: Clock;
    readonly freshId: () => string;
    /** Whether a scale stands at this counter; none when left out. */
    readonly hasScale?: boolean;
    readonly onFailure: (error: CodedError) => void;
  }) {
    this.#clock = options.clock;
    this.#freshId = options.freshId;
    this.#hasScale = options.hasScale ?? false;
    this.ledger = new Ledger({
      file: options.file,
      terminal: options.thumbprint,
      onDurable: (seq) => this.#release(seq),
      onFailure: options.onFailure,
    });
    const kept = this.ledger.snapshot(snapshotShape);
    this.#snapshotSeq = kept?.seq ?? 0;
    this.#terminal = this.#fold(kept);
    this.#visible = { seq: this.ledger.head, terminal: this.#terminal };
    this.#openShop();
  }

  /** The terminal as far as it is durable. */
  get terminal(): Terminal {
    return this.#visible.terminal;
  }

  get configuration(): Configuration | null {
    return this.#shop?.configuration ?? null;
  }

  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  /**
   * Takes one input to its end.
   *
   * @returns resolves when what happened is durable
   * @throws CodedError `ledger/append-failed`, `state/broken-assumption`: the terminal stops
   */
  step(input: Input): Promise<Step> {
    const at = this.#clock.wall();
    const trade = {
      configuration: this.#shop?.configuration ?? null,
      catalogue: this.#shop?.catalogue ?? null,
      hasScale: this.#hasScale,
      freshId: this.#freshId,
    };
    const nextSeq = this.ledger.head + 1;
    const { facts, notice, terminal } = decide(this.#terminal, input, trade, { at, nextSeq });
    if (facts.length > 0) this.#append(at, facts, terminal);
    const happened = facts.length > 0;
    return new Promise((resolve) => {
      const seq = this.ledger.head;
      this.#pending.push({ seq, terminal, facts, happened, notice, resolve });
      this.#release(this.ledger.durable);
    });
  }

  async close(): Promise<void> {
    await this.ledger.close();
  }

  #append(at: number, facts: readonly Fact[], terminal: Terminal): void {
    const isDue = this.ledger.head + facts.length - this.#snapshotSeq >= snapshotEvery;
    const snapshot = { shape: snapshotShape, state: isDue ? JSON.stringify(terminal) : "" };
    this.ledger.append(at, facts, isDue ? snapshot : undefined);
    if (isDue) this.#snapshotSeq = this.ledger.head;
    this.#terminal = terminal;
    if (facts.some((fact) => fact.type === "configuration.adopted")) this.#openShop();
  }

  #release(durable: number): void {
    const first = this.#pending.findIndex((pending) => pending.seq > durable);
    const released = this.#pending.splice(0, first === -1 ? this.#pending.length : first);
    const last = released.at(-1);
    if (last === undefined) return;
    this.#visible = { seq: last.seq, terminal: last.terminal };
    const notices = released.flatMap(({ notice }) => (notice === null ? [] : [notice]));
    const facts = released.flatMap((pending) => pending.facts);
    for (const watcher of this.#watchers) watcher({ ...this.#visible, notices, facts });
    for (const { resolve, happened, notice } of released) resolve({ happened, notice });
  }

  #fold(kept: { readonly seq: number; readonly state: string } | null): Terminal {
    const start: Terminal = kept === null ? unknownTerminal : JSON.parse(kept.state);
    let terminal = start;
    for (const entry of this.ledger.facts(kept?.seq ?? 0)) terminal = evolve(terminal, entry);
    return terminal;
  }

  /** The configuration in force is the one whose hash the ledger holds, or none. */
  #openShop(): void {
    const { configurationVersion, configurationSha256 } = this.#terminal;
    if (configurationVersion === 0) return;
    const text = this.ledger.document(configurationDocument, configurationVersion);
    assert(
      text !== null && sha256Hex(text) === configurationSha256,
      `configuration ${configurationVersion} is the one that was adopted`,
    );
    const configuration = configurationSchema.parse(JSON.parse(text));
    this.#shop = { configuration, catalogue: openCatalogue(configuration) };
  }
}
