import { decideActivation, decideBackend } from "./activation.ts";
import { unreachable } from "./base/assert.ts";
import { decidePin, decideSignOff } from "./cashier.ts";
import { isIn } from "./chart.ts";
import { decideHealth } from "./device.ts";
import { decideDrawer } from "./drawer.ts";
import { evolve } from "./evolve.ts";
import type { Fact } from "./fact.ts";
import type { DeviceInput, Input } from "./input.ts";
import type { Intent } from "./intent.ts";
import { decidePrinting, interruptedJobs, nextPrint } from "./printing.ts";
import { refuse } from "./refusal.ts";
import { decideCode, decideSale } from "./sale.ts";
import { type Decision, happened, nothing, type Terminal, type Trade } from "./terminal.ts";
import { nextTestStep, retryTest, testScanned } from "./test-transaction.ts";
import { decideWeighed } from "./weighed.ts";
import { giveUpWeighing } from "./weighing.ts";

/** Where and when an input is decided. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The number the first new entry will get. */
  readonly nextSeq: number;
}

/** A decision, and the terminal as it is once its facts have happened. */
export interface Outcome extends Decision {
  readonly terminal: Terminal;
}

/**
 * What an input means for a terminal. Pure: the same terminal, input and moment give the same
 * facts, but for the fresh identifiers, which the facts record.
 */
export function decide(t: Terminal, input: Input, trade: Trade, moment: Moment): Outcome {
  const first = decideOver(t, input, trade, moment.at);
  const facts: Fact[] = [];
  let terminal = t;
  const queue = [...first.facts];
  for (let fact = queue.shift(); fact !== undefined; fact = queue.shift()) {
    terminal = evolve(terminal, { seq: moment.nextSeq + facts.length, at: moment.at, fact });
    facts.push(fact);
    queue.push(...nextTestStep(terminal, fact, trade.freshId));
    if (queue.length === 0) {
      const print = nextPrint(terminal);
      if (print !== null) queue.push(print);
    }
  }
  return { facts, notice: first.notice, terminal };
}

/** Whatever a person does next ends a weighing, Esc too, but for what changes nothing. */
function decideOver(t: Terminal, input: Input, trade: Trade, at: number): Decision {
  const decision = decideInput(t, input, trade, at);
  const isPersons = input.type === "intent" || input.type === "scanned";
  const isEsc = input.type === "intent" && input.intent.type === "dismiss";
  if (!isPersons || (decision.facts.length === 0 && !isEsc)) return decision;
  return { ...decision, facts: [...giveUpWeighing(t, "superseded"), ...decision.facts] };
}

function decideInput(t: Terminal, input: Input, trade: Trade, at: number): Decision {
  switch (input.type) {
    case "started":
      return started(t, trade.freshId);
    case "identityMade": {
      const { thumbprint, publicKey } = input;
      return isIn(t.chart, "unidentified")
        ? happened({ type: "identity.created", thumbprint, publicKey })
        : nothing;
    }
    case "intent":
      return decideIntent(t, input.intent, trade, at);
    case "refused":
      return { facts: [], notice: input.refusal };
    case "pinChecked":
      return decidePin(t, input, trade.configuration, at);
    case "codeIssued":
    case "codeExpired":
    case "approvalDenied":
    case "approved":
    case "configurationFetched":
    case "signedIn":
    case "posOpened":
    case "openingRefused":
    case "acknowledged":
      return decideBackend(t, input);
    default:
      return decideDevice(t, input, trade, at);
  }
}

/** A process knows nothing of its devices, and of what was under way when the last one ended. */
function started(t: Terminal, freshId: () => string): Decision {
  const devices = (["scanner", "printer"] as const)
    .filter((device) => t.chart[device] !== "absent")
    .map((device): Fact => ({ type: "device.lost", device }));
  const kicks = t.kicks.map(
    ({ kickId }): Fact => ({ type: "drawer.kickAbandoned", kickId, reason: "restarted" }),
  );
  const interrupted = interruptedJobs(t, freshId);
  return {
    facts: [...devices, ...kicks, ...giveUpWeighing(t, "restarted"), ...interrupted],
    notice: interrupted.length > 0 ? { code: "print/interrupted", params: {} } : null,
  };
}

function decideIntent(t: Terminal, intent: Intent, trade: Trade, at: number): Decision {
  switch (intent.type) {
    case "dismiss":
    case "signIn":
      return nothing;
    case "renewCode":
    case "chooseEnterprise":
    case "chooseRole":
    case "openPos":
    case "goLive":
      return decideActivation(t, intent);
    case "retryTest":
      return retryTest(t, trade.freshId);
    case "signOff":
      return isIn(t.chart, "activating") ? decideActivation(t, intent) : decideSignOff(t);
    case "keyCode": {
      const { code: text, quantity } = intent;
      const code = { text, entry: "keyed" as const };
      return decideCode(t, { ...code, quantity }, trade, at);
    }
    default:
      return decideSale(t, intent, trade, at);
  }
}

function scanned({ label, symbology }: Extract<DeviceInput, { type: "scanned" }>) {
  return { text: label, entry: "scanned" as const, symbology };
}

function decideDevice(t: Terminal, input: DeviceInput, trade: Trade, at: number): Decision {
  switch (input.type) {
    case "scanned":
      return isIn(t.chart, "scanning")
        ? testScanned(t, input.label, trade, at)
        : decideCode(t, scanned(input), trade, at);
    case "scanNoise":
      return refuse("scan/noise", { bytes: String(input.bytesDropped) });
    case "deviceHealth":
      return decideHealth(t, input);
    case "printed":
    case "printFailed":
      return decidePrinting(t, input, trade.freshId);
    case "weighed":
    case "weighFailed":
      return decideWeighed(t, input, trade, at);
    case "kicked":
    case "kickFailed":
    case "drawerSensed":
      return decideDrawer(t, input);
    default:
      return unreachable(input);
  }
}
