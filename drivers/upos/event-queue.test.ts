import { describe, expect, test } from "vitest";
import { extendedError, uposError } from "#drivers/upos/error.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import { codeOf, controlOf, takeAll, working } from "#test/support/upos-control.ts";

// Values are typed from the standard's tables, not taken from the code's own.
const SUCCESS = 0;
const E_CLAIMED = 102;
const E_ILLEGAL = 106;
const E_BUSY = 113;
const IDLE = 2;
const BUSY = 3;
const ERROR = 4;

describe("input", () => {
  test("is delivered one at a time, as often as it is asked for", () => {
    const control = working();
    for (const label of ["one", "two", "three"]) control.input(label);
    expect(takeAll(control)).toEqual([]);

    control.setDataEventEnabled(true);
    expect(takeAll(control)).toEqual(["one"]);
    expect([control.properties.dataEventEnabled, control.dataCount]).toEqual([false, 2]);
    control.setDataEventEnabled(true);
    expect(takeAll(control)).toEqual(["two"]);
  });

  test("disables the device once, where AutoDisable is set", () => {
    const control = working();
    control.setAutoDisable(true);

    expect([control.input("one"), control.input("two")]).toEqual([true, false]);
    expect([control.properties.deviceEnabled, control.dataCount]).toEqual([false, 1]);
  });

  test("waits, like all events, while they are frozen, and flows again", () => {
    const control = working();
    control.setDataEventEnabled(true);
    control.setFreezeEvents(true);
    control.input("one");
    control.statusUpdate(11);

    expect(takeAll(control)).toEqual([]);
    control.setFreezeEvents(false);
    expect(takeAll(control)).toEqual(["one", "status 11"]);
  });

  test("a burst of twenty is kept in order; of thousands, as many as fit", () => {
    const control = working();
    const labels = Array.from({ length: 20 }, (_, n) => `label ${n}`);
    for (const label of labels) control.input(label);

    const read = labels.flatMap(() => {
      control.setDataEventEnabled(true);
      return takeAll(control);
    });
    expect(read).toEqual(labels);
    const taken = Array.from({ length: 5000 }, (_, n) => control.input(`${n}`));
    expect(taken.filter(Boolean)).toHaveLength(256);
  });

  test("an error between two labels lets them be read first, then comes again alone", () => {
    const control = working();
    control.input("one");
    control.inputFailed(uposError("E_FAILURE"));
    control.input("two");
    expect(control.state).toBe(ERROR);

    control.setDataEventEnabled(true);
    expect(takeAll(control)).toEqual(["error 111 locus 3 response 13"]);
    const rest = [1, 2, 3].flatMap(() => {
      control.setDataEventEnabled(true);
      return takeAll(control);
    });

    expect(rest).toEqual(["one", "two", "error 111 locus 2 response 12"]);
    expect(control.state).toBe(IDLE);
  });

  test.each([
    [[], 2, { 11: E_ILLEGAL, 12: SUCCESS, 13: E_ILLEGAL }],
    [["a label"], 3, { 11: E_ILLEGAL, 12: SUCCESS, 13: SUCCESS }],
  ] as const)(
    "an error beside %j has locus %i and allows its answers",
    (labels, locus, allowed) => {
      for (const [response, code] of Object.entries(allowed)) {
        const control = working();
        for (const label of labels) control.input(label);
        control.inputFailed(uposError("E_FAILURE"));
        control.setDataEventEnabled(true);

        expect(control.take()).toMatchObject({ type: "ErrorEvent", locus });
        expect(codeOf(control.respond(Number(response) as 11 | 12 | 13))).toBe(code);
        if (response === "12") expect([control.dataCount, control.state]).toEqual([0, IDLE]);
      }
    },
  );
});

describe("output", () => {
  test("is asynchronous where AsyncMode says so, numbered, and completed in order", () => {
    const control = working();
    const ids = [control.beginOutput(), control.beginOutput()].map(({ outputId }) => outputId);
    expect([ids, control.properties.outputId, control.state]).toEqual([[1, 2], 2, BUSY]);
    expect(codeOf(control.check({ needsIdle: true }))).toBe(E_BUSY);

    control.outputCompleted(1);
    control.outputCompleted(2);
    control.outputCompleted(2);

    expect([takeAll(control), control.state]).toEqual([["complete 1", "complete 2"], IDLE]);
  });

  test.each([
    [11, BUSY],
    [12, IDLE],
  ] as const)(
    "an error stops it until it is answered: with %i it is state %i then",
    (answer, then) => {
      const control = working();
      const { outputId } = control.beginOutput();
      control.beginOutput();

      control.outputFailed(outputId, extendedError(203));

      expect(takeAll(control, false)).toEqual(["error 114 locus 1 response 11"]);
      expect(control.state).toBe(ERROR);
      expect(codeOf(control.respond(13))).toBe(E_ILLEGAL);
      expect(codeOf(control.respond(answer))).toBe(SUCCESS);
      expect([control.state, codeOf(control.respond(answer))]).toEqual([then, E_ILLEGAL]);
    },
  );

  test("a shareable device that another has claimed gives no output, and its status", () => {
    const device = new SharedDevice();
    const [one, two] = [controlOf("shareable", device), controlOf("shareable", device)];
    for (const control of [one, two]) {
      control.open();
      control.setDeviceEnabled(true);
      control.setAsyncMode(true);
    }
    expect(codeOf(one.beginOutput().error)).toBe(SUCCESS);

    two.claim(0);

    expect(codeOf(one.beginOutput().error)).toBe(E_CLAIMED);
    expect(codeOf(one.check({ isOutput: false }))).toBe(SUCCESS);
    expect(codeOf(two.beginOutput().error)).toBe(SUCCESS);
  });
});
