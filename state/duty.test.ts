import { expect, test } from "vitest";
import { issued, registration, signedIn } from "#test/support/shop.ts";
import { openTill } from "#test/support/till.ts";
import { duties } from "./duty.ts";
import type { Input } from "./input.ts";
import type { Intent } from "./intent.ts";

const intent = (one: Intent): Input => ({ type: "intent", intent: one });

test("each step of the activation owes what moves it on, and a person's step owes nothing", () => {
  const till = openTill("not activated");
  const steps: Input[] = [
    issued,
    { type: "approved", registration },
    { type: "configurationFetched", version: 1, sha256: "c".repeat(64) },
    signedIn,
    intent({ type: "chooseEnterprise", enterpriseId: "merchant-1" }),
    intent({ type: "chooseRole", role: "CASHIER" }),
    intent({ type: "openPos" }),
    { type: "posOpened", activatedAt: till.at },
  ];
  const first = duties(till.terminal);

  const later = steps.map((input) => duties(till.put(input).terminal));

  expect([first, ...later].map((owed) => owed.map(({ type }) => type))).toEqual([
    ["requestCode"],
    ["pollApproval"],
    ["fetchConfiguration"],
    [],
    [],
    [],
    [],
    ["openPos"],
    [],
  ]);
});

test("a code that was renewed is polled for under another name", () => {
  const till = openTill("not activated");
  till.put(issued);
  const [first] = duties(till.terminal);
  till.put(intent({ type: "renewCode" }));
  till.put({ ...issued, deviceCode: "device-code-2" } as Input);

  const [second] = duties(till.terminal);

  expect(second).toMatchObject({ type: "pollApproval", deviceCode: "device-code-2" });
  expect(second?.key).not.toBe(first?.key);
});

test("the drawer is opened before the receipt is printed", () => {
  const till = openTill("signed on");
  till.put({ type: "scanned", label: "6901234567892" });
  till.put(intent({ type: "tenderCash", amount: 200 }));

  expect(duties(till.terminal).map(({ type }) => type)).toEqual(["kick", "print"]);
});

test.each([
  ["was cut off", { confirmed: true }, false, false],
  ["was not cut off", { confirmed: true, isUncut: true }, true, true],
  ["was sent, and the printer cannot say more", { confirmed: false }, false, true],
] as const)("behind a receipt that %s", (_how, printed, isParted, isPartedAfterRestart) => {
  const sell = (till: ReturnType<typeof openTill>) => {
    till.put({ type: "scanned", label: "6901234567892" });
    till.put(intent({ type: "tenderCash", amount: 200 }));
    return duties(till.terminal).find(({ type }) => type === "print");
  };
  const tills = [openTill("signed on"), openTill("signed on")] as const;
  for (const till of tills) {
    const first = sell(till);
    if (first?.type === "print") till.put({ type: "printed", jobId: first.job.jobId, ...printed });
  }
  const [till, restarted] = tills;
  restarted.put({ type: "started" });
  restarted.put({ type: "deviceHealth", device: "printer", health: "ready", reason: "" });

  expect(sell(till)).toMatchObject({ isParted });
  expect(sell(restarted)).toMatchObject({ isParted: isPartedAfterRestart });
});
