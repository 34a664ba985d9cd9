import { chatKind } from '#protocol/entities/chat.ts';
import { toChatId, toMemberId, toUserId, type ChatId, type MemberId, type UserId } from '#protocol/ids.ts';
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

/** How far these people's position in their 1:1 chats may be shown to the other person; other chats are left out. */
export const loadPeerReads = readUnit(
  async (tx, input: { keys: { c: ChatId; userId: UserId }[] }): Promise<PeerRead[]> => {
    const v = valuesTable(
      ['bigint', 'bigint'],
      input.keys.map(({ c, userId }) => [c, userId]),
    );
    const others = await tx.sql<{ chat_id: number; user_id: number; mid: number }>(
      `WITH v(c, u) AS (VALUES ${v.text}) SELECT o.chat_id, o.user_id, o.mid FROM v JOIN chats k ON k.id = v.c AND k.kind = ${chatKind.dm}
     JOIN members o ON o.chat_id = v.c AND o.user_id <> v.u`,
      v.params,
    );
    const reads: PeerRead[] = [];
    for (const other of others) {
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
  },
);
