import type { BenchHost } from "../bench/host.ts";
import type { ScenarioReport } from "./run.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Plays scenarios one after the other. `tell` hears of each change, in order; the answer is whether
 * all of them passed. What somebody else plays meanwhile ends it, as not passed.
 */
export async function playAll(
  host: BenchHost,
  scenarios: readonly Scenario[],
  tell: (report: ScenarioReport) => void,
): Promise<boolean> {
  let haveAllPassed = true;
  for (const scenario of scenarios) {
    haveAllPassed = (await playOne(host, scenario, tell)) && haveAllPassed;
  }
  return haveAllPassed;
}

function playOne(
  host: BenchHost,
  scenario: Scenario,
  tell: (report: ScenarioReport) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    host.play(scenario, (report) => {
      tell(report);
      // Not inside the step of the counter that ended it: the next one begins on its own.
      if (report.outcome !== "running") queueMicrotask(() => resolve(report.outcome === "passed"));
    });
  });
}
