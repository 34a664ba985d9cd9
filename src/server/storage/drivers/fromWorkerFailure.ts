import { AppError } from '#protocol/errors.ts';
import type { WorkerFailure } from './sqliteWorkerMessages.ts';

/** The error that `toWorkerFailure` took apart. A bug keeps the stack of the thread where it happened. */
export function fromWorkerFailure(failure: WorkerFailure): Error {
  if (failure.code === 'bug') return Object.assign(new Error(failure.message), { stack: failure.stack });
  return new AppError(failure.code, {
    message: failure.message,
    ...(failure.retry === undefined ? {} : { retry: failure.retry }),
  });
}
