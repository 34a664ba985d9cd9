import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import { valuesTable } from '#server/storage/rows/valuesTable.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readPeer } from './readPeer.ts';

/** A 1:1 chat's reader as the other person may know him. */
export interface PeerRead {
  c: ChatId;
  mid: MemberId;
  rs: number;
  /** the other person, who is told */
  to: UserId;
}

/** Whose 1:1 chats. */
export interface PeerKeys {
  keys: { c: ChatId; userId: UserId }[];
  /** who the keys name: the readers, or those who are told */
  of: 'readers' | 'viewers';
}

/** How far people's positions in their 1:1 chats may be shown to the other person; other chats are left out. */
export const loadPeerReads = readUnit(async (tx, { keys, of }: PeerKeys): Promise<PeerRead[]> => {
  const v = valuesTable(
    ['bigint', 'bigint'],
    keys.map(({ c, userId }) => [c, userId]),
  );
  const told = await tx.sql<{ chat_id: number; user_id: number; mid: number }>(
    `WITH v(c, u) AS (VALUES ${v.text}) SELECT o.chat_id, o.user_id, o.mid FROM v JOIN chats k ON k.id = v.c AND k.kind = ${chatKind.dm}
     JOIN members o ON o.chat_id = v.c AND o.user_id ${of === 'readers' ? '<>' : '='} v.u`,
    v.params,
  );
  const reads: PeerRead[] = [];
  for (const other of told) {
    const peer = await readPeer(tx, other);
    if (!peer) continue;
    reads.push({
      c: toChatId(other.chat_id),
      mid: toMemberId(peer.mid),
      rs: peer.read_seq,
      to: toUserId(other.user_id),
    });
  }
  return reads;
});
