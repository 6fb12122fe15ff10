import { expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { CdcFace } from "./cdc-face.ts";

import { HidPosFace } from "./hid-pos-face.ts";
import { KeyboardFace } from "./keyboard-face.ts";
import { PosiflexFace } from "./posiflex-face.ts";
import { PrinterFace } from "./printer-face.ts";
import type { UsbDevice } from "./usb-device.ts";
import { UsbOemFace } from "./usb-oem-face.ts";

interface Reply {
  readonly command: number;
  readonly seqnum: number;
  readonly status: number;
  readonly moved: number;
  readonly data: string;
}

/** A host's kernel, as far as a device sees of it. */
function hostOf(device: UsbDevice) {
  const replies: Reply[] = [];
  let seqnum = 100;
  device.attach((bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    replies.push({
      command: view.getUint32(0),
      seqnum: view.getUint32(4),
      status: view.getInt32(20),
      moved: view.getUint32(24),
      data: toHex(bytes.subarray(48)),
    });
  });
  const submit = (
    endpoint: number,
    isIn: boolean,
    data: string,
    setup = "00 00 00 00 00 00 00 00",
  ) => {
    seqnum += 1;
    const view = new DataView(fromHex(setup).buffer);
    device.submit({
      kind: "submit",
      seqnum,
      isIn,
      endpoint,
      length: isIn ? 64 : fromHex(data).length,
      data: fromHex(data),
      setup: {
        requestType: view.getUint8(0),
        request: view.getUint8(1),
        value: view.getUint16(2, true),
        index: view.getUint16(4, true),
        length: view.getUint16(6, true),
      },
    });
    return seqnum;
  };
  const control = (setup: string, data = "") => {
    const seq = submit(0, setup.startsWith("8") || setup.startsWith("a"), data, setup);
    const reply = replies.find((each) => each.seqnum === seq);
    return reply?.status === 0 ? reply.data : reply?.status;
  };
  control("00 09 01 00 00 00 00 00");
  replies.length = 0;
  return { device, replies, submit, control };
}

function printerOf() {
  const face = new PrinterFace(() => ({ isPaperOut: false, isOnline: true }));
  const heard: string[] = [];
  face.listen((bytes) => heard.push(toHex(bytes)));
  return { face, heard, ...hostOf(face.device) };
}

test("the printer's descriptors are those of USB 2.0 and printer class 1.1", () => {
  const { control } = printerOf();

  expect(control("80 06 00 01 00 00 12 00")).toBe(
    "12 01 00 02 00 00 00 40 b8 04 28 0e 00 01 01 02 03 01",
  );
  expect(control("80 06 00 02 00 00 ff 00")).toBe(
    "09 02 20 00 01 01 00 c0 32 09 04 00 00 02 07 01 02 00 " +
      "07 05 01 02 00 02 00 07 05 82 02 00 02 00",
  );
  expect(control("80 06 00 02 00 00 09 00")).toBe("09 02 20 00 01 01 00 c0 32");
  expect(control("80 06 01 03 09 04 ff 00")).toBe("0c 03 45 00 50 00 53 00 4f 00 4e 00");
});

test("a device id begins with its own length, big-endian, and the port is ready", () => {
  const { control } = printerOf();

  expect(String(control("a1 00 00 00 00 00 06 00"))).toBe("00 46 4d 46 47 3a");
  expect(control("a1 01 00 00 00 00 01 00")).toBe("18");
  expect(control("a1 7f 00 00 00 00 01 00")).toBe(-32);
});

test("bytes go to the printer, and an answer ends the transfer that waits for it", () => {
  const { face, heard, submit, replies } = printerOf();

  const out = submit(1, false, "10 04 01");
  const waiting = submit(2, true, "");
  face.write(fromHex("12"));

  expect(heard).toEqual(["10 04 01"]);
  expect(replies).toEqual([
    { command: 3, seqnum: out, status: 0, moved: 3, data: "" },
    { command: 3, seqnum: waiting, status: 0, moved: 1, data: "12" },
  ]);
});

test("an unlinked transfer is answered once, as reset, and never moves a byte", () => {
  const { face, device, heard, submit, replies } = printerOf();
  face.hold(true);
  const victim = submit(1, false, "41");

  device.unlink({ kind: "unlink", seqnum: 900, victim });
  device.unlink({ kind: "unlink", seqnum: 901, victim });
  face.hold(false);

  expect(replies.map(({ command, seqnum, status }) => [command, seqnum, status])).toEqual([
    [4, 900, -104],
    [4, 901, 0],
  ]);
  expect(heard).toEqual([]);
});

test("a stalled endpoint refuses until its halt is cleared", () => {
  const { device, heard, submit, control, replies } = printerOf();
  device.stallNext("out");

  submit(1, false, "41");
  submit(1, false, "42");
  control("02 01 00 00 01 00 00 00");
  submit(1, false, "43");

  expect(replies.map(({ status }) => status)).toEqual([-32, -32, 0, 0]);
  expect(heard).toEqual(["43"]);
});

test("a cable pulled in mid-transfer leaves the part that had come", () => {
  const { device, heard, submit, replies } = printerOf();
  device.unplugAfter(2, () => device.detach());

  submit(1, false, "41 42 43 44");

  expect([heard, replies, device.isAttached]).toEqual([["41 42"], [], false]);
});

test("NAK begins behind the packet that brings so many bytes, and ends when it is let go", () => {
  const { device, heard, submit, replies } = printerOf();
  device.nakAfter(3, () => device.hold("bench", true));

  submit(1, false, "41 42");
  submit(1, false, "43 44");
  submit(1, false, "45");
  expect(heard).toEqual(["41 42", "43 44"]);
  expect(replies).toHaveLength(2);
  device.hold("bench", false);

  expect(heard).toEqual(["41 42", "43 44", "45"]);
  expect(replies.map(({ moved }) => moved)).toEqual([2, 2, 1]);
});

test("packets of no bytes come first, answers are parted anywhere, and a mute keeps them", () => {
  const { face, device, submit, replies } = printerOf();
  device.sendEmpty(1);
  device.cutTo(3);
  device.mute(true);
  face.write(fromHex("14 00 00 0f"));

  submit(2, true, "");
  submit(2, true, "");
  submit(2, true, "");
  expect(replies).toEqual([]);
  device.mute(false);

  expect(replies.map(({ data }) => data)).toEqual(["", "14 00 00", "0f"]);
});

test("the next cable knows nothing of the faults of the one before", () => {
  const { face, device } = printerOf();
  device.sendEmpty(5);
  device.cutTo(1);
  device.nakAfter(1, () => device.hold("bench", true));
  device.detach();

  const again = hostOf(device);
  again.submit(1, false, "41");
  again.submit(2, true, "");
  face.write(fromHex("12 00"));

  expect(again.replies.map(({ data, moved }) => [data, moved])).toEqual([
    ["", 1],
    ["12 00", 2],
  ]);
});

test("a serial scanner knows its line, and forgets it with the cable", () => {
  const face = new CdcFace();
  const { control, device } = hostOf(face.device);

  control("21 20 00 00 00 00 07 00", "00 c2 01 00 00 00 08");
  control("21 22 03 00 00 00 00 00");
  expect(face.line).toEqual({ baudRate: 115_200, dtr: true, rts: true });
  expect(control("a1 21 00 00 00 00 07 00")).toBe("00 c2 01 00 00 00 08");
  expect(String(control("80 06 00 02 00 00 ff 00"))).toContain("04 24 02 06");
  device.detach();

  expect(face.line).toEqual({ baudRate: 9600, dtr: false, rts: false });
});

test("reports to a HID-POS scanner keep their kind, and reports from it their shape", () => {
  const face = new HidPosFace();
  const heard: string[] = [];
  face.listen((report) => heard.push(toHex(report)));
  const { control, submit, replies } = hostOf(face.device);
  submit(1, true, "");

  control("21 09 fe 03 00 00 02 00", "fe 01");
  expect(control("a1 01 fe 03 00 00 02 00")).toBe("fe 01");
  submit(2, false, "fd 03 16 07 0d");
  face.write(fromHex("02 01 41"));

  expect(heard).toEqual(["03 fe 01", "02 fd 03 16 07 0d"]);
  expect(replies.at(-1)?.data).toBe("02 01 41");
  expect(control("81 06 00 22 00 00 06 00")).toBe("05 8c 09 02 a1 01");
});

test("a scanner that types knows its protocol, and hears of no lights", () => {
  const face = new KeyboardFace();
  const { control, submit, replies } = hostOf(face.device);
  submit(1, true, "");

  expect(control("a1 03 00 00 00 00 01 00")).toBe("01");
  expect(control("21 0b 00 00 00 00 00 00")).toBe("");
  expect(control("a1 03 00 00 00 00 01 00")).toBe("00");
  expect(control("21 09 00 02 00 00 01 00", "02")).toBe("");
  face.write(fromHex("00 00 1e 00 00 00 00 00"));

  expect(replies.at(-1)?.data).toBe("00 00 1e 00 00 00 00 00");
});

test("a Posiflex drawer takes whole reports of 120 bytes, and gives them", () => {
  const face = new PosiflexFace();
  const heard: string[] = [];
  face.listen((report) => heard.push(toHex(report)));
  const { control, device, replies } = hostOf(face.device);
  const filling = " 00".repeat(118);
  device.submit({
    ...{ kind: "submit", seqnum: 9, isIn: true, endpoint: 1, length: 120 },
    ...{ setup: { requestType: 0, request: 0, value: 0, index: 0, length: 0 } },
    data: new Uint8Array(),
  });

  control("21 09 00 02 00 00 78 00", `01 02${filling}`);
  face.write(fromHex(`11 00${filling}`));

  expect(heard).toEqual([`02 00 01 02${filling}`]);
  expect(replies.at(-1)).toMatchObject({ seqnum: 9, moved: 120, data: `11 00${filling}` });
  expect(control("81 06 00 22 00 00 05 00")).toBe("06 a0 ff 09 01");
});

test("a USB-OEM scanner takes commands by SET_REPORT alone, and gives whole reports", () => {
  const face = new UsbOemFace();
  const heard: string[] = [];
  face.listen((report) => heard.push(toHex(report)));
  const { control, submit, replies } = hostOf(face.device);
  submit(1, true, "");

  control("21 09 00 02 00 00 0b 00", `11${" 00".repeat(10)}`);
  face.write(fromHex("04 00 03 00"));

  expect(heard).toEqual([`02 00 11${" 00".repeat(10)}`]);
  expect(replies.at(-1)?.data).toBe("04 00 03 00");
  expect(control("81 06 00 22 00 00 08 00")).toBe("06 45 ff 0a 00 4b a1 01");
});

test.each([
  ["a HID-POS scanner", () => new HidPosFace()],
  ["a scanner that types", () => new KeyboardFace()],
  ["a Posiflex drawer", () => new PosiflexFace()],
  ["a USB-OEM scanner", () => new UsbOemFace()],
])("%s is fed by its host, from its configuration to the end of the cable", (_, make) => {
  const face = make();
  const told: string[] = [];
  face.onPower((power) => told.push(power));

  hostOf(face.device);
  face.device.detach();

  expect(told).toEqual(["on", "off"]);
});
