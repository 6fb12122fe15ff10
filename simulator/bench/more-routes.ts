/** The devices beside scanner and printer: what a person does to each, and how it is then. */
import type { FastifyInstance } from "fastify";
import type { BenchHost } from "./host.ts";
import {
  type BoxBody,
  boxActions,
  boxSchema,
  type DisplayBody,
  displayActions,
  displaySchema,
  type ScaleBody,
  scaleActions,
  scaleSchema,
} from "./requests.ts";

export function moreRoutes(app: FastifyInstance, host: BenchHost): void {
  app.get("/api/display", () => host.state.display);
  app.post<{ Body: DisplayBody }>(
    "/api/display",
    { schema: { body: displaySchema } },
    ({ body }) => {
      for (const action of displayActions(body)) host.act("display", action);
      return host.state;
    },
  );
  app.get("/api/drawer-box", () => host.state.box);
  app.post<{ Body: BoxBody }>("/api/drawer-box", { schema: { body: boxSchema } }, ({ body }) => {
    for (const action of boxActions(body)) host.act("box", action);
    return host.state;
  });
  app.get("/api/scale", () => host.state.scale);
  app.post<{ Body: ScaleBody }>("/api/scale", { schema: { body: scaleSchema } }, ({ body }) => {
    for (const action of scaleActions(body)) host.act("scale", action);
    return host.state;
  });
}
