import { z } from "zod";

/**
 * A store's certification is revisions, not one flag: the data it sells on (`live`) and a change
 * under review (`candidate`). A store is clean only with a live revision and nothing under review,
 * which is what "in passed, and not in failed" means.
 */
export const storeRevision = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
});
export type StoreRevision = z.infer<typeof storeRevision>;

export interface Revisions {
  readonly live: StoreRevision | null;
  readonly candidate: StoreRevision | null;
  readonly candidateState: "DRAFT" | "PENDING" | "FAILED" | null;
}

export const certificationState = z.enum(["certified", "pending", "failed", "none"]);
export type CertificationState = z.infer<typeof certificationState>;

/** What the revisions amount to. Anything but `certified` stops an activation. */
export function certificationOf(store: Revisions): CertificationState {
  if (store.candidate === null) return store.live === null ? "none" : "certified";
  if (store.candidateState === "PENDING") return "pending";
  return store.candidateState === "FAILED" ? "failed" : "none";
}

/** What to show of a store: what it sells on, else what was handed in. */
export function shownRevision(store: Revisions): StoreRevision {
  return store.live ?? store.candidate ?? { name: "", address: "", phone: "" };
}

/** The platform's decision, made by hand in the demo: the same data, in another state. */
export function certify(store: Revisions, state: CertificationState): Revisions {
  const data = store.candidate ?? store.live;
  if (data === null) return store;
  switch (state) {
    case "certified":
      return { live: data, candidate: null, candidateState: null };
    case "pending":
      return { live: store.live, candidate: data, candidateState: "PENDING" };
    case "failed":
      return { live: store.live, candidate: data, candidateState: "FAILED" };
    case "none":
      return { live: null, candidate: data, candidateState: "DRAFT" };
  }
}
