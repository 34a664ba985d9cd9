import type { ErrorCode } from '#protocol/errors.ts';

/** What travels between the server's thread and a database thread. Whole units only, several at a time. */
export interface WorkerSettings {
  path: string;
  role: 'writer' | 'reader';
}
/** One call by its unit's name. */
export interface WorkerCall {
  name: string;
  input: unknown;
}
export type WorkerRequest =
  | { kind: 'run'; calls: WorkerCall[]; now: number }
  | { kind: 'pragma'; text: string }
  | { kind: 'close' };

/** An error as data: of an AppError all of it, of anything else its text and stack for the log. */
export type WorkerFailure =
  | { code: ErrorCode; message: string; retry?: number | undefined }
  | { code: 'bug'; message: string; stack: string };
export type WorkerOutcome = { ok: true; value: unknown } | { ok: false; error: WorkerFailure };

export type WorkerReply =
  | { kind: 'ready'; gen: string }
  | { kind: 'refused'; message: string }
  | { kind: 'outcomes'; outcomes: WorkerOutcome[] }
  | { kind: 'done' };
