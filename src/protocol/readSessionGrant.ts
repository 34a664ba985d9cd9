import type { Account } from './entities/user.ts';
import type { SessionGrant } from './session.ts';

/** Where a browser with a cookie asks for its access token: the first request of every visit. */
export const refreshPath = '/api/session/refresh';

const isNumber = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least;
const isText = (value: unknown): value is string => typeof value === 'string';
const isUuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The grant that an answer holds, or undefined: what `sessionGrantSchema` says, by hand, because the first request of a visit should not wait for a parser
 * to be fetched.
 */
export function readSessionGrant(answer: unknown): SessionGrant | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { account, deviceId, token, exp, t } = answer as Record<string, unknown>;
  const isGrant = isText(deviceId) && isUuid.test(deviceId) && isText(token) && isNumber(exp, 0) && isNumber(t, 0);
  const me = readAccount(account);
  return isGrant && me ? { account: me, deviceId: deviceId as SessionGrant['deviceId'], token, exp, t } : undefined;
}

function readAccount(value: unknown): Account | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, handle, name, av, status, pv, admin } = value as Record<string, unknown>;
  if (!isNumber(id, 1) || !isText(handle) || !isText(name) || !isNumber(pv, Number.MIN_SAFE_INTEGER)) return undefined;
  if (typeof admin !== 'boolean') return undefined;
  if ((av !== undefined && !isText(av)) || (status !== undefined && !isText(status))) return undefined;
  return {
    id: id as Account['id'],
    handle,
    name,
    pv,
    admin,
    ...(av === undefined ? {} : { av }),
    ...(status === undefined ? {} : { status }),
  };
}
