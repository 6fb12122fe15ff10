import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorsPage } from "./errors-page.ts";

test("the page of errors says what the programs say (npm run draw writes it)", () => {
  const page = readFileSync(new URL("../../runtime/ERRORS.md", import.meta.url), "utf8");

  expect(page).toBe(errorsPage());
});
