import { people, stores } from "./merchant.ts";

/** What `npm start` needs of the demo merchant: where its terminal stands, and who opens it. */
export function introduction() {
  const [store] = stores;
  const [cashier] = people;
  const administrator = people.find((person) => person.roles.includes("NR_ADMIN"));
  return {
    storeId: store?.id,
    cashier: { staffNo: cashier?.staffNo, name: cashier?.name, pin: cashier?.pin },
    administrator: { staffNo: administrator?.staffNo, pin: administrator?.pin },
  };
}
