import { describe, expect, it } from "vitest";
import { isSignedBy, thumbprintOf } from "./keys.ts";

describe("keys", () => {
  it("have the thumbprint that RFC 8037 appendix A.3 prints", () => {
    expect(thumbprintOf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).toBe(
      "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    );
  });

  it("that are no keys sign nothing", () => {
    expect(isSignedBy("text", "A".repeat(86), "not a key")).toBe(false);
  });
});
