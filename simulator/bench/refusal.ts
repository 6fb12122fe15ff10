/**
 * What the bench says to a request that it refuses: a code that stays the same, what is wrong in
 * one sentence, and what to send instead.
 */
import type { FastifyError } from "fastify";
import { CodedError } from "#state/base/coded-error.ts";
import type { BenchVerdict } from "./guard.ts";
import { OPENAPI_PATH } from "./openapi.ts";

export interface Refusal {
  readonly code: string;
  readonly what: string;
  readonly fix: string;
}

/** What is shown of a value that was refused. */
const VALUE_CHARACTERS_MAX = 60;

const asDescribed = `Send JSON as GET ${OPENAPI_PATH} describes it.`;

/** Of who may not come in (`guard.ts`). */
export function refusalOf(verdict: Exclude<BenchVerdict, 200>, port: number): Refusal {
  const code = "simulator/foreign-request";
  const fix = `Call http://127.0.0.1:${port}/ by that address; a program sends no Origin.`;
  switch (verdict) {
    case 403:
      return { code, what: "This comes from another page", fix };
    case 421:
      return { code, what: "The Host is not this bench", fix };
    case 415: {
      const header = "Say content-type: application/json, and send JSON.";
      return { code: "simulator/not-json", what: "The body is not said to be JSON", fix: header };
    }
  }
}

/** Of what a route has thrown, with its status. */
export function refusalFor(error: FastifyError | CodedError): Refusal & { status: number } {
  if (error instanceof CodedError) {
    const { code, message, fix } = error;
    return { status: 400, code, what: message.replace(` [${code}]`, ""), fix };
  }
  const { statusCode: status = 500, message: what, validation } = error;
  if (validation !== undefined) return { status, ...refusalOfBody(validation as BodyError[]) };
  const isNoJson = notJson.includes(error.code);
  const code = isNoJson ? "simulator/not-json" : "simulator/bad-request";
  return { status, code: status < 500 ? code : "simulator/failed", what, fix: asDescribed };
}

const notJson = ["FST_ERR_CTP_INVALID_JSON_BODY", "FST_ERR_CTP_EMPTY_JSON_BODY"];

/** An error of Ajv with `verbose`: the rule that was broken, and by which value. */
interface BodyError {
  readonly keyword: string;
  /** `/toHost/delayMs`; empty for the body itself. */
  readonly instancePath: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: { readonly properties?: object; readonly required?: readonly string[] };
  readonly data?: unknown;
}

function refusalOfBody(errors: readonly BodyError[]): Refusal {
  const [error] = errors;
  if (error === undefined) throw new RangeError("a refused body without an error");
  const { params, parentSchema, instancePath } = error;
  const path = instancePath.slice(1).split("/").join(".");
  const within = path === "" ? "" : `${path}.`;
  const fields = Object.keys(parentSchema?.properties ?? {});
  switch (error.keyword) {
    case "additionalProperties": {
      const what = `There is no field \`${within}${params.additionalProperty}\``;
      return { code: "simulator/unknown-field", what, fix: `Known are ${list(fields)}.` };
    }
    case "required": {
      // Where one of several would do, each is missing.
      const missing = errors.filter(({ keyword }) => keyword === "required");
      const names = missing.map((each) => `\`${within}${each.params.missingProperty}\``);
      const what = `${names.join(" or ")} is missing`;
      return { code: "simulator/missing-field", what, fix: asDescribed };
    }
    case "minProperties": {
      const optional = fields.filter((field) => !parentSchema?.required?.includes(field));
      const fix = `Add at least one of ${list(optional)}.`;
      return { code: "simulator/missing-field", what: "The body asks for nothing", fix };
    }
    default:
      return refusalOfValue(error, path === "" ? "The body" : `\`${path}\``);
  }
}

function refusalOfValue({ params, message, data }: BodyError, field: string): Refusal {
  const value = JSON.stringify(data).slice(0, VALUE_CHARACTERS_MAX);
  const allowed = params.allowedValues ?? params.allowedValue;
  const what = `${field} is ${value}: it ${message}`;
  const fix = allowed === undefined ? asDescribed : `Allowed: ${list([allowed].flat())}.`;
  return { code: "simulator/bad-value", what, fix };
}

const list = (values: readonly unknown[]) => values.map((value) => `\`${value}\``).join(", ");
