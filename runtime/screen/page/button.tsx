import type { ComponentChildren } from "preact";
import { useAsking } from "./asking.ts";

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  /** The key that does the same, as printed on the keyboard. */
  readonly hint?: string;
  readonly kind?: "primary" | "plain" | "danger" | "choice" | "pad";
  readonly isOff?: boolean;
  /** For keys that only type: they need not wait for the terminal. */
  readonly worksWhileBusy?: boolean;
  readonly isPressed?: boolean;
  readonly label?: string;
  readonly autofocus?: boolean;
}

/**
 * Off is said with `aria-disabled`, not `disabled`: a disabled element drops the keyboard's focus,
 * and a cashier on the Tab key would be thrown back to the top at every press.
 */
export function Button(props: ButtonProps) {
  const { isBusy } = useAsking();
  const isDisabled = props.isOff === true || (isBusy && props.worksWhileBusy !== true);
  return (
    <button
      type="button"
      class={`button ${props.kind ?? "plain"}`}
      aria-disabled={isDisabled}
      aria-keyshortcuts={props.hint}
      aria-pressed={props.isPressed}
      aria-label={props.label}
      autofocus={props.autofocus ?? false}
      onClick={() => {
        if (!isDisabled) props.onPress();
      }}
    >
      <span class="button-label">{props.children}</span>
      {props.hint === undefined ? null : (
        <span class="key-hint" aria-hidden="true">
          {props.hint}
        </span>
      )}
    </button>
  );
}
