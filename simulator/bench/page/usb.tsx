import { bench, useUsb } from "./api.ts";
import type { Done } from "./app.tsx";
import { Switch } from "./faults.tsx";
import type { Say } from "./words.ts";

interface UsbProps {
  readonly say: Say;
  readonly done: Done;
}

/** The USB cables, one for each device; nothing at all without `--usbip`. */
export function Usb({ say, done }: UsbProps) {
  const { slots, ask } = useUsb();
  if (slots.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="usb-title">
      <h2 id="usb-title">{say("usb")}</h2>
      <ul class="usb">
        {slots.map(({ busid, product, isPlugged, isAttached }) => (
          <li key={busid}>
            <span>
              {product} <span class="digits count">{busid}</span>
            </span>
            <span class="count">{say(isAttached ? "usbAttached" : "usbFree")}</span>
            <Switch
              name={say("usbPulled")}
              isOn={!isPlugged}
              turn={(isPulled) => {
                const asked = bench.usb(busid, { plugged: !isPulled });
                done(asked);
                asked.then(ask);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
