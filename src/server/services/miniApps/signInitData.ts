import { createHmac } from 'node:crypto';

/** Lines `key=value` in order of their keys: what validators put together again. */
export const toLines = (fields: Readonly<Record<string, string>>): string =>
  Object.keys(fields)
    .toSorted()
    .map((key) => `${key}=${fields[key]}`)
    .join('\n');

const toQuery = (fields: Readonly<Record<string, string>>): string =>
  // By hand, because some servers do not take a plus for a space.
  Object.entries(fields)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');

/** Adds `hash`, the HMAC by the app's key over all fields, and answers a query string. */
export const sealAppData = (fields: Readonly<Record<string, string>>, dataKey: Uint8Array): string =>
  toQuery({ ...fields, hash: createHmac('sha256', dataKey).update(toLines(fields)).digest('hex') });

/**
 * Init data as pages and their servers know it: `signature` is for whoever does not have the app's secret but our public key, `hash` for the app's own server.
 * Both are over what stands in the fields, so that none can be changed, added or left out.
 */
export function signInitData(
  fields: Readonly<Record<string, string>>,
  keys: { bot: number; dataKey: Uint8Array; sign: (text: string) => string },
): string {
  const signature = keys.sign(`${keys.bot}:WebAppData\n${toLines(fields)}`);
  return sealAppData({ ...fields, signature }, keys.dataKey);
}
