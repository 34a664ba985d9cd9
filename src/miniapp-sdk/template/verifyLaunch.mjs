import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long launch data is good for, seconds. */
const maxAge = 24 * 60 * 60;

/** Answers what the messenger signed about the person, or undefined. `token` is the secret of the app, shown once when it was created. */
export function verifyLaunch(data, token, now = Date.now() / 1_000) {
  const fields = new URLSearchParams(data);
  const given = Buffer.from(fields.get('hash') ?? '', 'hex');
  fields.delete('hash');
  const lines = [...fields].map(([name, value]) => `${name}=${value}`).toSorted();
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const expected = createHmac('sha256', key).update(lines.join('\n')).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const age = now - Number(fields.get('auth_date'));
  return age > maxAge || age < -60 ? undefined : Object.fromEntries(fields);
}
