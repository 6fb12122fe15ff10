import { expect, test } from "vitest";
import { terminalOptions } from "#runtime/options.ts";

const given = {
  ...{ backend: "http://127.0.0.1:1", scanner: "/dev/a" },
  ...{ printer: "/dev/b", "printer-model": "generic-80mm" },
};

test("a terminal's options are read whole before anything is opened", () => {
  const { backend, port, drawerBeepAfter } = terminalOptions({ ...given, port: "0" });

  expect([backend.origin, port, drawerBeepAfter]).toEqual(["http://127.0.0.1:1", 0, null]);
  expect(terminalOptions(given).port).toBe(8471);
});

test.each([
  [{ backend: "nonsense" }, "--backend nonsense cannot be used [host/bad-option]"],
  [{ backend: "ftp://a.cn" }, "--backend ftp://a.cn cannot be used [host/bad-option]"],
  [{ port: "99999" }, "--port 99999 cannot be used [host/bad-option]"],
  [{ port: "eighty" }, "--port eighty cannot be used [host/bad-option]"],
  [{ "baud-rate": "fast" }, "--baud-rate fast cannot be used [host/bad-option]"],
  [
    { scale: "/dev/c", "scale-baud-rate": "0" },
    "--scale-baud-rate 0 cannot be used [host/bad-option]",
  ],
  [
    { display: "/dev/c", "display-baud-rate": "9600,n" },
    "--display-baud-rate 9600,n cannot be used [host/bad-option]",
  ],
  [{ scanner: "nonsense" }, "“nonsense” is no address of a device [host/bad-address]"],
])("%j is refused by its own name", (values, message) => {
  expect(() => terminalOptions({ ...given, ...values })).toThrow(message);
});
