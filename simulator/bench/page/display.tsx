import type { DisplayBody } from "../requests.ts";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { GlassLight, TextGlass } from "./text-glass.tsx";
import type { Say, Word } from "./words.ts";

interface DisplayProps {
  readonly display: BenchState["display"];
  readonly say: Say;
  readonly done: Done;
}

const languages = {
  cd5220: "CD5220",
  "epson-dm-d": "Epson DM-D",
  led8: "LED8",
  "led8-binary": "LED8 1B 73 01",
  "led8-partner": "LED8 1B 73 02 01",
  led8n: "LED8N",
} as const satisfies Record<BenchState["display"]["speaks"], string>;

/** The pole display, as the customer reads it. */
export function Display({ display, say, done }: DisplayProps) {
  const tend = (body: DisplayBody) => done(bench.display(body));
  const { shown, power } = display;
  return (
    <section class="pole" aria-labelledby="display-title">
      <div class={`glass ${power === "off" ? "is-off" : ""}`}>
        {shown.kind === "text" ? (
          <TextGlass shown={shown} say={say} />
        ) : (
          <Digits digits={shown.digits} lights={shown.lights} say={say} />
        )}
      </div>
      {shown.kind === "text" && <GlassLight shown={shown} say={say} />}
      <div class="pole-foot">
        <h2 id="display-title">{say("display")}</h2>
        <label>
          <span class="hidden">{say("displayLanguage")}</span>
          <select
            value={display.speaks}
            onChange={({ currentTarget }) => {
              tend({ speaks: currentTarget.value as BenchState["display"]["speaks"] });
            }}
          >
            {Object.entries(languages).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="pole-power">
          <input
            type="checkbox"
            checked={power === "off"}
            onChange={({ currentTarget }) => tend({ power: currentTarget.checked ? "off" : "on" })}
          />
          {say("displayPower")}
        </label>
      </div>
    </section>
  );
}

const lamps = ["unitPrice", "total", "received", "change"] as const satisfies readonly Word[];

interface DigitsProps {
  readonly digits: string;
  readonly lights: readonly boolean[];
  readonly say: Say;
}

function Digits({ digits, lights, say }: DigitsProps) {
  const lit = lamps.filter((_, index) => lights[index]);
  const spoken = [...lit.map(say), digits].join(" ").trim();
  return (
    <div class="digits8" role="img" aria-label={spoken === "" ? say("dark") : spoken}>
      <div class="lamps8">
        {lamps.map((word, index) => (
          <span key={word} class={lights[index] ? "is-lit" : ""}>
            {say(word)}
          </span>
        ))}
      </div>
      <div class="seven">{digits}</div>
    </div>
  );
}
