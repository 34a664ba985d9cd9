import { toChatId } from '#protocol/casts.ts';
import type { ChatId } from '#protocol/ids.ts';
import { loadRoomFrame } from '#server/storage/rows/roomFrame.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit } from '#server/storage/unit.ts';
import { tellThread } from './tellThread.ts';
import type { ThreadTold } from './ThreadTold.ts';

const text = (count: number): string =>
  `SELECT h.*, c.kind, c.parent_id, c.root_chat, c.root_seq, c.member_cap, c.history_days, c.settings, c.mod_ver
    FROM chats c JOIN chat_heads h ON h.chat_id = c.id JOIN chats q ON q.id = c.root_chat JOIN chats p ON p.id = c.parent_id
    WHERE c.parent_id IN (${placeholders(count)}) AND c.root_chat IS NOT NULL AND c.ended_at IS NULL AND h.last_at > ?
      AND q.deleted_at IS NULL AND p.deleted_at IS NULL`;

/** Where those threads of these chats stand in which somebody wrote within `ms` and that are not told so far (`told`: rev by thread), for the sweep of a node: what a dead process did not tell. */
export const loadThreadNews = readUnit(
  async (
    tx,
    { chats, ms, told: revs }: { chats: ChatId[]; ms: number; told: ReadonlyMap<ChatId, number> },
  ): Promise<ThreadTold[]> => {
    if (chats.length === 0) return [];
    const heads = await tx.sql<LockedHead>(text(chats.length), [...chats, tx.now - ms]);
    const told: ThreadTold[] = [];
    const lost = heads.filter((head) => (revs.get(toChatId(head.chat_id)) ?? 0) < head.rev);
    for (const head of lost) told.push(await tellThread(tx, { ...head, ...(await loadRoomFrame(tx, head)) }));
    return told;
  },
);
