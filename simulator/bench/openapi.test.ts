import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { benchActions } from "./actions.ts";
import { memoryBench } from "./memory-bench.ts";
import { type BenchServer, startBench } from "./server.ts";

let server: BenchServer;

/** Fastify's own account of what was added, whoever added it and when: `GET /api/state`. */
const added: string[] = [];
const INITIALIZATION = "fastify.initialization";

function listen(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) added.push(`${each} ${url}`);
  });
}

beforeEach(async () => {
  added.length = 0;
  subscribe(INITIALIZATION, listen);
  server = await startBench({
    host: memoryBench().host,
    rack: [],
    pageFolder: "/nowhere",
    port: 0,
  });
  unsubscribe(INITIALIZATION, listen);
});

afterEach(() => server.close());

const described = async () => (await fetch(`${server.url}api/openapi.json`)).json();

test("every action is described by the very schema that judges it", async () => {
  const { openapi, paths } = await described();

  expect(openapi).toBe("3.1.1");
  for (const { name, summary, schema } of benchActions) {
    const { post } = paths[`/api/${name}`];
    expect(post.summary).toBe(summary);
    expect(post.requestBody.content["application/json"].schema).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  }
});

test("every address that is described exists, and each has a name of its own", async () => {
  const { paths } = await described();
  const reads = Object.keys(paths).filter((path) => "get" in paths[path] && !path.includes("{"));

  for (const path of reads) {
    const answer = await fetch(new URL(path, server.url));
    expect([path, answer.status]).toEqual([path, 200]);
    await answer.body?.cancel();
  }
  const names = Object.values(paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((path) => Object.values(path))
    .map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("postApiScannerTrigger");
  expect(names).toContain("postApiUsbKeyboardTrigger");
  expect(paths["/api/receipts/{name}"].get.parameters).toMatchObject([
    { name: "name", in: "path" },
  ]);
});

test("every route that the server has is described, and nothing else", async () => {
  const { paths } = await described();
  const told = Object.entries(paths as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );

  const routes = added
    .filter((route) => route.includes(" /api/") && !route.startsWith("HEAD "))
    .map((route) => route.replace(/:(\w+)/g, "{$1}"));
  expect(routes.length).toBeGreaterThan(benchActions.length);
  expect(told.sort()).toEqual(routes.sort());
});

/** OpenAPI 3.1, section 4.8: what each object must have; JSON Schema 2020-12 for the bodies. */
test("the document is built as OpenAPI 3.1 says", async () => {
  const { openapi, info, paths, components } = await described();

  expect(openapi).toMatch(/^3\.1\.\d+$/);
  expect(info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(components.schemas.Refusal.required).toEqual(["code", "what", "fix"]);
  for (const [path, operations] of Object.entries(paths as Record<string, object>)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [method, operation] of Object.entries(operations)) {
      expect(["get", "post", "delete"]).toContain(method);
      const { parameters = [], responses, requestBody } = operation;
      expect(parameters.map(({ name }: { name: string }) => name)).toEqual(names);
      for (const { in: place, required } of parameters) {
        expect([place, required]).toEqual(["path", true]);
      }
      for (const response of Object.values(responses)) {
        expect(response).toHaveProperty("description", expect.any(String));
      }
      if (requestBody !== undefined) schemaKeywords(requestBody.content["application/json"].schema);
    }
  }
});

const SUBSCHEMA = ["not", "items"];
const SUBSCHEMAS = ["anyOf", "allOf", "oneOf"];
const PLAIN = [
  ...["type", "enum", "const", "required", "additionalProperties", "minProperties"],
  ...["minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems"],
];

/** Every keyword is one that JSON Schema 2020-12 knows: a reader skips the others in silence. */
function schemaKeywords(schema: Record<string, unknown>): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const inner: unknown[] = [];
    if (keyword === "properties") inner.push(...Object.values(value as object));
    else if (SUBSCHEMA.includes(keyword)) inner.push(value);
    else if (SUBSCHEMAS.includes(keyword)) inner.push(...(value as unknown[]));
    else expect(PLAIN).toContain(keyword);
    for (const each of inner) schemaKeywords(each as Record<string, unknown>);
  }
}
