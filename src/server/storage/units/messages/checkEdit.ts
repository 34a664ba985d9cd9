import { moderate, type Verdict } from '#domain/moderation/moderate.ts';
import { isLinkless } from '#domain/permissions.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import { AppError } from '#protocol/errors.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { countHits } from '#server/storage/rows/countHits.ts';
import { loadFilter } from '#server/storage/rows/loadFilter.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { requireSend } from '#server/storage/rows/requireSend.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';
import { findLinks } from '#domain/moderation/findLinks.ts';

/**
 * Asks of a changed text what is asked of a new one, or an edit would be the way around the rules. It cannot be held, so what would be is refused. Answers the
 * verdict of a text that is to be marked. Throws MUTED, FROZEN, SLOW, FORBIDDEN, FILTERED.
 */
export async function checkEdit(
  tx: Tx,
  head: LockedHead,
  member: MemberRow,
  row: MessageRow,
  { b }: { b: TextBody },
): Promise<Verdict | undefined> {
  return checkWords(tx, head, member, b.x, JSON.stringify(b) === row.body);
}

/** What {@link checkEdit} asks of words that come into a message that is there, or onto the shelf of a chat. `isKnown`: they are there already, so only whether one may write is asked. */
export async function checkWords(
  tx: Tx,
  head: LockedHead,
  member: MemberRow,
  text: string,
  isKnown = false,
): Promise<Verdict | undefined> {
  const standing = standingOf(head, member);
  requireSend(standing, member, tx.now);
  if (member.role >= memberRole.moderator || isKnown) return undefined;
  if (isLinkless(standing, member.joined_at, tx.now) && findLinks(text).length > 0) throw new AppError('FILTERED');
  const filter = await loadFilter(tx, head);
  if (!filter) return undefined;
  const verdict = moderate({ text, at: tx.now }, filter, { recent: [] });
  if (verdict.action === 'pass') return undefined;
  if (filter.config.watch === 1 || verdict.action === 'flag') {
    await countHits(tx, communityOf(head), verdict.rules);
    return filter.config.watch === 1 ? undefined : verdict;
  }
  throw new AppError('FILTERED');
}

/** Puts an edited message before the moderators with its new text. */
export async function markEdited(tx: Tx, row: MessageRow, verdict: Verdict): Promise<void> {
  await tx.sql(
    `INSERT INTO held_messages (chat_id, sender_mid, cid, kind, body, body_hash, reply_to, reason, at, state, seq, spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 3, ?, ?)
      ON CONFLICT (chat_id, sender_mid, cid) DO UPDATE SET body = excluded.body, reason = excluded.reason, at = excluded.at,
        state = excluded.state, seq = excluded.seq, spans = excluded.spans`,
    [
      row.chat_id,
      row.sender_mid,
      row.cid,
      row.kind,
      row.body,
      row.body_hash,
      row.reply_to,
      JSON.stringify(verdict.reasons),
      tx.now,
      row.seq,
      JSON.stringify(verdict.spans),
    ],
  );
}
