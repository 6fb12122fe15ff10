import type { Commands } from "../command.ts";
import { buzzerCommands } from "./buzzers.ts";
import { graphicsCommands } from "./graphics.ts";
import { hanziCommands } from "./hanzi.ts";
import { layoutCommands } from "./layout.ts";
import { machineCommands } from "./machine.ts";
import { macroCommands } from "./macro.ts";
import { pageCommands } from "./page.ts";
import { paperCommands } from "./paper.ts";
import { pictureCommands } from "./pictures.ts";
import { questionCommands } from "./questions.ts";
import { settingCommands } from "./settings.ts";
import { symbolCommands } from "./symbols.ts";
import { testPrintCommands } from "./test-print.ts";
import { textCommands } from "./text.ts";

/** A command stands in one of these; `all.test.ts` sees to it that it stands in one only. */
export const tables: readonly Commands[] = [
  textCommands,
  hanziCommands,
  layoutCommands,
  pageCommands,
  paperCommands,
  symbolCommands,
  pictureCommands,
  graphicsCommands,
  questionCommands,
  machineCommands,
  macroCommands,
  testPrintCommands,
  settingCommands,
  buzzerCommands,
];

/** Every command that the printer knows. Its length stands in `extent.ts`. */
export const commands: Commands = Object.assign({}, ...tables);
