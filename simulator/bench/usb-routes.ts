/** The USB cables of the bench: see them, pull them, and make their transfers fail. */
import type { FastifyInstance } from "fastify";
import type { LabelInSight } from "../devices/hid-pos-scanner.ts";
import type { TypingOptions } from "../devices/keyboard-scanner.ts";
import type { UsbChange, UsbName } from "../ports/usbip/rack.ts";
import type { BenchHost } from "./host.ts";
import { described } from "./openapi.ts";
import type { Refusal } from "./refusal.ts";
import { sightSchema } from "./scanner-requests.ts";
import { typingSchema } from "./typing-request.ts";
import { usbSchema } from "./usb-requests.ts";

export function usbRoutes(app: FastifyInstance, host: BenchHost): void {
  const list = described("The USB devices and their cables.");
  app.get("/api/usb", { schema: list }, () => host.state.usb);
  app.post<{ Body: UsbChange; Params: { device: string } }>(
    "/api/usb/:device",
    { schema: described("Pull or plug a USB cable, or spoil its transfers.", usbSchema) },
    ({ body, params: { device } }, reply) => {
      const slot = host.usb.slots.find(({ name, busid }) => [name, busid].includes(device));
      if (slot === undefined) return reply.code(404).send(unknownDevice(host, device));
      host.changeUsb(slot.name, body);
      return host.usb.slots;
    },
  );
  app.post<{ Body: LabelInSight }>(
    "/api/usb/scanner/trigger",
    { schema: described("hid-scanner/trigger, and whether a host heard it.", sightSchema) },
    ({ body }) => {
      const before = host.counter.hidScanner.scans;
      host.act("hid-scanner", { kind: "trigger", ...body });
      return { sent: isHeard(host, "hid-scanner") && host.counter.hidScanner.scans > before };
    },
  );
  app.post<{ Body: LabelInSight }>(
    "/api/usb/oem-scanner/trigger",
    { schema: described("oem-scanner/trigger, and whether a host heard it.", sightSchema) },
    ({ body }) => {
      const before = host.counter.oemScanner.scans;
      host.act("oem-scanner", { kind: "trigger", ...body });
      return { sent: isHeard(host, "oem-scanner") && host.counter.oemScanner.scans > before };
    },
  );
  app.post<{ Body: TypingOptions & { label: string } }>(
    "/api/usb/keyboard/trigger",
    { schema: described("keyboard/trigger, and whether a host heard it.", typingSchema) },
    ({ body }) => {
      const before = host.counter.keyboard.scans;
      host.act("keyboard", { kind: "trigger", ...body });
      return { sent: isHeard(host, "keyboard") && host.counter.keyboard.scans > before };
    },
  );
}

const isHeard = ({ usb }: BenchHost, name: UsbName) => usb.device(name).isConfigured;

const unknownDevice = ({ usb }: BenchHost, name: string): Refusal => ({
  code: "simulator/unknown-device",
  what: `No device here is called \`${name}\``,
  fix: `Known are ${usb.slots.map((slot) => `${slot.name} (${slot.busid})`).join(", ")}.`,
});
