/** The USB cables of the bench: see them, pull them, and make their transfers fail. */
import type { FastifyInstance } from "fastify";
import type { Clock } from "../clock.ts";
import type { TypingOptions } from "../devices/keyboard-scanner.ts";
import type { Symbology } from "../devices/serial-scanner.ts";
import type { HidPosFace } from "../ports/usbip/hid-pos-face.ts";
import type { KeyboardFace } from "../ports/usbip/keyboard-face.ts";
import type { UsbipServer } from "../ports/usbip/server.ts";
import type { UsbDevice } from "../ports/usbip/usb-device.ts";
import { described } from "./openapi.ts";
import { usbScanSchema } from "./requests.ts";
import { typingSchema } from "./typing-request.ts";
import { type UsbBody, usbSchema } from "./usb-requests.ts";

export interface UsbBench {
  readonly server: UsbipServer;
  readonly scanner: HidPosFace;
  readonly keyboard: KeyboardFace;
  readonly clock: Clock;
}

/** Without USB there are no devices, and nothing that can be done to them. */
export function usbRoutes(app: FastifyInstance, usb: UsbBench | undefined): void {
  const list = described("The USB devices and their cables.");
  app.get("/api/usb", { schema: list }, () => usb?.server.slots ?? []);
  if (usb === undefined) return;
  app.post<{ Body: UsbBody; Params: { busid: string } }>(
    "/api/usb/:busid",
    { schema: described("Pull or plug a USB cable, or spoil its transfers.", usbSchema) },
    ({ body, params: { busid } }, reply) => {
      if (usb.server.device(busid) === null) return reply.callNotFound();
      obey(usb, busid, body);
      return usb.server.slots;
    },
  );
  app.post<{ Body: { label: string; symbology?: Symbology } }>(
    "/api/usb/scanner/trigger",
    { schema: described("Pull the trigger of the HID scanner.", usbScanSchema) },
    ({ body: { label, symbology } }) => ({ sent: usb.scanner.scan(label, symbology) }),
  );
  app.post<{ Body: TypingOptions & { label: string } }>(
    "/api/usb/keyboard/trigger",
    { schema: described("Pull the trigger of the scanner that types.", typingSchema) },
    ({ body: { label, ...options } }) => ({ sent: usb.keyboard.scan(label, options) }),
  );
}

function obey({ server, clock }: UsbBench, busid: string, body: UsbBody): void {
  const device = server.device(busid);
  if (device === null) return;
  if (body.stall !== undefined) device.stallNext(body.stall);
  if (body.emptyPackets !== undefined) device.sendEmpty(body.emptyPackets);
  if (body.packetBytes !== undefined) device.cutTo(body.packetBytes);
  if (body.unplugAfterBytes !== undefined) {
    device.unplugAfter(body.unplugAfterBytes, () => server.unplug(busid));
  }
  if (body.nakMs !== undefined) refuse(device, clock, body.nakMs, body.nakAfterBytes);
  if (body.muteMs !== undefined) {
    device.mute(true);
    clock.after(body.muteMs, () => device.mute(false));
  }
  if (body.plugged === false) server.unplug(busid);
  if (body.plugged === true) server.plug(busid);
}

function refuse(device: UsbDevice, clock: Clock, nakMs: number, afterBytes?: number): void {
  const nak = () => {
    device.hold("bench", true);
    clock.after(nakMs, () => device.hold("bench", false));
  };
  if (afterBytes === undefined) nak();
  else device.nakAfter(afterBytes, nak);
}
