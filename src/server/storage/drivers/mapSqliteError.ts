import { AppError } from '#protocol/errors.ts';

// Primary result codes that say "not now": nothing was written and a repeat may succeed.
const passing = new Set([
  5 /* BUSY */, 6 /* LOCKED */, 7 /* NOMEM */, 8 /* READONLY */, 10 /* IOERR */, 13 /* FULL */, 14 /* CANTOPEN */,
  15 /* PROTOCOL */,
]);

/** Turns failures of the file below SQLite into UNAVAILABLE; every other error stays what it is. */
export function mapSqliteError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  if (!passing.has(error.errcode & 0xff)) return error;
  return new AppError('UNAVAILABLE', { message: `Database: ${error.message}`, cause: error });
}
