import { useState } from "preact/hooks";
import type { UsbChange, UsbName, UsbSlot } from "../../ports/usbip/rack.ts";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { Switch } from "./faults.tsx";
import type { Say, Word } from "./words.ts";

interface UsbProps {
  readonly state: BenchState;
  readonly say: Say;
  readonly done: Done;
}

const names: Readonly<Record<UsbName, Word>> = {
  printer: "printer",
  scanner: "scanner",
  "hid-scanner": "hidScanner",
  keyboard: "keyboard",
  scale: "scale",
  "hid-drawer": "hidDrawer",
  "oem-scanner": "oemScanner",
};

/** What happens once to the cable that is chosen. */
const accidents: readonly (readonly [Word, UsbChange])[] = [
  ["usbPullSoon", { unplugAfterBytes: 100 }],
  ["usbStallOut", { stall: "out" }],
  ["usbStallIn", { stall: "in" }],
  ["usbNak", { nakMs: 3000 }],
  ["usbMute", { muteMs: 3000 }],
  ["usbEmpty", { emptyPackets: 20 }],
  ["usbSplit", { packetBytes: 1 }],
];

/** The devices with a USB plug; nothing at all without `--usbip`. */
export function Usb({ state, say, done }: UsbProps) {
  const slots = state.usb;
  if (slots.length === 0) return null;
  const hasHost = slots.some(({ isAttached }) => isAttached);
  return (
    <details class="panel folded usb-panel">
      <summary>
        <h2>{say("usb")}</h2>
        <span class="box-state" role="status">
          {say(hasHost ? "usbAttached" : "usbFree")}
        </span>
      </summary>
      <ul class="usb">
        {slots.map((slot) => (
          <Row key={slot.busid} slot={slot} say={say} done={done} />
        ))}
      </ul>
      <Scanners state={state} say={say} done={done} />
      <Drawer drawer={state.hidDrawer} say={say} done={done} />
      <Spoil slots={slots} say={say} done={done} />
    </details>
  );
}

function Row({ slot, say, done }: Omit<UsbProps, "state"> & { readonly slot: UsbSlot }) {
  const { name, busid, isPlugged, isAttached } = slot;
  return (
    <li>
      <span>{say(names[name])}</span>
      <span class="digits count busid">{busid}</span>
      <span class="count">{say(isAttached ? "usbAttached" : "usbFree")}</span>
      <Switch
        name={say("usbPulled")}
        isOn={!isPlugged}
        turn={(isPulled) => done(bench.usb(name, { plugged: !isPulled }))}
      />
    </li>
  );
}

/** The scanners that only USB has. */
function Scanners({ state, say, done }: UsbProps) {
  const [label, write] = useState("6901234567892");
  return (
    <form class="usb-scan" onSubmit={(event) => event.preventDefault()}>
      <label class="box-row">
        <span>{say("usbLabel")}</span>
        <input
          value={label}
          spellcheck={false}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      <div class="box-row">
        <span>{say("hidScanner")}</span>
        <span class="count">{say(state.hidScanner.enabled ? "hidReady" : "hidSilent")}</span>
      </div>
      <div class="accidents">
        <button type="button" onClick={() => done(bench.hidScan({ label }))}>
          {say("pull")}
        </button>
        <button type="button" onClick={() => done(bench.present({ label }))}>
          {say("present")}
        </button>
      </div>
      <div class="box-row">
        <span>{say("oemScanner")}</span>
        <span class="count">{say(state.oemScanner.enabled ? "hidReady" : "hidSilent")}</span>
        <button type="button" onClick={() => done(bench.oemScan({ label }))}>
          {say("scanIt")}
        </button>
      </div>
      <div class="box-row">
        <span>{say("keyboard")}</span>
        <button type="button" onClick={() => done(bench.type({ label }))}>
          {say("typeIt")}
        </button>
      </div>
    </form>
  );
}

function Drawer({
  drawer,
  say,
  done,
}: Omit<UsbProps, "state"> & { readonly drawer: BenchState["hidDrawer"] }) {
  const { open, lost, openings } = drawer;
  const condition = lost ? "hidLost" : open ? "boxOpen" : "boxShut";
  return (
    <div class="box-row">
      <span>{say("hidDrawer")}</span>
      <span class="count">
        {say(condition)} <strong class="digits">{openings}</strong>
      </span>
      <button type="button" onClick={() => done(bench.hidDrawer({ open: !open }))}>
        {say(open ? "boxPush" : "boxKey")}
      </button>
    </div>
  );
}

function Spoil({
  slots,
  say,
  done,
}: Omit<UsbProps, "state"> & { readonly slots: readonly UsbSlot[] }) {
  const [name, choose] = useState<UsbName>("printer");
  const slot = slots.find((each) => each.name === name);
  return (
    <div class="usb-spoil">
      <label class="box-row">
        <span>{say("usbMore")}</span>
        <select
          value={name}
          onChange={({ currentTarget }) => choose(currentTarget.value as UsbName)}
        >
          {slots.map((each) => (
            <option key={each.name} value={each.name}>
              {say(names[each.name])}
            </option>
          ))}
        </select>
      </label>
      <div class="accidents">
        {accidents.map(([word, change]) => (
          <button key={word} type="button" onClick={() => done(bench.usb(name, change))}>
            {say(word)}
          </button>
        ))}
      </div>
      <div class="switches">
        <Switch
          name={say("usbHeld")}
          isOn={slot?.isHeld ?? false}
          turn={(held) => done(bench.usb(name, { held }))}
        />
      </div>
    </div>
  );
}
