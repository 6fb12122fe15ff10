import { expect, test } from "vitest";
import { assert, unreachable } from "./assert.ts";
import { CodedError } from "./coded-error.ts";

const thrownBy = (action: () => void): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return null;
};

test("an assumption that holds costs nothing", () => {
  expect(thrownBy(() => assert(true, "the drawer is shut"))).toBeNull();
});

test("a broken assumption stops the till with a code and what to do", () => {
  const error = thrownBy(() => assert(false, "the drawer is shut"));

  expect(error).toBeInstanceOf(CodedError);
  expect(error).toMatchObject({
    code: "state/broken-assumption",
    message: "Broken assumption: the drawer is shut [state/broken-assumption]",
    fix: expect.stringContaining("nothing recorded is lost"),
  });
});

test("a case that nobody foresaw names itself", () => {
  const error = thrownBy(() => unreachable({ type: "new" } as never));

  expect(error).toMatchObject({ message: expect.stringContaining('{"type":"new"}') });
});
