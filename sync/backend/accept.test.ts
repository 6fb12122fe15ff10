import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { genesisHash, type WireEntry } from "#sync/protocol.ts";
import { chainOf } from "#test/support/backend/bench.ts";
import { accept, type Head } from "./accept.ts";

const terminal = "t".repeat(43);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const chain = chainOf(terminal, 12);
const clone = chainOf(terminal, 12, "clone");

/** The backend's memory, as one value. */
class Kept {
  entries: WireEntry[] = [];

  get head(): Head {
    return this.entries.at(-1) ?? { seq: 0, hash: genesisHash };
  }

  take(batch: readonly WireEntry[]) {
    const kept = (seq: number) => this.entries[seq - 1]?.hash;
    const verdict = accept({ terminal, epoch: 1, head: this.head, kept, sha256 }, batch);
    this.entries.push(...verdict.accepted);
    return verdict;
  }
}

function holding(count: number): Kept {
  const kept = new Kept();
  kept.take(chain.slice(0, count));
  return kept;
}

const forged = (seq: number) => ({ ...(chain[seq - 1] as WireEntry), body: "{}" });

describe("accepting a batch", () => {
  it.each([
    // what, held, batch, accepted, duplicates, set aside, trouble
    ["the first entries", 0, chain.slice(0, 3), 3, 0, 0, null],
    ["the next entries", 3, chain.slice(3, 5), 2, 0, 0, null],
    ["the same again", 3, chain.slice(0, 3), 0, 3, 0, null],
    ["an overlap", 3, chain.slice(1, 5), 2, 2, 0, null],
    ["one entry twice in a batch", 0, [...chain.slice(0, 2), ...chain.slice(1, 2)], 2, 1, 0, null],
    ["a batch in disorder", 0, [...chain.slice(0, 4)].reverse(), 4, 0, 0, null],
    ["something missing before", 3, chain.slice(4, 6), 0, 0, 0, "gap"],
    ["something missing within", 3, [...chain.slice(3, 4), ...chain.slice(5, 6)], 1, 0, 0, "gap"],
    ["another past", 3, clone.slice(0, 2), 0, 0, 2, "fork"],
    ["another next entry", 3, clone.slice(3, 5), 0, 0, 2, "fork"],
    ["a damaged entry", 3, [forged(4), ...chain.slice(4, 5)], 0, 0, 1, "bad-hash"],
    ["a damaged one behind good ones", 3, [...chain.slice(3, 4), forged(5)], 1, 0, 1, "bad-hash"],
    ["a damaged one we hold", 5, [forged(4)], 0, 0, 1, "bad-hash"],
  ])("%s", (_what, held, batch, accepted, duplicates, setAside, trouble) => {
    const kept = holding(held);

    const verdict = kept.take(batch);

    expect(verdict.accepted.length).toBe(accepted);
    expect(verdict.duplicates).toBe(duplicates);
    expect(verdict.setAside.length).toBe(setAside);
    expect(verdict.trouble?.kind ?? null).toBe(trouble);
    expect(verdict.head.seq).toBe(held + accepted);
  });

  it("keeps exactly the chain once, however it is cut, doubled and shuffled", () => {
    const piece = fc.record({ from: fc.nat(11), length: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const kept = new Kept();
        const cut = pieces.map(({ from, length }) => chain.slice(from, from + length));
        for (const batch of cut) {
          const { trouble } = kept.take(batch);
          expect(trouble === null || trouble.kind === "gap").toBe(true);
        }
        // What the terminal does in the end: it goes on from the head, until all is there.
        kept.take(chain.slice(kept.head.seq));
        expect(kept.entries).toEqual(chain);
      }),
    );
  });

  it("never lets a clone's or a forger's entry into the chain", () => {
    const wild = fc.oneof(
      fc.constantFrom(...chain),
      fc.constantFrom(...clone),
      fc.constantFrom(...chain.map((entry) => forged(entry.seq))),
    );
    const held = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(held, fc.array(fc.array(wild, { maxLength: 6 })), (count, batches) => {
        const kept = holding(count);
        for (const batch of batches) kept.take(batch);
        expect(kept.entries).toEqual(chain.slice(0, kept.entries.length));
      }),
    );
  });
});
