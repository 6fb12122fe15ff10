/// <reference types="vite/client" />
import "@fontsource-variable/noto-sans-sc/wght.css";
import "./bench.css";
import "./controls.css";
import "./scanner.css";
import "./printer.css";
import "./display.css";
import "./side.css";
import "./trouble.css";
import { render } from "preact";
import { App } from "./app.tsx";

const place = document.getElementById("bench");
if (place !== null) render(<App />, place);
