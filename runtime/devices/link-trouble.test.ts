import { expect, test } from "vitest";
import { codeIn, withCode } from "#runtime/devices/link-trouble.ts";

test.each([
  ["Error Resource temporarily unavailable Cannot lock port", "device/in-use"],
  ["claimInterface error: interface is busy (errno 16)", "device/in-use"],
  ["claimInterface error: LIBUSB_ERROR_BUSY", "device/in-use"],
  ["the interface is held by another program", "device/in-use"],
  ["Error: Permission denied, cannot open /dev/ttyACM0", "device/forbidden"],
  ["open error: failed to open device: permission denied (errno 13)", "device/forbidden"],
  ["Opening COM3: Access denied", "device/forbidden"],
  ["connect ECONNREFUSED 192.0.2.7:9100", "device/unreachable"],
  ["getaddrinfo ENOTFOUND printer.shop", "device/unreachable"],
])("“%s” is %s", (reason, code) => {
  expect(withCode(reason)).toBe(`${reason} [${code}]`);
});

test.each(["Error: No such file or directory, cannot open /dev/ttyACM0", "closed", ""])(
  "“%s” says all that there is to say",
  (reason) => {
    expect(withCode(reason)).toBe(reason);
    expect(codeIn(reason)).toBeNull();
  },
);

test("a reason that has its code keeps it", () => {
  const reason = "More than one device fits: a, busy [device/ambiguous]";

  expect(withCode(reason)).toBe(reason);
  expect(codeIn(reason)).toBe("device/ambiguous");
});
