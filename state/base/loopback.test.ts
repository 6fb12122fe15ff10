import { describe, expect, test } from "vitest";
import { type Asked, judge, pageHeaders } from "./loopback.ts";

const own: Asked = {
  method: "POST",
  host: "127.0.0.1:8080",
  origin: "http://127.0.0.1:8080",
  fetchSite: "same-origin",
};

describe("a request to a page of the counter", () => {
  test.each<[string, Partial<Asked>, number]>([
    ["its own post", {}, 200],
    ["a read without an origin", { method: "GET", origin: undefined }, 200],
    ["a read by name", { method: "HEAD", host: "localhost:8080", origin: undefined }, 200],
    ["by IPv6", { host: "[::1]:8080", origin: "http://[::1]:8080" }, 200],
    ["a name that was rebound to this machine", { host: "evil.example:8080" }, 421],
    ["a foreign name in a read", { method: "GET", host: "evil.example:8080" }, 421],
    ["another port of this machine", { host: "127.0.0.1:9090" }, 421],
    ["no host at all", { host: undefined }, 421],
    ["a post from another page", { origin: "http://evil.example" }, 403],
    ["a read by another page", { method: "GET", origin: "http://evil.example" }, 403],
    ["a post without an origin", { origin: undefined }, 403],
    ["a post from a sandboxed frame", { origin: "null" }, 403],
    ["a post over another scheme", { origin: "https://127.0.0.1:8080" }, 403],
    ["a post from its other name", { origin: "http://localhost:8080" }, 403],
  ])("%s: %j is answered %i", (_, change, verdict) => {
    expect(judge({ ...own, ...change }, 8080)).toBe(verdict);
  });
});

test("no page of the counter lets a foreign script in, or itself be framed", () => {
  const policy = pageHeaders["content-security-policy"] ?? "";

  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("script-src");
});
