import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { LocalMessage } from './changes.ts';
import { highest, laneOf, readLane } from './lanes.ts';
import type { ChatState } from './merge/chatState.ts';
import { countFrom } from './merge/countChat.ts';
import type { ReadTx } from './ports.ts';

/** What to load of a chat beside its own row. */
export interface Wanted {
  /** seqs that a change names */
  seqs?: readonly number[];
  members?: readonly MemberId[];
  /** load cached rows from here on; by default as far down as counting needs */
  from?: number;
  /** load all cached rows behind the read position */
  unread?: boolean;
}

/** Loads the part of a chat that a change needs; undefined for a chat that is not mine. */
export async function loadChat(tx: ReadTx, c: ChatId, wanted: Wanted = {}): Promise<ChatState | undefined> {
  const chat = await tx.get('chats', c);
  if (!chat) return undefined;
  const from = Math.min(wanted.from ?? highest, wanted.unread ? chat.me.rs + 1 : highest, countFrom(chat));
  const counted = await tx.range('msgs', { index: ':primary', from: [c, from], to: [c, highest] });
  const lower = [...new Set(wanted.seqs ?? [])].filter((seq) => seq < from);
  const named =
    lower.length === 0
      ? []
      : await tx.getMany(
          'msgs',
          lower.map((seq) => [c, seq]),
        );
  const rows = new Map<number, LocalMessage>();
  for (const row of [...named, ...counted]) if (row) rows.set(row.s, row);
  const mids = wanted.members ?? [];
  const members =
    mids.length === 0
      ? []
      : await tx.getMany(
          'members',
          mids.map((mid) => [c, mid]),
        );
  const mark = await tx.get('marks', c);
  return {
    chat,
    loadedFrom: from,
    rows,
    members: new Map(members.flatMap((member) => (member ? [[member.u, member] as const] : []))),
    outbox: await readLane(tx, laneOf(c)),
    rejected: [],
    ...(mark ? { mark: mark.s } : {}),
  };
}
