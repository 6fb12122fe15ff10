import { expect, test } from "vitest";
import { intent } from "./intent.ts";

test.each([
  { type: "signIn", staffNo: "1001", pin: "123456" },
  { type: "keyCode", code: "101" },
  { type: "keyCode", code: "12345", quantity: 750 },
  { type: "tenderCash", amount: 1 },
  { type: "dismiss" },
])("a person may ask for %j", (asked) => {
  expect(intent.parse(asked)).toEqual(asked);
});

test.each([
  { type: "signIn", staffNo: "10 01", pin: "123456" },
  { type: "signIn", staffNo: "1001", pin: "12345" },
  { type: "keyCode", code: "" },
  { type: "keyCode", code: "1".repeat(65) },
  { type: "keyCode", code: "12345", quantity: 0.5 },
  { type: "setQuantity", lineNo: 1, quantity: 0 },
  { type: "setQuantity", lineNo: 1, quantity: -1000 },
  { type: "tenderCash", amount: -1 },
  { type: "tenderCash", amount: 0.01 },
  { type: "tenderCash", amount: "100" },
  { type: "openDrawer" },
  {},
  null,
])("nobody gets %j past the till's door", (asked) => {
  expect(intent.safeParse(asked).success).toBe(false);
});
