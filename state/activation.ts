import { isIn } from "./chart.ts";
import type { Entry } from "./fact.ts";
import type { BackendInput } from "./input.ts";
import type { Intent } from "./intent.ts";
import { refuse } from "./refusal.ts";
import { type Activation, type Decision, happened, nothing, type Terminal } from "./terminal.ts";

/**
 * From a sealed box to the test transaction: a code, an approval, a configuration, and then the
 * cashier's own way in (enterprise, role, 云POS). Each step is a fact, so a terminal that loses
 * power at any of them goes on there.
 */

export function evolveActivation(t: Terminal, { fact }: Entry): Terminal {
  switch (fact.type) {
    case "identity.created":
      return { ...t, identity: { thumbprint: fact.thumbprint, publicKey: fact.publicKey } };
    case "activation.codeIssued": {
      const { type: _, ...authorization } = fact;
      return { ...t, authorization };
    }
    case "activation.codeExpired":
    case "activation.denied":
      return { ...t, authorization: null };
    case "activation.approved":
      return { ...t, authorization: null, registration: fact.registration };
    case "configuration.adopted":
      return { ...t, configurationVersion: fact.version, configurationSha256: fact.sha256 };
    case "activation.cashierSignedIn": {
      const { staffNo, name, enterprises } = fact;
      const activation = { staffNo, name, enterprises, enterpriseId: null, role: null };
      return { ...t, activation };
    }
    case "activation.signInLeft":
      return { ...t, activation: null };
    case "activation.enterpriseChosen":
      return withChoice(t, { enterpriseId: fact.enterpriseId });
    case "activation.roleChosen":
      return withChoice(t, { role: fact.role });
    default:
      return t;
  }
}

function withChoice(t: Terminal, choice: Partial<Activation>): Terminal {
  return t.activation === null ? t : { ...t, activation: { ...t.activation, ...choice } };
}

export function decideBackend(t: Terminal, input: BackendInput): Decision {
  switch (input.type) {
    case "codeIssued": {
      const { type: _, ...authorization } = input;
      return isIn(t.chart, "notActivated")
        ? happened({ type: "activation.codeIssued", ...authorization })
        : nothing;
    }
    case "codeExpired":
      return isIn(t.chart, "awaitingApproval")
        ? expired("activation.codeExpired", "activation/code-expired")
        : nothing;
    case "approvalDenied":
      return isIn(t.chart, "awaitingApproval")
        ? expired("activation.denied", "activation/denied")
        : nothing;
    case "approved":
      return isIn(t.chart, "awaitingApproval")
        ? happened({ type: "activation.approved", registration: input.registration })
        : nothing;
    case "configurationFetched":
      return adopt(t, input.version, input.sha256);
    case "signedIn": {
      const { type: _, ...person } = input;
      return isIn(t.chart, "signingIn")
        ? happened({ type: "activation.cashierSignedIn", ...person })
        : nothing;
    }
    case "posOpened":
      return isIn(t.chart, "opening")
        ? happened({ type: "activation.posOpened", activatedAt: input.activatedAt })
        : nothing;
    case "openingRefused":
      return isIn(t.chart, "opening")
        ? {
            facts: [{ type: "activation.openingRefused", ...input.refusal }],
            notice: input.refusal,
          }
        : nothing;
    case "acknowledged":
      return testSynced(t, input.seq);
  }
}

function expired(
  type: "activation.codeExpired" | "activation.denied",
  code: "activation/code-expired" | "activation/denied",
): Decision {
  return { facts: [{ type }], notice: { code, params: {} } };
}

/** A lower version than the one in force is a roll-back, and is ignored. */
function adopt(t: Terminal, version: number, sha256: string): Decision {
  if (version <= t.configurationVersion) return nothing;
  return isIn(t.chart, "configuring", "testTransaction", "inService")
    ? happened({ type: "configuration.adopted", version, sha256 })
    : nothing;
}

function testSynced(t: Terminal, seq: number): Decision {
  const lastSeq = t.test?.lastSeq ?? null;
  return isIn(t.chart, "syncing") && lastSeq !== null && seq >= lastSeq
    ? happened({ type: "test.synced" })
    : nothing;
}

/** Intents of the activation screens; those of other screens are refused as out of place. */
export function decideActivation(t: Terminal, intent: Intent): Decision {
  switch (intent.type) {
    case "renewCode":
      return isIn(t.chart, "awaitingApproval")
        ? happened({ type: "activation.codeExpired" })
        : refuse("sale/not-now");
    case "chooseEnterprise":
      return t.activation?.enterprises.some((e) => e.id === intent.enterpriseId) &&
        isIn(t.chart, "choosingEnterprise")
        ? happened({ type: "activation.enterpriseChosen", enterpriseId: intent.enterpriseId })
        : refuse("sale/not-now");
    case "chooseRole":
      return isIn(t.chart, "choosingRole") && rolesOffered(t).includes(intent.role)
        ? happened({ type: "activation.roleChosen", role: intent.role })
        : refuse("sale/not-now");
    case "openPos":
      return isIn(t.chart, "atDoor")
        ? happened({ type: "activation.opening" })
        : refuse("sale/not-now");
    case "signOff":
      return isIn(t.chart, "choosingEnterprise", "choosingRole", "atDoor")
        ? happened({ type: "activation.signInLeft" })
        : refuse("sale/not-now");
    case "goLive":
      return isIn(t.chart, "passed")
        ? happened({ type: "terminal.wentLive" })
        : refuse("sale/not-now");
    default:
      return refuse("sale/not-now");
  }
}

/**
 * The roles a person can switch to. The cashier role is always among them: whoever lacks it in
 * this store learns so, by name, when the POS is opened.
 */
export function rolesOffered(t: Terminal) {
  const { activation } = t;
  const chosen = activation?.enterprises.find((e) => e.id === activation.enterpriseId);
  const others = (chosen?.roles ?? []).filter((role) => role !== "CASHIER");
  return ["CASHIER" as const, ...others];
}
