import type { FastifyInstance } from "fastify";
import type { BenchHost } from "./host.ts";
import { type DisplayBody, displayActions, displaySchema } from "./requests.ts";

export function displayRoutes(app: FastifyInstance, host: BenchHost): void {
  app.get("/api/display", () => host.state.display);
  app.post<{ Body: DisplayBody }>(
    "/api/display",
    { schema: { body: displaySchema } },
    ({ body }) => {
      for (const action of displayActions(body)) host.act("display", action);
      return host.state;
    },
  );
}
