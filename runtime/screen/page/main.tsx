import "@fontsource-variable/noto-sans-sc";
import { render } from "preact";
import { App } from "./app.tsx";
import { soundAfterFirstGesture } from "./sound.ts";

const place = document.getElementById("counter");
if (place !== null) {
  soundAfterFirstGesture();
  render(<App />, place);
}
