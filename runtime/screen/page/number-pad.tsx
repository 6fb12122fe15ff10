import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.tsx";
import { common } from "./messages.ts";
import { selling } from "./selling-messages.ts";

interface NumberPadProps {
  /** Called with the name the same key has on a keyboard. */
  readonly onKey: (key: string) => void;
  /** Bottom left: a point for amounts, Enter for codes, nothing for a PIN. */
  readonly corner: "." | "Enter" | null;
  readonly cornerLabel?: string;
}

export function NumberPad({ onKey, corner, cornerLabel }: NumberPadProps) {
  const { say } = useSpeech();
  const digit = (key: string) => (
    <Button key={key} kind="pad" worksWhileBusy onPress={() => onKey(key)}>
      {key}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame of its own
    <div class="number-pad" role="group" aria-label={say(selling.keypad)}>
      {["7", "8", "9", "4", "5", "6", "1", "2", "3"].map(digit)}
      <Button
        kind="pad"
        worksWhileBusy
        label={say(common.backspace)}
        onPress={() => onKey("Backspace")}
      >
        <Icon name="backspace" />
      </Button>
      {digit("0")}
      {corner === null ? (
        <span />
      ) : (
        <Button kind="pad" worksWhileBusy={corner === "."} onPress={() => onKey(corner)}>
          {cornerLabel === undefined ? corner : <span class="word">{cornerLabel}</span>}
        </Button>
      )}
    </div>
  );
}
