import type { Text } from "#state/base/text.ts";

/**
 * One thing the doctor looked at. `trouble` keeps or may soon keep the till from its work; `note`
 * is worth knowing and costs no exit code.
 */
export interface Finding {
  readonly about: "engine" | "sqlite" | "bindings" | "data" | "ports" | "terminal";
  readonly state: "ok" | "note" | "trouble";
  /** Of trouble, as `runtime/ERRORS.md` lists it; null where there is none. */
  readonly code: string | null;
  readonly what: Text;
  /** What mends it; null where nothing needs mending. */
  readonly fix: Text | null;
}

export const ok = (about: Finding["about"], zh: string, en: string): Finding => {
  return { about, state: "ok", code: null, what: { zh, en }, fix: null };
};

export const note = (about: Finding["about"], zh: string, en: string): Finding => {
  return { about, state: "note", code: null, what: { zh, en }, fix: null };
};

export const trouble = (about: Finding["about"], code: string, what: Text, fix: Text): Finding => {
  return { about, state: "trouble", code, what, fix };
};
