import type { FastifyInstance, FastifyReply } from "fastify";
import { paperPicture } from "../paper/paper-picture.ts";
import { paperPng } from "../paper/paper-png.ts";
import { paperText } from "../paper/paper-text.ts";
import type { BenchHost } from "./host.ts";
import { described } from "./openapi.ts";
import { listReceipt } from "./state.ts";

interface Named {
  readonly Params: { readonly name: string };
}

export function receiptRoutes(app: FastifyInstance, host: BenchHost): void {
  app.get("/api/receipts", { schema: described("The receipts, oldest first.") }, () =>
    host.counter.printer.paper.receipts.map(listReceipt),
  );
  app.delete("/api/receipts", { schema: described("Forget the finished ones.") }, () => {
    host.clearReceipts();
    return host.state;
  });
  const one = described(
    "One receipt: NUMBER.png is its dots, NUMBER.svg its picture, NUMBER.txt its text.",
  );
  app.get<Named>("/api/receipts/:name", { schema: one }, ({ params }, reply) =>
    send(host, params.name, reply),
  );
}

function send(host: BenchHost, name: string, reply: FastifyReply): FastifyReply {
  const [, digits, kind] = /^(\d{1,9})\.(png|svg|txt)$/.exec(name) ?? [];
  const receipt = digits === undefined ? null : host.counter.printer.paper.find(Number(digits));
  reply.header("cache-control", "no-store");
  if (receipt === null) {
    return reply.code(404).send({
      code: "simulator/no-receipt",
      what: `No receipt ${name}`,
      fix: "GET /api/receipts lists them; ask for NUMBER.png, NUMBER.svg or NUMBER.txt.",
    });
  }
  if (kind === "txt") return reply.type("text/plain; charset=utf-8").send(paperText(receipt));
  if (kind === "png") return reply.type("image/png").send(Buffer.from(paperPng(receipt)));
  return reply.type("image/svg+xml; charset=utf-8").send(paperPicture(receipt));
}
