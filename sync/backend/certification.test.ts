import { describe, expect, it } from "vitest";
import { certificationOf, certify, shownRevision } from "./certification.ts";

const old = { name: "滨江2号店", address: "江南大道228号", phone: "0571-86602002" };
const moved = { ...old, address: "江南大道300号" };

describe("a store's certification", () => {
  it.each([
    ["live data only", old, null, null, "certified"],
    ["live data and a change under review", old, moved, "PENDING", "pending"],
    ["live data and a change that failed", old, moved, "FAILED", "failed"],
    ["a first review", null, old, "PENDING", "pending"],
    ["a first review that failed", null, old, "FAILED", "failed"],
    ["a draft", null, old, "DRAFT", "none"],
    ["nothing", null, null, null, "none"],
  ] as const)("%s", (_what, live, candidate, candidateState, state) => {
    expect(certificationOf({ live, candidate, candidateState })).toBe(state);
  });

  it("a store sells on its live data while a change is under review", () => {
    const store = { live: old, candidate: moved, candidateState: "PENDING" } as const;

    expect(shownRevision(store)).toEqual(old);
    expect(shownRevision(certify(store, "certified"))).toEqual(moved);
  });

  it.each(["certified", "pending", "failed", "none"] as const)("can be made %s", (state) => {
    const store = { live: old, candidate: null, candidateState: null };
    expect(certificationOf(certify(store, state))).toBe(state);
  });

  it("a store without any data stays without", () => {
    const store = { live: null, candidate: null, candidateState: null };
    expect(certify(store, "certified")).toEqual(store);
  });
});
