import { sendRefusal, type Standing } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { MemberRow } from './rowTypes.ts';

/** Throws what keeps a member from writing in a chat now, where he writes no message: how often he may write one is not asked. `now`: server clock, ms. */
export function requireSend(
  standing: Standing,
  { joined_at: joinedAt, muted_until: mutedUntil }: Pick<MemberRow, 'joined_at' | 'muted_until'>,
  now: number,
): void {
  const refusal = sendRefusal(standing, { joinedAt, mutedUntil }, now);
  if (refusal) throw new AppError(refusal.code, refusal.retry === undefined ? {} : { retry: refusal.retry });
}
