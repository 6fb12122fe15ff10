import { strict as assert } from "node:assert";
import { scaleCatalog } from "#drivers/catalog.ts";
import { ask, cable, open, step, until } from "./counter.ts";
import { ttyOf } from "./kernel-nodes.ts";

const serialNumber = "SCALE000001";

/** A scale on CDC-ACM, through `serialport`: asked, and believed when it is at rest. */
export async function serialScale(): Promise<void> {
  const scale = cable("Serial Scale");
  await scale.plug();
  await until("a tty", () => ttyOf(serialNumber) !== null);
  const { language } = scaleCatalog["toledo-8217"];
  const device = { vendorId: 0x1209, productId: 0x0001, serialNumber };
  const address = { link: "serial", path: device, ...language.line } as const;
  const product = { row: "toledo-8217", title: "Toledo" };
  const till = open({ scanner: null, printer: null, scale: { address, language, product } });
  await until("the scale is open", () => till.diagnose().devices[0]?.state === "ready");

  await step("goods are weighed over CDC-ACM", async () => {
    await ask("scale", { grams: 1250 });
    till.weigh("w");
    await until("a weight", () => till.weights.length > 0);
    assert.deepEqual(till.weights, [{ type: "Weight", readId: "w", grams: 1250 }]);
  });
  await till.close();
}
