import { describe, expect, it } from "vitest";
import { HidTwin, ScanningTill, SsiTwin } from "#test/support/scanning-till.ts";

/** What a till tells its scanner: to rest, to work, and that it would not have a code. */

const water = "6901234567892";
const unknownArticle = "4006381333948";

/** Enabling in the twins' own words. */
const told = [
  ["SSI", () => new SsiTwin(), "enabled", "disabled"],
  ["Honeywell HID-POS", HidTwin.honeywell, "enabled", "disabled"],
  ["USB-OEM", HidTwin.oem, "enabled", "disabled"],
] as const;

describe.each(told)("a scanner that speaks %s", (_, twinOf, on, off) => {
  it("is told to work when its line opens, and not again at each article", () => {
    const till = new ScanningTill(twinOf(), "signed on");
    for (const _each of [1, 2, 3]) till.scan(water);

    expect(till.twin.takeObeyed()).toEqual([on]);
    expect(till.heard).toEqual([water, water, water]);
  });

  it("rests while nobody is signed on, and works again when somebody is", () => {
    const till = new ScanningTill(twinOf(), "signed on");
    till.twin.takeObeyed();

    till.signOff();
    till.scan(water);
    expect([till.twin.takeObeyed(), till.heard]).toEqual([[off], []]);
    expect(till.diagnosis).toMatchObject({
      ...{ deviceEnabled: false, powerState: { value: 2000 }, errorCode: { name: "E_DISABLED" } },
    });

    till.signOn();
    till.scan(water);
    expect([till.twin.takeObeyed(), till.heard]).toEqual([[on], [water]]);
    expect(till.diagnosis).toMatchObject({
      ...{ deviceEnabled: true, powerState: { value: 2001 }, errorCode: { name: "SUCCESS" } },
      statistics: { GoodScanCount: 1 },
    });
  });

  it("is told again after it was unplugged, whatever changed meanwhile", () => {
    const till = new ScanningTill(twinOf(), "signed on");
    till.twin.takeObeyed();

    till.replug();
    expect(till.twin.takeObeyed()).toEqual([on]);
    till.replug(() => till.signOff());
    expect(till.twin.takeObeyed()).toEqual([off]);
    till.replug();
    expect(till.twin.takeObeyed()).toEqual([off]);
    till.replug(() => till.signOn());
    expect(till.twin.takeObeyed()).toEqual([on]);

    till.scan(water);
    expect(till.heard).toEqual([water]);
  });

  it("is woken by the till that follows one which died while nobody was signed on", () => {
    const twin = twinOf();
    const dead = new ScanningTill(twin, "signed off");
    expect(twin.takeObeyed().at(-1)).toBe(off);

    const till = new ScanningTill(twin, "signed on");
    till.scan(water);

    expect([twin.takeObeyed(), till.heard, dead.heard]).toEqual([[on], [water], []]);
  });
});

it("an SSI scanner sounds what the till refused, once each, and nothing else", () => {
  const till = new ScanningTill(new SsiTwin(), "signed on");
  till.twin.takeObeyed();

  for (const label of [water, unknownArticle, water, "x"]) till.scan(label);

  const refusal = "beeped 05 e6 04 00 10 ff 01";
  expect(till.twin.takeObeyed()).toEqual([refusal, refusal]);
  expect(till.notices).toHaveLength(2);
});

it("a refusal is no command for a scanner that is not there: it is not sounded later", () => {
  const till = new ScanningTill(new SsiTwin(), "signed on");
  till.twin.takeObeyed();
  till.scan(unknownArticle);
  till.twin.takeObeyed();

  till.replug(() => till.scan(unknownArticle));

  expect(till.twin.takeObeyed()).toEqual(["enabled"]);
});

it("a scanner that rests is woken when the till is stopped, for whatever comes next", async () => {
  const till = new ScanningTill(HidTwin.honeywell(), "signed off");
  till.twin.takeObeyed();

  await till.close();

  expect(till.twin.takeObeyed()).toEqual(["enabled"]);
});

it("a Honeywell on HID is told no refusal: none is known", () => {
  const till = new ScanningTill(HidTwin.honeywell(), "signed on");
  till.twin.takeObeyed();

  till.scan(unknownArticle);

  expect([till.twin.takeObeyed(), till.notices.length]).toEqual([[], 1]);
});

it("a USB-OEM scanner sounds what the till refused, once, and is asked nothing more", () => {
  const till = new ScanningTill(HidTwin.oem(), "signed on");
  till.twin.takeObeyed();

  for (const label of [water, unknownArticle, water]) till.scan(label);
  till.advance(60_000);

  expect([till.twin.takeObeyed(), till.notices.length]).toEqual([["beeped"], 1]);
});

it("a scanner that cannot be told is told nothing, and the till says why it refuses", () => {
  const till = new ScanningTill(HidTwin.newland(), "signed on");

  till.signOff();
  till.scan(water);

  expect(till.twin.takeObeyed()).toEqual([]);
  expect(till.notices).toEqual(["cashier/sign-on-first"]);
  expect(till.diagnosis).toMatchObject({ deviceEnabled: true });
});

it("what a scanner reads before it has heard that it should rest is refused in words", () => {
  const till = new ScanningTill(new SsiTwin(), "signed on");
  till.put({ type: "intent", intent: { type: "signOff" } });

  till.scan(water);

  expect([till.heard, till.notices]).toEqual([[water], ["cashier/sign-on-first"]]);
  expect(till.diagnosis).toMatchObject({ deviceEnabled: false, dataCount: 0 });
});
