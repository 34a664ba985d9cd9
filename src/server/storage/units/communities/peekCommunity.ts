import { isOpenToStrangers, mustAsk } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { askAgainAt } from '#server/storage/units/joining/peekLink.ts';
import { toCommunityCard, type CommunityRow } from './toCommunityCard.ts';

const shownRows = 20;

/** What one may know of a community before he is in it; its newest messages only where it lets strangers read, and never to who was banned. Throws NOT_FOUND. */
export const peekCommunity = readUnit(async (tx, input: { c: ChatId; user: UserId }): Promise<CommunityPeek> => {
  const [row] = await tx.sql<CommunityRow & StandingRow>(
    `SELECT k.id, k.title, k.avatar, k.about, k.settings, k.member_cap, h.members, h.bump_at, m.state, r.state AS asked, r.name AS asked_as, r.decided_at
      FROM chats k JOIN chat_heads h ON h.chat_id = k.id LEFT JOIN members m ON m.chat_id = k.id AND m.user_id = ?
      LEFT JOIN join_requests r ON r.chat_id = k.id AND r.user_id = ?
      WHERE k.id = ? AND k.kind = ${chatKind.community} AND k.parent_id IS NULL AND k.deleted_at IS NULL`,
    [input.user, input.user, input.c],
  );
  const set = row ? (JSON.parse(row.settings) as ChatSettings) : {};
  const isMember = row?.state === memberState.joined;
  if (!row || (!isMember && (set.over !== undefined || (set.listed !== 1 && !isOpenToStrangers(set)))))
    throw new AppError('NOT_FOUND');
  const isBanned = row.state === memberState.banned;
  return {
    card: toCommunityCard(row),
    ...(set.rules === undefined ? {} : { rules: set.rules }),
    ...(set.ask === undefined ? {} : { ask: set.ask }),
    ...standingTowards(row, set, tx.now),
    ...(set.peek === 1 && !isBanned ? await readNewest(tx, input.c) : {}),
  };
});

interface StandingRow {
  state: number | null;
  /** of this person's last request */
  asked: number | null;
  asked_as: string | null;
  decided_at: number | null;
}

/** What this person is to the community; nothing where he may simply come in. */
function standingTowards(row: StandingRow, set: ChatSettings, now: number): Pick<CommunityPeek, 'me' | 'nn' | 'again'> {
  if (row.state === memberState.joined) return { me: 'member' };
  if (row.state === memberState.banned) return { me: 'banned' };
  if (row.asked === null || !mustAsk(set, false)) return {};
  if (row.asked === requestState.waiting) return { me: 'waiting', nn: row.asked_as ?? '' };
  const again = askAgainAt({ state: row.asked, decided_at: row.decided_at }, now);
  return again === undefined ? {} : { me: 'refused', again };
}

/** The newest texts that new members would see, oldest first, with the names of who wrote them. */
async function readNewest(tx: Tx, c: ChatId): Promise<Pick<CommunityPeek, 'rows' | 'names'>> {
  const newest = await tx.sql<MessageRow>(
    `SELECT m.* FROM messages m JOIN chat_heads h ON h.chat_id = m.chat_id
      WHERE m.chat_id = ? AND m.n IS NOT NULL AND m.deleted_at IS NULL AND m.seq >= greatest(h.live_floor, h.min_seq)
      ORDER BY m.seq DESC LIMIT ${shownRows}`,
    [c],
  );
  const mids = [...new Set(newest.map(({ sender_mid: mid }) => mid))];
  const names =
    mids.length === 0
      ? []
      : await tx.sql<{ mid: number; nickname: string | null }>(
          `SELECT mid, nickname FROM members WHERE chat_id = ? AND mid IN (${placeholders(mids.length)})`,
          [c, ...mids],
        );
  return {
    rows: newest.reverse().map(toRow),
    names: names.map(({ mid, nickname }) => [toMemberId(mid), nickname ?? '']),
  };
}
