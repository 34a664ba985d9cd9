/** Extra facts of a log line. Never tokens, passwords, cookies or message texts. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The structured log: one JSON object per line. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `cause` is written with its stack; it stays on the server. */
  error(event: string, cause: unknown, fields?: LogFields): void;
}

/** Makes a {@link Log} that hands finished lines, without line end, to `write`. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const line = (level: string, event: string, fields: LogFields | undefined) =>
    write(JSON.stringify({ t: new Date(now()).toISOString(), level, event, ...fields }));
  return {
    info: (event, fields) => line('info', event, fields),
    warn: (event, fields) => line('warn', event, fields),
    error: (event, cause, fields) => line('error', event, { ...fields, cause: describeCause(cause) }),
  };
}

/** A log that keeps nothing, for tests. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

// An AppError carries what the database said in its `cause`; without the chain the line would only name the code.
function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const own = cause.stack ?? `${cause.name}: ${cause.message}`;
  return cause.cause === undefined ? own : `${own}\ncaused by ${describeCause(cause.cause)}`;
}
