import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAskWhenFree } from "../asking.ts";
import { Button } from "../button.tsx";
import { useSpeech } from "../language.tsx";
import { activation, common, signIn } from "../messages.ts";
import { NoticeCard } from "../notice.tsx";
import { NumberPad } from "../number-pad.tsx";
import { PinField } from "../pin-field.tsx";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const longestStaffNo = 50;
const pinLength = 6;

const onlyStaffNo = (text: string) => text.replace(/\W/g, "").slice(0, longestStaffNo);

/** Staff number and PIN of the cashier who activates; staff numbers may hold letters. */
export function SignIn() {
  const { say } = useSpeech();
  const ask = useAskWhenFree();
  const [staffNo, setStaffNo] = useState("");
  const [pin, setPin] = useState("");
  const [isPinTurn, setPinTurn] = useState(false);
  const staffField = useRef<HTMLInputElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  // The focus itself says whose turn it is: a fast hand's keys go where they were meant to.
  const turnTo = (isPin: boolean) => (isPin ? pinField : staffField).current?.focus();
  useLayoutEffect(() => staffField.current?.focus(), []);

  const writeStaffNo = (text: string) => setStaffNo(onlyStaffNo(text));
  function writePin(text: string) {
    setPin(text);
    if (text.length < pinLength) return;
    if (staffNo === "") return turnTo(false);
    setPin("");
    ask({ type: "signIn", staffNo, pin: text });
  }
  function pressPad(key: string) {
    if (key === "Enter") return turnTo(true);
    const edited = (text: string) => (key === "Backspace" ? text.slice(0, -1) : `${text}${key}`);
    if (isPinTurn) writePin(edited(pin).slice(0, pinLength));
    else writeStaffNo(edited(staffNo));
  }

  return (
    <div class="split">
      <div class="split-words">
        <h1>{say(activation.signIn)}</h1>
        <p class="lead">{say(activation.signInDetail)}</p>
        <NoticeCard />
        <StaffNoField
          field={staffField}
          staffNo={staffNo}
          isTurn={!isPinTurn}
          onFocus={() => setPinTurn(false)}
          onComplete={() => turnTo(true)}
          onStaffNo={writeStaffNo}
        />
        <PinField
          field={pinField}
          pin={pin}
          isTurn={isPinTurn}
          onFocus={() => setPinTurn(true)}
          onPin={writePin}
        />
      </div>
      <SignInPad isPinTurn={isPinTurn} onKey={pressPad} />
    </div>
  );
}

interface StaffNoFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly staffNo: string;
  readonly isTurn: boolean;
  readonly onFocus: () => void;
  /** The number is whole and the PIN comes next. */
  readonly onComplete: () => void;
  readonly onStaffNo: (staffNo: string) => void;
}

function StaffNoField(props: StaffNoFieldProps) {
  const { field, staffNo, isTurn, onFocus, onComplete, onStaffNo } = props;
  const { say } = useSpeech();
  return (
    <label class={isTurn ? "field turn" : "field"}>
      <span>{say(signIn.staffNo)}</span>
      <input
        class="staff-no"
        ref={field}
        value={staffNo}
        inputMode="none"
        autocomplete="off"
        spellcheck={false}
        onFocus={onFocus}
        onInput={({ currentTarget }) => {
          currentTarget.value = onlyStaffNo(currentTarget.value);
          onStaffNo(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.currentTarget.value !== "") onComplete();
        }}
      />
    </label>
  );
}

interface SignInPadProps {
  readonly isPinTurn: boolean;
  readonly onKey: (key: string) => void;
}

/** Digits, or the letters of a staff number; a PIN has none. */
function SignInPad({ isPinTurn, onKey }: SignInPadProps) {
  const { say } = useSpeech();
  const [hasLetters, setLetters] = useState(false);
  return (
    <div class="split-pad">
      {hasLetters && !isPinTurn ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own
        <div class="letters" role="group" aria-label={say(common.letters)}>
          {letters.map((letter) => (
            <Button key={letter} kind="pad" onPress={() => onKey(letter)}>
              {letter}
            </Button>
          ))}
        </div>
      ) : (
        <NumberPad
          onKey={onKey}
          corner={isPinTurn ? null : "Enter"}
          cornerLabel={say(common.confirm)}
        />
      )}
      <Button isOff={isPinTurn} onPress={() => setLetters(!hasLetters)}>
        {say(hasLetters ? common.digits : common.letters)}
      </Button>
    </div>
  );
}
