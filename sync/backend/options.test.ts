import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("options", () => {
  it("without any, the backend embeds its database", () => {
    expect(readOptions([])).toEqual({
      port: 8470,
      where: { folder: ".guitai/backend" },
      demo: false,
      pollInterval: 5,
    });
  });

  it("a database address wins over the folder", () => {
    const args = ["--data", "d", "--database", "postgres://h/d", "--poll-interval", "1", "--demo"];
    expect(readOptions(args)).toMatchObject({
      where: { url: "postgres://h/d" },
      demo: true,
      pollInterval: 1,
    });
  });

  it.each([["--port", "99999"], ["--port", "x"], ["--poll-interval", "0"], ["--colour"]])(
    "%s %s is refused with its code",
    (...args) => {
      expect(() => readOptions(args)).toThrow("backend/bad-option");
    },
  );
});
