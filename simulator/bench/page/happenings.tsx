import type { Language } from "#state/base/text.ts";
import type { LogLine } from "../state.ts";
import { tellEvent } from "./events.ts";
import { sayIn } from "./words.ts";

interface HappeningsProps {
  readonly log: readonly LogLine[];
  readonly language: Language;
}

export function Happenings({ log, language }: HappeningsProps) {
  return (
    <section class="panel happenings" aria-labelledby="log-title">
      <h2 id="log-title">{sayIn(language)("log")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <ol tabIndex={0} aria-labelledby="log-title">
        {log.toReversed().map((line) => (
          <li key={line.number}>
            <time class="digits">{timeOfDay(line.at)}</time> {tellEvent(line.event, language)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString("zh-CN", { hour12: false });
}
