import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import type { Say } from "./words.ts";

interface DrawerProps {
  readonly drawer: BenchState["drawer"];
  readonly say: Say;
  readonly done: Done;
}

/** The drawer from above and in front: the tray slides out and shows its notes and coins. */
export function Drawer({ drawer, say, done }: DrawerProps) {
  const caption = say(drawer.open ? "drawerOpen" : "drawerShut");
  return (
    <section class="panel" aria-labelledby="drawer-title">
      <div class="heading">
        <h2 id="drawer-title">{say("drawer")}</h2>
        <p class="count">
          {say("openings")} <strong class="digits">{drawer.openings}</strong>
        </p>
      </div>
      <button
        type="button"
        class={`drawer ${drawer.open ? "is-open" : ""} ${drawer.jammed ? "is-jammed" : ""}`}
        onClick={() => done(bench.drawer({ open: !drawer.open }))}
      >
        <span class="cabinet" aria-hidden="true">
          <span class="tray">
            <span class="notes">
              <i class="n100" />
              <i class="n50" />
              <i class="n20" />
              <i class="n10" />
            </span>
            <span class="coins">
              <i />
              <i />
              <i />
            </span>
          </span>
          <span class="face">
            <span class="lock" />
          </span>
        </span>
        <span class="caption">{caption}</span>
      </button>
      <p class="hidden" role="status">
        {caption}
      </p>
    </section>
  );
}
