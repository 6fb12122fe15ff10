import { describe, expect, test } from "vitest";
import { admit, admitSocket, type Caller } from "./guard.ts";

const page: Caller = {
  method: "POST",
  host: "127.0.0.1:8472",
  origin: "http://127.0.0.1:8472",
  fetchSite: "same-origin",
  contentType: "application/json",
};
const program: Caller = { ...page, origin: undefined, fetchSite: undefined };

describe("a request by", () => {
  test.each<[string, Caller, number]>([
    ["the bench's own page", page, 200],
    ["a program", program, 200],
    ["a program that says its charset", { ...program, contentType: "application/json; x=y" }, 200],
    ["a program that deletes", { ...program, method: "DELETE", contentType: undefined }, 200],
    ["a program that reads", { ...program, method: "GET", contentType: undefined }, 200],
    ["a program under another name", { ...program, host: "counter.example:8472" }, 421],
    ["a program that found another port", { ...program, host: "127.0.0.1:80" }, 421],
    ["another page", { ...page, origin: "http://evil.example", fetchSite: "cross-site" }, 403],
    ["a page whose name was rebound", { ...page, host: "evil.example:8472" }, 421],
    ["a page of another port", { ...page, origin: "http://127.0.0.1:3000" }, 403],
    ["a sandboxed frame", { ...page, origin: "null", fetchSite: "cross-site" }, 403],
    ["a browser that hides its origin", { ...program, fetchSite: "cross-site" }, 403],
    ["an old browser's form", { ...program, contentType: "text/plain" }, 415],
    ["an old browser's trick", { ...program, contentType: "text/plain;application/json" }, 415],
    ["a form of no type", { ...program, contentType: undefined }, 415],
  ])("%s", (_name, caller, verdict) => {
    expect(admit(caller, 8472)).toBe(verdict);
  });
});

test("a socket is opened by the page and by programs, and by no other page", () => {
  const { host, origin, fetchSite } = page;

  expect(admitSocket({ host, origin, fetchSite }, 8472)).toBe(200);
  expect(admitSocket({ host, origin: undefined, fetchSite: undefined }, 8472)).toBe(200);
  expect(admitSocket({ host, origin: "http://evil.example", fetchSite: undefined }, 8472)).toBe(
    403,
  );
  expect(admitSocket({ host: "evil.example:8472", origin, fetchSite }, 8472)).toBe(421);
});
