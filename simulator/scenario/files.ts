import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CodedError } from "#state/base/coded-error.ts";
import { parseScenario } from "./parse.ts";
import type { Scenario } from "./scenario.ts";

export const SCENARIO_ENDING = ".scenario";

/** A scenario that the bench can list and play. */
export interface ScenarioFile {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** A folder's scenarios by name; none where there is no such folder. Throws as `scenarioFile`. */
export function scenariosIn(folder: string): readonly ScenarioFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(SCENARIO_ENDING));
  return names.toSorted().map((name) => scenarioFile(join(folder, name)));
}

/** @throws CodedError `simulator/bad-scenario`: it cannot be read, or a line of it is wrong */
export function scenarioFile(path: string): ScenarioFile {
  const text = readText(path);
  return { name: basename(path), title: parseScenario(text, path).title, text };
}

export const parsed = ({ name, text }: ScenarioFile): Scenario => parseScenario(text, name);

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new CodedError("simulator/bad-scenario", {
      what: `The scenario file ${path} cannot be read`,
      fix: "Give the path of a file that is there; examples lie in docs/scenarios/.",
      cause,
    });
  }
}
