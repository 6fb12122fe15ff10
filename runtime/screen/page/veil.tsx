import { Mark } from "./icons.tsx";
import { useSpeech } from "./language.tsx";
import { common } from "./messages.ts";

/** Instead of the screen while the terminal is away: nothing stale can be read or pressed. */
export function Veil() {
  const { say, switchLanguage } = useSpeech();
  return (
    <main class="veil">
      <button type="button" class="button plain veil-language" onClick={switchLanguage}>
        {say(common.switchLanguage)}
      </button>
      <Mark />
      <div role="alert">
        <h1>{say(common.veil.title)}</h1>
        <p>{say(common.veil.detail)}</p>
      </div>
      <div class="veil-bar" aria-hidden="true" />
    </main>
  );
}
