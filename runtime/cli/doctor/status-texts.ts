import type { DeviceStatus } from "#runtime/devices/diagnosis.ts";
import type { Text } from "#state/base/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What a device says of itself: paper, cover, cutter, drawer. Nothing where it says nothing. */
export function statusTexts(status: DeviceStatus | null): readonly Text[] {
  if (status === null || status.state === "no-answer") return [];
  return [paper(status), cover(status), cutter(status), drawer(status)].filter(
    (each) => each !== null,
  );
}

function paper({ recEmpty, recNearEnd }: DeviceStatus): Text | null {
  if (recEmpty === undefined) return null;
  if (recEmpty === true) return text("缺纸", "paper out");
  return recNearEnd === true ? text("纸将用尽", "paper near end") : text("有纸", "paper present");
}

function cover({ coverOpen }: DeviceStatus): Text | null {
  if (coverOpen === undefined) return null;
  return coverOpen === true ? text("上盖开着", "cover open") : text("上盖合上", "cover closed");
}

function cutter({ cutterError }: DeviceStatus): Text | null {
  return cutterError === true ? text("切刀故障", "cutter error") : null;
}

function drawer({ drawer }: DeviceStatus): Text | null {
  if (drawer === undefined) return null;
  if (drawer === "open") return text("钱箱开着", "drawer open");
  return drawer === "closed"
    ? text("钱箱关着", "drawer closed")
    : text("钱箱未知", "drawer unknown");
}
