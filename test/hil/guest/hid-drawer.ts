import { strict as assert } from "node:assert";
import { drawerCatalog } from "#drivers/catalog.ts";
import { POSIFLEX_USAGE_PAGE, POSIFLEX_VENDOR } from "#drivers/wire/drawers.ts";
import type { DrawerConfiguration } from "#runtime/devices/devices.ts";
import { ask, cable, open, step, until } from "./counter.ts";

const { make, maker, product } = drawerCatalog["posiflex-hid"];
const drawer: DrawerConfiguration = {
  address: {
    link: "hid",
    vendorId: POSIFLEX_VENDOR,
    productId: 0x0207,
    usagePage: POSIFLEX_USAGE_PAGE,
  },
  product: { row: "posiflex-hid", title: `${maker} ${product}` },
  driver: () => make(),
};

/** A cash drawer with a plug of its own, through `node-hid`. */
export async function hidDrawer(): Promise<void> {
  const usb = cable("USB Cash Drawer");
  await usb.plug();
  const till = open({ scanner: null, printer: null, drawer });
  const opened = () => ask("hid-drawer").then((state) => (state as { openings: number }).openings);

  await step("a HID drawer opens at the till's word, and its switch says so", async () => {
    await till.becomes("drawer", "ready");
    till.obey({ type: "openDrawer", kickId: "k1" });
    await until("open", () => till.drawers.at(-1)?.type === "DrawerSensed");
    assert.deepEqual(till.drawers[0], { type: "DrawerKicked", kickId: "k1" });
    assert.deepEqual(till.drawers.at(-1), { type: "DrawerSensed", open: true });
    assert.equal(await opened(), 1);
  });

  await step("pushed shut by hand it says so", async () => {
    await ask("hid-drawer", { open: false });
    await until("shut", () => {
      const last = till.drawers.at(-1);
      return last?.type === "DrawerSensed" && !last.open;
    });
  });

  await step("pulled out it is absent, and opens again when it is back", async () => {
    await usb.pull();
    await till.becomes("drawer", "absent");
    await usb.plugAgain();
    await till.becomes("drawer", "ready");
    till.obey({ type: "openDrawer", kickId: "k2" });
    await until("opened twice", async () => (await opened()) === 2);
  });
  await till.close();
}
