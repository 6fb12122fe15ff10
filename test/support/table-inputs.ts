import { pinToCheck } from "#state/cashier.ts";
import type { Input } from "#state/input.ts";
import type { Intent } from "#state/intent.ts";
import { configuration, issued, registration, signedIn } from "#test/support/shop.ts";
import type { Till } from "#test/support/till.ts";

/** The verbs of a table's first column. Words are split at blanks. */
type Verb = (words: readonly string[], till: Till) => Input;

const intent = (one: Intent): Input => ({ type: "intent", intent: one });

/** `12.34` in hundredths, `1.5` in thousandths: by digits, with no arithmetic of the code's. */
function decimal(text: string, places: number): number {
  const [whole = "0", fraction = ""] = text.split(".");
  return Number(whole + fraction.padEnd(places, "0"));
}

const startedJob = ({ terminal }: Till) =>
  terminal.jobs.find((job) => job.phase === "started")?.jobId ?? "no-job";

const firstKick = ({ terminal }: Till) => terminal.kicks[0]?.kickId ?? "no-kick";

const counter: Record<string, Verb> = {
  scan: (words) => ({ type: "scanned", label: words.join(" ") }),
  /** `~` stands for FNC1. */
  "scan-gs1": ([label = ""]) => ({
    ...{ type: "scanned", label: label.replaceAll("~", "\u001d"), symbology: "gs1" },
  }),
  "scan-upc-e": ([label = ""]) => ({ type: "scanned", label, symbology: "upc-e" }),
  noise: ([bytes = "1"]) => ({ type: "scanNoise", bytesDropped: Number(bytes) }),
  key: ([code = "", quantity]) =>
    intent({
      ...{ type: "keyCode", code },
      ...(quantity === undefined ? {} : { quantity: decimal(quantity, 3) }),
    }),
  times: ([line = "1", quantity = "1"]) =>
    intent({ type: "setQuantity", lineNo: Number(line), quantity: decimal(quantity, 3) }),
  remove: ([line = "1"]) => intent({ type: "removeLine", lineNo: Number(line) }),
  cancel: () => intent({ type: "cancelSale" }),
  pay: () => intent({ type: "beginTendering" }),
  back: () => intent({ type: "resumeItems" }),
  cash: ([amount = "0"]) => intent({ type: "tenderCash", amount: decimal(amount, 2) }),
  reprint: () => intent({ type: "reprintReceipt" }),
  dismiss: () => intent({ type: "dismiss" }),
  "sign-off": () => intent({ type: "signOff" }),
  /** As at the counter: first whether the PIN is looked at, then what the check says. */
  pin: ([staffNo = "", verdict], { terminal, at }) => {
    const checked = pinToCheck(terminal, staffNo, configuration, at);
    return "code" in checked
      ? { type: "refused", refusal: checked }
      : { type: "pinChecked", staffNo, isRight: verdict === "right" };
  },
  /** A check that began before the lock did, and ends now. */
  "late-pin": ([staffNo = "", verdict]) => ({
    ...{ type: "pinChecked", staffNo, isRight: verdict === "right" },
  }),
};

const devices: Record<string, Verb> = {
  printer: ([health, reason = ""]) => healthOf("printer", health, reason),
  scanner: ([health, reason = ""]) => healthOf("scanner", health, reason),
  printed: ([word], till) => ({
    ...{ type: "printed", jobId: startedJob(till), confirmed: word !== "unconfirmed" },
  }),
  "print-failed": ([reason = "", printed], till) => ({
    ...{ type: "printFailed", jobId: startedJob(till), reason },
    printed: printed === "nothing" ? "nothing" : "unknown",
  }),
  kicked: (_, till) => ({ type: "kicked", kickId: firstKick(till) }),
  "kick-failed": (_, till) => ({ type: "kickFailed", kickId: firstKick(till) }),
  weighed: ([weight = "0"], till) => ({
    ...{ type: "weighed", readId: till.terminal.weighing?.readId ?? "none" },
    grams: decimal(weight, 3),
  }),
  "weigh-failed": ([reason = ""], till) => ({
    ...{ type: "weighFailed", readId: till.terminal.weighing?.readId ?? "none", reason },
  }),
  "weighed-before": () => ({ type: "weighed", readId: "another-reading", grams: 999 }),
  drawer: ([state]) => ({ type: "drawerSensed", open: state === "open" }),
  restart: () => ({ type: "started" }),
};

function healthOf(device: "scanner" | "printer", health = "", reason: string): Input {
  const known = (["absent", "ready", "faulted"] as const).find((one) => one === health);
  if (known === undefined) throw new Error(`no such health: ${health}`);
  return { type: "deviceHealth", device, health: known, reason };
}

const activation: Record<string, Verb> = {
  identity: () => ({
    ...{ type: "identityMade", thumbprint: "t".repeat(43), publicKey: "p".repeat(43) },
  }),
  issued: () => issued,
  expired: () => ({ type: "codeExpired" }),
  denied: () => ({ type: "approvalDenied" }),
  approved: () => ({ type: "approved", registration }),
  configured: ([version = "1"]) => ({
    ...{ type: "configurationFetched", version: Number(version), sha256: "c".repeat(64) },
  }),
  "signed-in": () => signedIn,
  opened: (_, { at }) => ({ type: "posOpened", activatedAt: at }),
  "opening-refused": ([code = ""]) => ({ type: "openingRefused", refusal: { code, params: {} } }),
  acknowledged: ([seq], { entries }) => ({
    ...{ type: "acknowledged", seq: seq === undefined ? entries.length : Number(seq) },
  }),
  unreachable: () => ({
    ...{ type: "refused", refusal: { code: "activation/backend-unreachable", params: {} } },
  }),
  renew: () => intent({ type: "renewCode" }),
  enterprise: ([enterpriseId = ""]) => intent({ type: "chooseEnterprise", enterpriseId }),
  role: ([name]) => {
    const role = (["CASHIER", "STORE_MANAGER", "NR_ADMIN"] as const).find((one) => one === name);
    if (role === undefined) throw new Error(`no such role: ${name}`);
    return intent({ type: "chooseRole", role });
  },
  "open-pos": () => intent({ type: "openPos" }),
  "go-live": () => intent({ type: "goLive" }),
  retry: () => intent({ type: "retryTest" }),
};

const verbs: Record<string, Verb> = { ...counter, ...devices, ...activation };

/** @throws Error for a verb nobody knows: a table with a slip of the pen must not pass */
export function readInput(text: string, till: Till): Input {
  const [name = "", ...words] = text.split(/\s+/);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw new Error(`no such input: ${text}`);
  return verb(words, till);
}
