import type { CounterView, DeviceView } from "../view.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useSpeech } from "./language.tsx";
import { status } from "./messages.ts";

const stateIcons: { readonly [state in DeviceView["state"]]: IconName } = {
  ready: "check",
  faulted: "warning",
  absent: "absent",
};

const names = ["scanner", "printer", "drawer", "display", "scale"] as const;
type DeviceName = (typeof names)[number];

function DeviceLight({ name, device }: { readonly name: DeviceName; readonly device: DeviceView }) {
  const { say } = useSpeech();
  const isOpen = name === "drawer" && device.state === "ready" && device.open === true;
  const word = isOpen ? status.drawerOpen : status.states[device.state];
  return (
    <li class={`light ${device.state}`}>
      <Icon name={name} />
      <span>{say(status.devices[name])}</span>
      <span class="light-state">
        <Icon name={isOpen ? "info" : stateIcons[device.state]} />
        {say(word)}
      </span>
    </li>
  );
}

function Uplink({ uplink }: Pick<CounterView, "uplink">) {
  const { say } = useSpeech();
  const { reachable, waitingSales } = uplink;
  const isSafe = waitingSales === 0;
  return (
    <div class={`uplink ${reachable && isSafe ? "ready" : "faulted"}`}>
      <Icon name={reachable ? "cloud" : "cloudOff"} />
      <span>
        {reachable ? null : <b>{say(status.offline)}</b>}
        <span>{say(isSafe ? status.allSafe : status.waiting(waitingSales))}</span>
      </span>
    </div>
  );
}

/** Device lights and what is safe, on every screen; advice as soon as something needs a hand. */
export function StatusBar({ view }: { readonly view: CounterView }) {
  const { say } = useSpeech();
  const { jobs, trouble } = view.printing;
  const advice = names.flatMap((name) => view.devices[name]?.advice ?? []);
  // Receipts wait for what the printer waits for: the same words are said once.
  const words = [...new Set([...(trouble === null ? [] : [trouble]), ...advice].map(say))];
  return (
    <footer class="status">
      <ul class="lights" aria-label={say(status.label)}>
        {names.map((name) => {
          const device = view.devices[name];
          return device === undefined ? null : (
            <DeviceLight key={name} name={name} device={device} />
          );
        })}
      </ul>
      <div class="advice" role="status">
        {jobs === 0 ? null : <b>{say(status.printing(jobs))}</b>}
        {words.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <Uplink uplink={view.uplink} />
    </footer>
  );
}
