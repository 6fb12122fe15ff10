import type { RefObject } from "preact";
import { useSpeech } from "./language.tsx";
import { signIn } from "./messages.ts";

interface PinFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly pin: string;
  readonly isTurn: boolean;
  readonly onFocus?: () => void;
  readonly onPin: (pin: string) => void;
}

const places = [0, 1, 2, 3, 4, 5];

/** Six dots that fill; sent by the sixth digit, so that nobody looks for a button. */
export function PinField({ field, pin, isTurn, onFocus, onPin }: PinFieldProps) {
  const { say } = useSpeech();
  return (
    <label class={isTurn ? "field turn" : "field"}>
      <span>{say(signIn.pin)}</span>
      <span class="pin">
        <input
          ref={field}
          type="password"
          value={pin}
          inputMode="none"
          autocomplete="off"
          maxLength={6}
          aria-description={say(signIn.digitsTyped(pin.length))}
          onFocus={onFocus}
          onInput={({ currentTarget }) => {
            currentTarget.value = currentTarget.value.replace(/\D/g, "").slice(0, 6);
            onPin(currentTarget.value);
          }}
        />
        <span class="pin-dots" aria-hidden="true">
          {places.map((place) => (
            <span key={place} class={place < pin.length ? "dot full" : "dot"} />
          ))}
        </span>
      </span>
    </label>
  );
}
