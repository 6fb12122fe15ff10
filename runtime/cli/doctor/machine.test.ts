import { expect, test } from "vitest";
import { bindingFinding, dataFolder, freeSpace } from "./machine.ts";

test.each([
  [
    "Error: libusb-1.0.so.0: cannot open shared object file: No such file or directory",
    "Run: sudo apt-get install libusb-1.0-0",
  ],
  [
    "Error: libudev.so.1: cannot open shared object file: No such file or directory",
    "Run: sudo apt-get install libudev1 udev",
  ],
  ["Error: Cannot find package 'usb'", "Run: npm ci"],
  ["", "Run: npm ci"],
])("a binding that says %j is mended by: %s", (said, fix) => {
  expect(bindingFinding("usb", said)).toMatchObject({ state: "trouble", fix: { en: fix } });
});

test("a disk is in trouble below 200 MB", () => {
  expect(freeSpace("data", 200 * 1024 * 1024).state).toBe("ok");
  expect(freeSpace("data", 200 * 1024 * 1024 - 1).state).toBe("trouble");
});

test("a data folder that is not there yet is a note", () => {
  expect(dataFolder("/nowhere/terminal").state).toBe("note");
});
