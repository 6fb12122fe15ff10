import type { Sql } from "#sync/backend/store/sql.ts";
import { activationContract } from "./activation.ts";
import { enrolmentContract } from "./enrolment.ts";
import { ledgerContract } from "./ledger.ts";
import { signatureContract } from "./signature.ts";
import { workbenchContract } from "./workbench.ts";

/** What the backend promises, on whatever database it stands. */
export function backendContract(database: () => Sql): void {
  enrolmentContract(database);
  signatureContract(database);
  activationContract(database);
  ledgerContract(database);
  workbenchContract(database);
}
