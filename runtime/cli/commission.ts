import { CodedError } from "#state/base/coded-error.ts";
import type { Intent } from "#state/intent.ts";
import type { CounterClient } from "./counter-client.ts";

/** What the demo's backend tells of its merchant. */
export interface Demo {
  readonly backend: string;
  readonly workbench: string;
  readonly storeId: string;
  readonly cashier: { readonly staffNo: string; readonly name: string; readonly pin: string };
  readonly administrator: { readonly staffNo: string; readonly pin: string };
}

/** A valid article to scan in the test transaction. */
const testLabel = "6901234567892";

/**
 * Walks a terminal of the demo from an unknown key to live, as a technician would: the same
 * screens, the same refusals, the same test on the same devices.
 */
export async function commission(
  client: CounterClient,
  demo: Demo & { readonly bench: string },
): Promise<void> {
  let done = "";
  for (;;) {
    const view = await client.until(({ life, devices }) => {
      const isReady = devices.scanner.state === "ready" && devices.printer.state === "ready";
      const step = life.stage === "test-transaction" ? life.step : "";
      return stateKey(life.stage, step) !== done && (life.stage !== "test-transaction" || isReady);
    });
    const { life } = view;
    done = stateKey(life.stage, life.stage === "test-transaction" ? life.step : "");
    if (life.stage === "signed-off" || life.stage === "signed-in") return;
    await act(life, client, demo);
  }
}

const stateKey = (stage: string, step: string) => `${stage} ${step}`;

type Life = Awaited<ReturnType<CounterClient["until"]>>["life"];

async function act(
  life: Life,
  client: CounterClient,
  demo: Demo & { readonly bench: string },
): Promise<void> {
  switch (life.stage) {
    case "awaiting-approval":
      return approve(life.userCode, demo);
    case "signing-in": {
      const { staffNo, pin } = demo.cashier;
      return asked(client, { type: "signIn", staffNo, pin });
    }
    case "choosing-enterprise": {
      const enterpriseId = life.enterprises[0]?.id ?? "";
      return asked(client, { type: "chooseEnterprise", enterpriseId });
    }
    case "choosing-role":
      return asked(client, { type: "chooseRole", role: "CASHIER" });
    case "opening-pos":
      return asked(client, { type: "openPos" });
    case "test-transaction":
      return test(life.step, client, demo.bench);
    default:
      return;
  }
}

/** @throws CodedError `host/demo-refused`: the demo's own data should never be refused */
async function asked(client: CounterClient, intent: Intent): Promise<void> {
  const code = await client.ask(intent);
  if (code === null) return;
  throw new CodedError("host/demo-refused", {
    what: `The demo shop could not be opened: ${intent.type} was refused with ${code}`,
    fix: "Open the counter screen and go on by hand, or start with another --data folder.",
  });
}

async function test(step: string, client: CounterClient, bench: string): Promise<void> {
  if (step === "scan") await post(bench, "api/scanner/trigger", { label: testLabel });
  // The drawer is open by the time the backend is waited for: push it shut, as a person would.
  if (step === "passed") {
    await post(bench, "api/drawer", { open: false });
    await asked(client, { type: "goLive" });
  }
}

async function approve(userCode: string, demo: Demo): Promise<void> {
  const { administrator, backend, storeId } = demo;
  const signedIn = await post(backend, "workbench/api/sign-in", administrator);
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  await post(backend, `workbench/api/authorizations/${userCode}/approve`, { storeId }, { cookie });
}

function post(base: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const url = new URL(path, base);
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url.origin, ...headers },
    body: JSON.stringify(body),
  });
}
