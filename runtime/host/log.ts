/** One JSON line an event, on standard error: what a technician reads, and nothing secret. */
export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

export const standardLog: Log = {
  info: (message, details) => write("info", message, details),
  error: (message, details) => write("error", message, details),
};

function write(level: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
  const line = { time: new Date().toISOString(), level, message, ...details };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
