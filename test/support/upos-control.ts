import { UposControl } from "#drivers/upos/control.ts";
import type { UposError } from "#drivers/upos/error.ts";
import type { SharedDevice } from "#drivers/upos/shared-device.ts";

export type Sharing = "exclusive" | "shareable" | "unclaimable";

/** A control that has not been opened. */
export function controlOf(
  sharing: Sharing = "exclusive",
  device?: SharedDevice,
  capPowerReporting = 1,
) {
  return new UposControl<string>({
    sharing,
    device,
    capPowerReporting: capPowerReporting as 0 | 1,
  });
}

/** Opened, claimed and enabled. */
export function working(sharing: Sharing = "exclusive") {
  const control = controlOf(sharing);
  control.open();
  control.claim(0);
  control.setPowerNotify(1);
  control.setAsyncMode(true);
  control.setDeviceEnabled(true);
  return control;
}

export const codeOf = ({ code }: UposError) => code;

/** Everything that may be delivered now, told shortly; errors are answered by their default. */
export function takeAll(control: UposControl<string>, answer = true): readonly string[] {
  const told: string[] = [];
  for (let event = control.take(); event !== null; event = control.take()) {
    if (event.type === "DataEvent") told.push(event.data);
    else if (event.type === "StatusUpdateEvent") told.push(`status ${event.status}`);
    else if (event.type === "OutputCompleteEvent") told.push(`complete ${event.outputId}`);
    else if (event.type === "DirectIOEvent") told.push(`direct ${event.eventNumber} ${event.data}`);
    else {
      told.push(`error ${event.error.code} locus ${event.locus} response ${event.response}`);
      if (!answer) return told;
      control.respond(event.response);
    }
  }
  return told;
}
