import type { FastifyReply } from "fastify";
import type { z } from "zod";
import { isRefused, type Refused, refused } from "./refusal.ts";

/** Sends what a handler came to: a refusal with its status, anything else as it is. */
export function send(reply: FastifyReply, answer: object): FastifyReply {
  if (!isRefused(answer)) return reply.send(answer);
  const { status, refusal } = answer;
  return reply.code(status).send({ refusal });
}

/** Reads input by its schema; `request/malformed` names the first field that is wrong. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): { read: T } | Refused {
  const result = schema.safeParse(body);
  if (result.success) return { read: result.data };
  const field = result.error.issues[0]?.path.join(".") ?? "";
  return refused(400, "request/malformed", { field });
}
