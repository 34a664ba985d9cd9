import { canMute } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { toUserId } from '#protocol/casts.ts';
import { recordAct } from '#server/storage/rows/recordAct.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { Acting } from './act.ts';

/** Mutes a member for so many minutes, or gives him the word back (0), with an entry in the log. Answers the end, ms. Throws FORBIDDEN, NOT_FOUND. */
export async function applyMute(
  tx: Tx,
  acting: Acting,
  other: MemberRow,
  { minutes, x }: { minutes: number; x?: string | undefined },
): Promise<number | undefined> {
  if (other.state !== memberState.joined) throw new AppError('NOT_FOUND');
  if (!canMute(acting.standing, other)) throw new AppError('FORBIDDEN');
  const until = minutes === 0 ? undefined : tx.now + Math.min(minutes * 60_000, limits.muteMaxMs);
  await setMutedUntil(tx, acting, other, until);
  await recordAct(tx, {
    c: other.chat_id,
    by: acting.me.mid,
    what: until === undefined ? 'unmute' : 'mute',
    who: other.mid,
    detail: {
      ...(until === undefined ? {} : { until }),
      ...(x ? { x } : {}),
      ...((other.muted_until ?? 0) > tx.now ? { was: other.muted_until ?? 0 } : {}),
    },
  });
  return until;
}

/** Stores the end of a mute; others need not know, so the chat's rev stays. */
export async function setMutedUntil(
  tx: Tx,
  acting: Acting,
  other: MemberRow,
  until: number | undefined,
): Promise<void> {
  await tx.sql('UPDATE members SET muted_until = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?', [
    until ?? null,
    other.chat_id,
    other.user_id,
  ]);
  acting.people.push(toUserId(other.user_id));
}
