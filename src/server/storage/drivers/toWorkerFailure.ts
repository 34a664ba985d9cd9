import { AppError } from '#protocol/errors.ts';
import type { WorkerFailure } from './sqliteWorkerMessages.ts';

/** An error as data for the other thread. */
export function toWorkerFailure(error: unknown): WorkerFailure {
  if (error instanceof AppError) return { code: error.code, message: error.message, retry: error.retry };
  if (error instanceof Error) return { code: 'bug', message: error.message, stack: error.stack ?? error.message };
  return { code: 'bug', message: String(error), stack: String(error) };
}
