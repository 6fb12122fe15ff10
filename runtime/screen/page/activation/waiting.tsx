import type { Text } from "#state/base/text.ts";
import { useSpeech } from "../language.tsx";
import { NoticeCard } from "../notice.tsx";

/** Nobody at the counter has to act; says what is awaited. */
export function Waiting({ title, detail }: { readonly title: Text; readonly detail: Text }) {
  const { say } = useSpeech();
  return (
    <>
      <NoticeCard />
      <div class="waiting">
        <div class="spinner" aria-hidden="true" />
        <h1>{say(title)}</h1>
        <p class="lead">{say(detail)}</p>
      </div>
    </>
  );
}
