import { isIn, lifePath } from "./chart.ts";
import type { RoleCode } from "./configuration.ts";
import { isParted } from "./printing.ts";
import type { PrintJob, Terminal } from "./terminal.ts";

/**
 * Work the terminal owes the outside world: a function of its state, so that after a restart the
 * same work is owed. A duty is taken up when it appears and dropped when it goes; its key names it.
 */
export type Duty =
  | { readonly type: "requestCode"; readonly key: string }
  | {
      readonly type: "pollApproval";
      readonly key: string;
      readonly deviceCode: string;
      readonly expiresAt: number;
      readonly intervalMs: number;
    }
  | { readonly type: "fetchConfiguration"; readonly key: string }
  | {
      readonly type: "openPos";
      readonly key: string;
      readonly staffNo: string;
      readonly enterpriseId: string;
      readonly role: RoleCode;
    }
  | {
      readonly type: "print";
      readonly key: string;
      readonly job: PrintJob;
      readonly isParted: boolean;
    }
  | { readonly type: "kick"; readonly key: string; readonly kickId: string }
  | { readonly type: "weigh"; readonly key: string; readonly readId: string };

export function duties(t: Terminal): Duty[] {
  // A kick goes out before the receipt: change is wanted first, and paper takes its time.
  return [...activationDuties(t), ...kickDuties(t), ...printDuties(t), ...weighDuties(t)];
}

function activationDuties(t: Terminal): Duty[] {
  const { authorization, activation } = t;
  const key = lifePath(t.chart).join(".");
  if (isIn(t.chart, "notActivated")) return [{ type: "requestCode", key }];
  if (isIn(t.chart, "awaitingApproval") && authorization !== null) {
    const { deviceCode, expiresAt, intervalMs } = authorization;
    return [
      { type: "pollApproval", key: `${key}.${deviceCode}`, deviceCode, expiresAt, intervalMs },
    ];
  }
  if (isIn(t.chart, "configuring")) return [{ type: "fetchConfiguration", key }];
  if (isIn(t.chart, "opening") && activation !== null) {
    const { staffNo, enterpriseId, role } = activation;
    if (enterpriseId === null || role === null) return [];
    return [{ type: "openPos", key, staffNo, enterpriseId, role }];
  }
  return [];
}

function kickDuties(t: Terminal): Duty[] {
  return t.kicks.map(({ kickId }) => ({ type: "kick", key: `kick.${kickId}`, kickId }));
}

function weighDuties({ weighing }: Terminal): Duty[] {
  if (weighing === null || weighing.hasFailed) return [];
  const { readId } = weighing;
  return [{ type: "weigh", key: `weigh.${readId}`, readId }];
}

function printDuties(t: Terminal): Duty[] {
  return t.jobs
    .filter((job) => job.phase === "started")
    .map((job) => ({
      ...{ type: "print", key: `print.${job.jobId}`, job },
      isParted: isParted(t, job),
    }));
}
