import { expect, test } from "vitest";
import { documents } from "./documents.ts";
import { openings } from "./house.ts";
import { judge } from "./laws.ts";

const whole = {
  "runtime/main.ts": "",
  ...Object.fromEntries(openings.map((path) => [path, "# Opening"])),
};

test.each([
  ["some text", "README.md:1: law 12: no title: open with one # line"],
  ["# One\n\n# Two", "README.md:3: law 12: a second title: make it ##, or another document"],
])("%j has not one title", (text, finding) => {
  expect(judge(documents, { "README.md": text })).toEqual([finding]);
});

test.each(["# One\n\n## Part", "# One\n\n```sh\n# a comment\n```\n"])("%j has one", (text) => {
  expect(judge(documents, { "README.md": text })).toEqual([]);
});

test("a link that leads nowhere is mended", () => {
  const text = "# Sync\n\nSee [the protocol](../state/DESIGN.md) and [more](gone.md#there).";

  expect(judge(documents, { ...whole, "sync/DESIGN.md": text })).toEqual([
    "sync/DESIGN.md:3: law 12: gone.md#there leads nowhere: mend the link or take it out",
  ]);
});

test.each(["./DESIGN.md", "../runtime/", "#here", "https://example.org/x", "mailto:a@example.org"])(
  "a link to %s leads somewhere",
  (target) => {
    expect(judge(documents, { ...whole, "sync/DESIGN.md": `# Sync\n[x](${target})` })).toEqual([]);
  },
);

test("each folder opens with its document", () => {
  const { "state/DESIGN.md": _, ...files } = whole as Record<string, string>;

  expect(judge(documents, files)).toEqual([
    "state/DESIGN.md:1: law 12: is missing: say why the folder exists, its promises, its limits",
  ]);
});

test("links and openings rest while the house has no terminal", () => {
  expect(judge(documents, { "sync/DESIGN.md": "# Sync\n[x](gone.md)" })).toEqual([]);
});
