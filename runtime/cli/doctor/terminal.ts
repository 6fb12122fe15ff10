import { type Diagnosis, diagnosis } from "#runtime/devices/diagnosis.ts";
import { fileIn, screenOf } from "#runtime/host/files.ts";
import { exchange } from "#runtime/host/http.ts";
import { isLocked } from "#runtime/host/lock.ts";
import { type Finding, note, trouble } from "./finding.ts";
import { slotFinding } from "./slot-finding.ts";

/** Why a terminal told nothing. */
export type Silence = "not running" | "does not answer";

/**
 * Asks the terminal that runs on a data folder what its devices did. The key is only sent while
 * the folder is locked: after a crash the port may be another user's.
 */
export async function askTerminal(folder: string): Promise<Diagnosis | Silence> {
  if (!isLocked(fileIn(folder, "lock"))) return "not running";
  const screen = screenOf(folder);
  if (screen === null) return "does not answer";
  const { origin, key } = screen;
  const headers = { cookie: `guitai-counter=${key}` };
  try {
    const url = new URL("/diagnosis", origin);
    const { answer } = await exchange(url, { method: "GET", headers, body: "" });
    return diagnosis.parse(answer);
  } catch {
    return "does not answer";
  }
}

/** What is plugged in at the addresses of the running terminal. */
export function identitiesIn(told: Diagnosis | Silence): readonly string[] {
  if (typeof told === "string") return [];
  return told.devices.flatMap(({ found }) => (found === null ? [] : [found.identity]));
}

/** One finding a device of the running terminal, and one for its device process if it died. */
export function terminalFindings(told: Diagnosis | Silence): readonly Finding[] {
  if (told === "not running") {
    return [note("terminal", "这个数据目录上没有运行终端", "No terminal runs on this data folder")];
  }
  if (told === "does not answer") {
    return [
      trouble(
        "terminal",
        "doctor/terminal-silent",
        { zh: "终端正在运行，但不回答", en: "A terminal is running and does not answer" },
        { zh: "等一分钟再试；仍不回答请重新启动终端", en: "Try again, or restart the terminal." },
      ),
    ];
  }
  const { at, process, devices } = told;
  const ends = process.lastEnd === null ? [] : [processFinding(process.starts, process.lastEnd)];
  return [...devices.map((slot) => slotFinding(slot, at)), ...ends];
}

/** The links come back by themselves; often enough it is a cable. */
function processFinding(starts: number, { text }: { readonly text: string }): Finding {
  return note(
    "terminal",
    `设备进程启动过 ${starts} 次，上次结束：${text}`,
    `The device process was started ${starts} times; it last ended with: ${text}`,
  );
}
