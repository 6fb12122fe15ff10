import type { z } from "zod";
import { type Millis, millis } from "#state/base/units.ts";
import { type Configuration, configuration as configurationSchema } from "#state/configuration.ts";
import type { Duty } from "#state/duty.ts";
import type { BackendInput } from "#state/input.ts";
import {
  activateResponse,
  deviceAuthorizationResponse,
  paths,
  signedConfiguration,
  tokenError,
  tokenResponse,
} from "#sync/protocol.ts";
import type { Clock } from "../host/clock.ts";
import { type Identity, isSignedBy } from "../host/identity.ts";
import type { Log } from "../host/log.ts";
import { sha256Hex } from "../ledger/sha256.ts";
import type { BackendClient } from "../uplink/backend-client.ts";

/** What the enrolment duties reach: the backend, the clock, and a place for the configuration. */
export interface EnrolmentParts {
  readonly client: BackendClient;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly hostname: string;
  readonly log: Log;
  readonly keepConfiguration: (version: number, text: string) => void;
  /** The key that signs configurations; null before approval. */
  readonly backendKey: () => string | null;
  readonly input: (input: BackendInput) => void;
  /** Nothing was reached; shown until something is. */
  readonly onUnreachable: (isUnreachable: boolean) => void;
}

/** How one try of a duty ended: `done`, or the pause before the next try. */
type Tried = Promise<"done" | Millis>;
type IsAbandoned = () => boolean;

const retryPause = millis(2000);

/** Repeats a duty until it is done or abandoned. */
export function startEnrolment(duty: Duty, parts: EnrolmentParts): () => void {
  const attempt = tries(duty, parts);
  let isAbandoned = false;
  let cancel = () => {};
  const run = async () => {
    const next = await attempt(() => isAbandoned);
    if (isAbandoned || next === "done") return;
    cancel = parts.clock.after(next, () => void run());
  };
  void run();
  return () => {
    isAbandoned = true;
    cancel();
  };
}

function tries(duty: Duty, parts: EnrolmentParts): (isAbandoned: IsAbandoned) => Tried {
  switch (duty.type) {
    case "requestCode":
      return (isAbandoned) => requestCode(parts, isAbandoned);
    case "pollApproval":
      return pollApproval(duty, parts);
    case "fetchConfiguration":
      return (isAbandoned) => fetchConfiguration(parts, isAbandoned);
    case "openPos":
      return (isAbandoned) => openPos(duty, parts, isAbandoned);
    default:
      return async () => "done";
  }
}

async function requestCode(parts: EnrolmentParts, isAbandoned: IsAbandoned): Tried {
  const { client, clock, identity, hostname } = parts;
  const body = { client_id: "guitai-terminal", public_key: identity.publicKey, hostname };
  const answered = await client.ask(paths.deviceAuthorization, body, deviceAuthorizationResponse);
  parts.onUnreachable(answered.type === "unreachable");
  if (isAbandoned()) return "done";
  if (answered.type !== "ok") return retryPause;
  const { value } = answered;
  parts.input({
    type: "codeIssued",
    deviceCode: value.device_code,
    userCode: value.user_code,
    verificationUri: value.verification_uri,
    verificationUriComplete: value.verification_uri_complete,
    expiresAt: clock.wall() + value.expires_in * 1000,
    intervalMs: value.interval * 1000,
  });
  return "done";
}

function pollApproval(duty: Extract<Duty, { type: "pollApproval" }>, parts: EnrolmentParts) {
  let interval: number = duty.intervalMs;
  return async (isAbandoned: IsAbandoned): Tried => {
    if (parts.clock.wall() >= duty.expiresAt) {
      parts.input({ type: "codeExpired" });
      return "done";
    }
    const said = await poll(duty.deviceCode, parts);
    parts.onUnreachable(said === "unreachable");
    if (isAbandoned()) return "done";
    // RFC 8628 section 3.5: five seconds more, for good.
    if (said === "slow_down") interval += 5000;
    if (typeof said === "object") parts.input({ type: "approved", ...said });
    if (said === "access_denied") parts.input({ type: "approvalDenied" });
    if (said === "expired_token") parts.input({ type: "codeExpired" });
    const goesOn = ["authorization_pending", "slow_down", "unreachable"].includes(String(said));
    return goesOn ? millis(interval) : "done";
  };
}

async function poll(deviceCode: string, { client }: EnrolmentParts) {
  try {
    const { answer } = await client.raw(paths.token, {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      client_id: "guitai-terminal",
      device_code: deviceCode,
    });
    const granted = tokenResponse.safeParse(answer);
    if (granted.success) return granted.data;
    const error = tokenError.safeParse(answer);
    return error.success ? error.data.error : ("unreachable" as const);
  } catch {
    return "unreachable" as const;
  }
}

async function fetchConfiguration(parts: EnrolmentParts, isAbandoned: IsAbandoned): Tried {
  const answered = await parts.client.ask(paths.configuration, undefined, signedConfiguration);
  parts.onUnreachable(answered.type === "unreachable");
  if (isAbandoned()) return "done";
  if (answered.type !== "ok") return retryPause;
  const judged = trusted(answered.value, parts);
  if (typeof judged === "string") {
    const why = { code: "configuration/untrusted", reason: judged };
    parts.log.error("the configuration was not adopted", why);
    return retryPause;
  }
  const { version } = judged;
  parts.keepConfiguration(version, answered.value.document);
  parts.input({
    type: "configurationFetched",
    version,
    sha256: sha256Hex(answered.value.document),
  });
  return "done";
}

/** A configuration is the backend's, for this terminal, and whole; or the reason why it is not. */
function trusted(
  { document, signature }: z.infer<typeof signedConfiguration>,
  { backendKey, identity }: EnrolmentParts,
): Configuration | string {
  if (!isSignedBy(backendKey() ?? "", document, signature)) return "its signature is not valid";
  const parsed = configurationSchema.safeParse(JSON.parse(document));
  if (!parsed.success) return parsed.error.message;
  return parsed.data.terminal === identity.thumbprint ? parsed.data : "it is for another terminal";
}

async function openPos(
  duty: Extract<Duty, { type: "openPos" }>,
  parts: EnrolmentParts,
  isAbandoned: IsAbandoned,
): Tried {
  const { staffNo, enterpriseId, role } = duty;
  const body = { staffNo, enterpriseId, role };
  const answered = await parts.client.ask(paths.activate, body, activateResponse);
  parts.onUnreachable(answered.type === "unreachable");
  if (isAbandoned()) return "done";
  if (answered.type === "ok") parts.input({ type: "posOpened", ...answered.value });
  if (answered.type === "refused")
    parts.input({ type: "openingRefused", refusal: answered.refusal });
  return answered.type === "unreachable" ? retryPause : "done";
}
