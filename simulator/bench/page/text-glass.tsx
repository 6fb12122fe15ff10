import type { TextShown } from "../../devices/displays/reader.ts";
import type { Say } from "./words.ts";

interface GlassProps {
  readonly shown: TextShown;
  readonly say: Say;
}

/** Every cell is drawn, lit or not, as the tube shows its twenty places. */
export function TextGlass({ shown, say }: GlassProps) {
  const { rows, reversed, cursor, windows, lights, brightness, blinkMs, isDark } = shown;
  const lit = isDark ? [] : rows.map((row) => row.trim()).filter((row) => row !== "");
  const classes = ["rows", `is-bright-${brightness}`];
  if (blinkMs > 0) classes.push("is-blinking");
  if (isDark) classes.push("is-dark");
  return (
    <div
      class={classes.join(" ")}
      style={{ "--blink": `${2 * blinkMs}ms` }}
      role="img"
      aria-label={lit.length === 0 ? say("dark") : lit.join(" / ")}
    >
      {rows.flatMap((row, y) =>
        [...row].map((character, x) => {
          const looks = [
            reversed[y]?.[x] === "#" ? "is-reversed" : "",
            cursor?.x === x && cursor.y === y ? "is-cursor" : "",
          ];
          return (
            <i key={`${x} ${y}`} class={looks.join(" ")} style={at(x, y, 1, 1)}>
              {character}
            </i>
          );
        }),
      )}
      {windows.map(({ number, x, y, width, height }) => (
        <b key={number} class="window" style={at(x, y, width, height)} />
      ))}
      {lights.map((column) => (
        <b key={column} class="indicator" style={at(column - 1, 2, 1, 1)} />
      ))}
    </div>
  );
}

const at = (x: number, y: number, width: number, height: number) => ({
  gridArea: `${y + 1} / ${x + 1} / span ${height} / span ${width}`,
});

/** In words how it is lit, for whoever cannot see it blink or tell two steps apart. */
export function GlassLight({ shown, say }: GlassProps) {
  const { brightness, blinkMs, isDark, windows, lights } = shown;
  const told = [
    brightness === 4 ? "" : `${say("brightness")} ${brightness}/4`,
    blinkMs === 0 ? "" : `${say("blinking")} ${blinkMs} + ${blinkMs} ms`,
    isDark ? say("screenOff") : "",
    ...windows.map(({ number }) => `${say("window")} ${number}`),
    lights.length === 0 ? "" : `${say("indicators")} ${lights.join(" ")}`,
  ].filter((part) => part !== "");
  return told.length === 0 ? null : <p class="pole-light">{told.join(" · ")}</p>;
}
