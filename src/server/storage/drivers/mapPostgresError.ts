import { AppError } from '#protocol/errors.ts';

// SQLSTATE classes and codes that say "not now": connection, resources, shutdown, serialization, deadlock, lock and statement timeout, standby.
const passing = /^(?:08|53|57P0|58|40|55P03|57014|25006|25P0[23])/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const words =
  /connection terminated|timeout exceeded when trying to connect|client (?:has encountered|was closed)|not queryable|after calling end/i;

/** Turns a lost server, a full disk, a lock that took too long or a lost race into UNAVAILABLE; every other error stays what it is. */
export function mapPostgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!network.has(code) && !passing.test(code) && !words.test(error.message)) return error;
  return new AppError('UNAVAILABLE', { message: `Database: ${error.message}`, cause: error });
}
