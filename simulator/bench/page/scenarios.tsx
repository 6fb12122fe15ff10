import { useState } from "preact/hooks";
import type { Language } from "#state/base/text.ts";
import type { BenchState } from "../state.ts";
import { bench, useScenarios } from "./api.ts";
import type { Done } from "./app.tsx";
import { sayIn } from "./words.ts";

interface ScenariosProps {
  readonly running: BenchState["scenario"];
  readonly language: Language;
  readonly done: Done;
}

/** Scenario files: choose one, play it, and see at which line it stands. */
export function Scenarios({ running, language, done }: ScenariosProps) {
  const say = sayIn(language);
  const files = useScenarios();
  const [chosen, choose] = useState("");
  const file = files.find(({ name }) => name === chosen) ?? files[0];
  const isRunning = running?.outcome === "running";
  return (
    <details class="panel folded">
      <summary>
        <h2>{say("scenarios")}</h2>
        <span
          class={running?.outcome === "failed" ? "box-state is-bad" : "box-state"}
          role="status"
        >
          {running === null ? say("scenarioNone") : say(`scenario ${running.outcome}`)}
        </span>
      </summary>
      <div class="box-row">
        <select
          aria-label={say("scenarios")}
          value={file?.name ?? ""}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {files.map(({ name, title }) => (
            <option key={name} value={name}>
              {inLanguage(title, language)}
            </option>
          ))}
        </select>
        {isRunning ? (
          <button type="button" onClick={() => done(bench.stopScenario())}>
            {say("scenarioStop")}
          </button>
        ) : (
          <button
            type="button"
            class="primary"
            disabled={file === undefined}
            onClick={() => file !== undefined && done(bench.play(file))}
          >
            {say("scenarioPlay")}
          </button>
        )}
      </div>
      {running !== null && (
        <p class="scenario-line">
          {running.stepsDone}/{running.steps} · {running.name}:{running.line}{" "}
          <code>{running.text}</code>
        </p>
      )}
      {running?.failure && <p class="scenario-failure">{running.failure}</p>}
      {file !== undefined && !isRunning && <pre class="scenario-text">{file.text}</pre>}
    </details>
  );
}

/** A title may be `中文 / English`. */
function inLanguage(title: string, language: Language): string {
  const [zh = title, en = zh] = title.split(" / ");
  return language === "zh" ? zh : en;
}
