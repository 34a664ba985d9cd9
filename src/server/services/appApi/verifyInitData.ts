import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AppId } from '#protocol/ids.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import { guestName } from '#server/services/miniApps/launchApp.ts';
import { toLines } from '#server/services/miniApps/signInitData.ts';
import { ApiRefusal } from './ApiRefusal.ts';

const goodForMs = 24 * 3_600_000;

/** What init data says of an opening. `person`: whom the app's maker knows by this number; `name`, `language`: only while he lets it know them; `chat`: the app's own name for a chat; `q`: of the opening. */
export interface VerifiedLaunch {
  readonly person: number;
  readonly name?: string;
  readonly language?: string;
  readonly start?: string;
  readonly chat?: string;
  readonly q: string;
}

/**
 * Checks init data that a page has handed to its server: made by us for this app, at most a day old, of a person who has not taken everything back since. Throws ApiRefusal
 * with BAD (no init data), WRONG_HASH, EXPIRED, FORGOTTEN.
 */
export async function verifyInitData(
  { storage, now }: Pick<ServiceContext, 'storage' | 'now'>,
  app: AppId,
  data: string,
): Promise<VerifiedLaunch> {
  const fields = readFields(data);
  const { hash = '', query_id: q = '', auth_date: date = '' } = fields;
  const facts = await storage.run('readLaunch', { app, q });
  if (!facts || !isSigned(fields, hash, facts.dataKey))
    throw new ApiRefusal(400, 'WRONG_HASH', 'not made for this app, or changed since');
  if (!(Number(date) * 1_000 >= now() - goodForMs)) throw new ApiRefusal(400, 'EXPIRED', 'older than a day');
  if (!facts.opened) throw new ApiRefusal(400, 'FORGOTTEN', 'the person has taken back what the app knew');
  const { person, isNamed } = facts.opened;
  const user = JSON.parse(fields['user'] ?? '{}') as { first_name?: string; language_code?: string };
  const { start_param: start, chat_instance: chat } = fields;
  return {
    person,
    ...(isNamed && user.first_name !== undefined && user.first_name !== guestName ? { name: user.first_name } : {}),
    ...(isNamed && user.language_code !== undefined ? { language: user.language_code } : {}),
    ...(start === undefined ? {} : { start }),
    ...(chat === undefined ? {} : { chat }),
    q,
  };
}

function readFields(data: string): Record<string, string> {
  const pairs = [...new URLSearchParams(data)];
  const fields = Object.fromEntries(pairs);
  if (pairs.length === 0 || Object.keys(fields).length !== pairs.length)
    throw new ApiRefusal(400, 'BAD', 'data is the init data as the page got it');
  return fields;
}

/** In constant time: whoever tries hashes learns nothing from how long it takes. */
function isSigned(fields: Record<string, string>, given: string, dataKey: Uint8Array): boolean {
  const { hash: _hash, ...rest } = fields;
  const expected = createHmac('sha256', dataKey).update(toLines(rest)).digest();
  const bytes = /^[0-9a-f]{64}$/.test(given) ? Buffer.from(given, 'hex') : Buffer.alloc(32);
  return timingSafeEqual(expected, bytes);
}
