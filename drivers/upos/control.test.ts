import { describe, expect, test } from "vitest";
import { uposError } from "#drivers/upos/error.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import { codeOf, controlOf, takeAll, working } from "#test/support/upos-control.ts";

// Values are typed from the standard's tables, not taken from the code's own.
const SUCCESS = 0;
const E_CLOSED = 101;
const E_CLAIMED = 102;
const E_NOTCLAIMED = 103;
const E_ILLEGAL = 106;
const E_NOHARDWARE = 107;
const E_TIMEOUT = 112;
const CLOSED = 1;
const IDLE = 2;
const BUSY = 3;
const UNKNOWN = 2000;
const ONLINE = 2001;
const OFF_OFFLINE = 2004;
const FOREVER = -1;

describe("the steps of a life", () => {
  test("open sets everything back, and leaves the device to its owner", () => {
    const device = new SharedDevice();
    const [other, control] = [controlOf("exclusive", device), controlOf("exclusive", device)];
    other.open();
    other.claim(0);
    control.open();
    control.setFreezeEvents(true);
    control.setAutoDisable(true);
    control.setDataEventEnabled(true);
    control.close();

    expect(codeOf(control.open())).toBe(SUCCESS);

    expect(control.state).toBe(IDLE);
    expect(control.properties).toEqual({
      ...{ autoDisable: false, asyncMode: false, freezeEvents: false, dataEventEnabled: false },
      ...{ deviceEnabled: false, powerNotify: 0, powerState: UNKNOWN, checkHealthText: "" },
      ...{ outputId: 0, flagWhenIdle: false },
    });
    expect([control.claimed, control.dataCount]).toEqual([false, 0]);
    expect(other.claimed).toBe(true);
    expect(codeOf(control.open())).toBe(E_ILLEGAL);
  });

  test("claim takes the device, enables nothing, and is refused to the second", () => {
    const device = new SharedDevice();
    const [one, two] = [controlOf("exclusive", device), controlOf("exclusive", device)];
    expect(codeOf(one.claim(0))).toBe(E_CLOSED);
    one.open();
    two.open();

    expect(codeOf(one.claim(FOREVER))).toBe(SUCCESS);

    expect([one.claimed, one.properties.deviceEnabled]).toEqual([true, false]);
    expect(codeOf(one.claim(0))).toBe(E_CLAIMED);
    expect(codeOf(two.claim(0))).toBe(E_TIMEOUT);
    expect(codeOf(two.claim(-2))).toBe(E_ILLEGAL);
    expect(codeOf(two.setDeviceEnabled(true))).toBe(E_CLAIMED);
  });

  test("a device that nobody may claim says so", () => {
    const control = controlOf("unclaimable");
    control.open();

    expect(codeOf(control.claim(0))).toBe(E_ILLEGAL);
    expect(codeOf(control.setDeviceEnabled(true))).toBe(SUCCESS);
    expect(codeOf(control.check({ isOutput: true }))).toBe(SUCCESS);
  });

  test("enabling queues input and tells the power; it delivers nothing by itself", () => {
    const control = working();
    control.input("a label");
    control.power(ONLINE);
    control.power(ONLINE);

    expect(takeAll(control)).toEqual(["status 2001"]);
    expect([control.dataCount, control.properties.powerState]).toEqual([1, ONLINE]);
  });

  test("disabling stops input and output, and keeps the input that waits", () => {
    const control = working();
    control.input("before");
    control.beginOutput();
    expect(control.state).toBe(BUSY);

    control.setDeviceEnabled(false);

    expect(control.input("after")).toBe(false);
    expect([control.state, control.properties.powerState]).toEqual([IDLE, UNKNOWN]);
    control.setDataEventEnabled(true);
    expect(takeAll(control)).toEqual(["before"]);
  });

  test("release disables an exclusive device and empties its queue; the control stays open", () => {
    const control = working();
    control.input("lost");

    expect(codeOf(control.release())).toBe(SUCCESS);

    expect([control.claimed, control.properties.deviceEnabled]).toEqual([false, false]);
    expect([control.state, control.dataCount]).toEqual([IDLE, 0]);
    expect(codeOf(control.release())).toBe(E_NOTCLAIMED);
  });

  test("release leaves a shareable device enabled", () => {
    const control = working("shareable");

    control.release();

    expect([control.claimed, control.properties.deviceEnabled]).toEqual([false, true]);
  });

  test("close disables and releases, frozen events and all", () => {
    const device = new SharedDevice();
    const control = controlOf("exclusive", device);
    control.open();
    control.claim(0);
    control.setDeviceEnabled(true);
    control.input("frozen");
    control.setFreezeEvents(true);

    control.close();

    expect([control.state, control.dataCount, device.owner]).toEqual([CLOSED, 0, null]);
    expect(control.take()).toBeNull();
    expect(
      [control.close(), control.release(), control.setFreezeEvents(false)].map(codeOf),
    ).toEqual([E_CLOSED, E_CLOSED, E_CLOSED]);
  });
});

describe("power", () => {
  test("is reported where it was asked for, and may be asked for while disabled only", () => {
    const control = controlOf();
    control.open();
    control.claim(0);
    control.setDeviceEnabled(true);
    expect(codeOf(control.setPowerNotify(1))).toBe(E_ILLEGAL);

    control.power(OFF_OFFLINE);

    expect([control.properties.powerState, control.take()]).toEqual([UNKNOWN, null]);
  });

  test("cannot be asked for where the device cannot report it", () => {
    const control = controlOf("exclusive", undefined, 0);
    control.open();

    expect(codeOf(control.setPowerNotify(1))).toBe(E_ILLEGAL);
  });
});

test("checkHealth tells what it found, of the device itself and of nothing else", () => {
  const control = working();

  expect(codeOf(control.checkHealth(1, uposError("E_NOHARDWARE")))).toBe(E_NOHARDWARE);
  expect(control.properties.checkHealthText).toBe("Internal HCheck: Not: 107/0");
  expect(codeOf(control.checkHealth(1, uposError("SUCCESS")))).toBe(SUCCESS);
  expect(control.properties.checkHealthText).toBe("Internal HCheck: Successful");
  expect(codeOf(control.checkHealth(3, uposError("SUCCESS")))).toBe(E_ILLEGAL);
});
