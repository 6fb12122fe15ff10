import { useEffect, useRef, useState } from "preact/hooks";
import type { Notice } from "../view.ts";
import { useAsking } from "./asking.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.tsx";
import { common } from "./messages.ts";
import { buzz } from "./sound.ts";

const icons = { info: "info", warning: "warning", error: "warning" } as const;

/** What happened, what is safe and what to do next; Esc or a tap puts it away. */
export function NoticeCard() {
  const { notice, dismiss } = useAsking();
  const { say } = useSpeech();
  if (notice === null) return null;
  return (
    <section
      class={`notice ${notice.severity}`}
      aria-label={say(common.noticeKinds[notice.severity])}
    >
      <Icon name={icons[notice.severity]} />
      <div class="notice-words">
        <h2>{say(notice.title)}</h2>
        <p>{say(notice.detail)}</p>
      </div>
      <Button hint="Esc" onPress={dismiss}>
        {say(notice.code === "scale/weighing" ? common.giveUpWeighing : common.dismiss)}
      </Button>
    </section>
  );
}

/** Says each notice aloud once, whatever is drawn again around it. */
export function Announcer({ notice }: { readonly notice: Notice | null }) {
  const { say } = useSpeech();
  const last = useRef(0);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (notice === null || notice.number === last.current) return;
    last.current = notice.number;
    setWords(`${say(notice.title)} ${say(notice.detail)}`);
    if (notice.severity !== "info") buzz();
  }, [notice, say]);
  return (
    <div class="unseen" aria-live="assertive" aria-atomic="true">
      {words}
    </div>
  );
}
