import { afterEach, beforeEach, expect, test } from "vitest";
import { benchActions } from "./actions.ts";
import { memoryBench } from "./memory-bench.ts";
import { type BenchServer, startBench } from "./server.ts";

let server: BenchServer;

beforeEach(async () => {
  server = await startBench({
    host: memoryBench().host,
    rack: [],
    pageFolder: "/nowhere",
    port: 0,
  });
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
  expect(paths["/api/receipts/{name}"].get.parameters).toMatchObject([
    { name: "name", in: "path" },
  ]);
});
