import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StaffView } from "../view.ts";
import { useAskWhenFree } from "./asking.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.tsx";
import { signIn } from "./messages.ts";
import { NoticeCard } from "./notice.tsx";
import { NumberPad } from "./number-pad.tsx";
import { PinField } from "./pin-field.tsx";

const pinLength = 6;

/** Between two cashiers: pick the name, enter the PIN. Arrow keys pick as well. */
export function SignedOff({ staff }: { readonly staff: readonly StaffView[] }) {
  const { say } = useSpeech();
  const ask = useAskWhenFree();
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState("");
  const [lacksName, setLacksName] = useState(false);
  const pinField = useRef<HTMLInputElement>(null);
  const only = staff.length === 1 ? staff[0] : undefined;
  const staffNo = only?.staffNo ?? chosen;
  useLayoutEffect(() => pinField.current?.focus(), []);

  function choose(member: StaffView | undefined) {
    if (member === undefined) return;
    setChosen(member.staffNo);
    setPin("");
    setLacksName(false);
    pinField.current?.focus();
  }
  function writePin(text: string) {
    setLacksName(staffNo === null);
    if (staffNo === null || text.length < pinLength) return setPin(staffNo === null ? "" : text);
    setPin("");
    ask({ type: "signIn", staffNo, pin: text });
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = staff.findIndex((member) => member.staffNo === staffNo);
    choose(staff[Math.min(staff.length - 1, Math.max(0, at + step))]);
  }

  return (
    <main class="signed-off" onKeyDown={onKeyDown}>
      <div class="split">
        <div class="split-words">
          <h1>{say(signIn.who)}</h1>
          <p class="lead">{say(staff.length === 0 ? signIn.noStaff : signIn.whoDetail)}</p>
          <NoticeCard />
          <StaffList staff={staff} staffNo={staffNo} onChoose={choose} />
        </div>
        <div class="split-pad">
          <PinField field={pinField} pin={pin} isTurn={staffNo !== null} onPin={writePin} />
          <p class="trouble" role="alert">
            {lacksName ? say(signIn.chooseFirst) : ""}
          </p>
          <NumberPad
            corner={null}
            onKey={(key) => writePin(key === "Backspace" ? pin.slice(0, -1) : `${pin}${key}`)}
          />
        </div>
      </div>
    </main>
  );
}

interface StaffListProps {
  readonly staff: readonly StaffView[];
  /** Whose name is chosen. */
  readonly staffNo: string | null;
  readonly onChoose: (member: StaffView) => void;
}

function StaffList({ staff, staffNo, onChoose }: StaffListProps) {
  const { say } = useSpeech();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own
    <div class="staff-list" role="group" aria-label={say(signIn.staff)}>
      {staff.map((member) => (
        <Button
          key={member.staffNo}
          kind="choice"
          isPressed={member.staffNo === staffNo}
          onPress={() => onChoose(member)}
        >
          <Icon name={member.staffNo === staffNo ? "check" : "person"} />
          <span>{member.name}</span>
          <span class="staff-number">{member.staffNo}</span>
        </Button>
      ))}
    </div>
  );
}
