import { isIn } from "./chart.ts";
import type { Entry } from "./fact.ts";
import type { DeviceInput } from "./input.ts";
import { type Decision, happened, nothing, type Terminal } from "./terminal.ts";

/** The cash drawer. A kick happens once or not at all: it is never repeated by itself. */

export function evolveDrawer(t: Terminal, { fact }: Entry): Terminal {
  switch (fact.type) {
    case "drawer.kickIntended":
      return { ...t, kicks: [...t.kicks, { kickId: fact.kickId, reason: fact.reason }] };
    case "drawer.kicked":
    case "drawer.kickAbandoned":
      return { ...t, kicks: t.kicks.filter((kick) => kick.kickId !== fact.kickId) };
    default:
      return t;
  }
}

export function decideDrawer(
  t: Terminal,
  input: Extract<DeviceInput, { type: "kicked" | "kickFailed" | "drawerSensed" }>,
): Decision {
  if (input.type === "drawerSensed") {
    const known = input.open ? "open" : "closed";
    return t.chart.drawer === known
      ? nothing
      : happened({ type: input.open ? "drawer.opened" : "drawer.closed" });
  }
  if (!t.kicks.some((kick) => kick.kickId === input.kickId)) return nothing;
  if (input.type === "kicked") return happened({ type: "drawer.kicked", kickId: input.kickId });
  return {
    facts: [{ type: "drawer.kickAbandoned", kickId: input.kickId, reason: "not-sent" }],
    notice: {
      code: isIn(t.chart, "testTransaction") ? "test/drawer-not-sensed" : "drawer/not-opened",
      params: {},
    },
  };
}
