import type { Me } from '#protocol/entities/members.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { LocalChat, LocalMember, LocalMessage, MarkRow, OutboxEntry } from './changes.ts';
import { highest, laneOf, readLane } from './lanes.ts';
import type { ChatState } from './merge/chatState.ts';
import { countFrom } from './merge/countChat.ts';
import type { ReadTx } from './ports.ts';

/** What to load of a chat beside its own row. */
export interface Wanted {
  /** seqs that a change names */
  seqs?: readonly number[];
  members?: readonly MemberId[];
  /** load all cached rows from here on; by default only rows that are mine or name me, as far down as counting needs */
  from?: number;
  /** load all cached rows behind the read position */
  unread?: boolean;
  /** a standing that is about to be taken: load what moving there and counting anew needs */
  standing?: Pick<Me, 'rs' | 'uf'>;
}

/** Loads the part of a chat that a change needs; undefined for a chat that is not mine. */
export async function loadChat(tx: ReadTx, c: ChatId, wanted: Wanted = {}): Promise<ChatState | undefined> {
  // Asked for together: a transaction answers its requests in order, and waiting for each costs more than the answer.
  const [chat, mark, outbox, members] = await Promise.all([
    tx.get('chats', c),
    tx.get('marks', c),
    readLane(tx, laneOf(c)),
    readMembers(tx, c, wanted.members),
  ]);
  if (!chat) return undefined;
  return toState(chat, { mark, outbox, members, ...(await readRows(tx, { chat, mark }, wanted)) });
}

/** The same for many chats at once, which a burst of changes names; those that are not mine are left out. */
export async function loadChats(tx: ReadTx, wishes: ReadonlyMap<ChatId, Wanted>): Promise<ChatState[]> {
  // Marks and entries are few, whatever the number of chats: each table is read whole.
  const [marks, entries, chats] = await Promise.all([
    tx.range('marks', { index: ':primary' }),
    tx.range('outbox', { index: ':primary' }),
    tx.getMany('chats', [...wishes.keys()]),
  ]);
  const markOf = new Map(marks.map((mark) => [mark.c, mark]));
  const lanes = Map.groupBy(entries, (entry) => entry.lane);
  const states = await Promise.all(
    chats.map(async (chat) => {
      if (!chat) return undefined;
      const { c } = chat;
      const wanted = wishes.get(c) ?? {};
      const mark = markOf.get(c);
      const [rows, members] = await Promise.all([
        readRows(tx, { chat, mark }, wanted),
        readMembers(tx, c, wanted.members),
      ]);
      return toState(chat, { mark, outbox: lanes.get(laneOf(c)) ?? [], members, ...rows });
    }),
  );
  return states.filter((state) => state !== undefined);
}

interface Loaded {
  mark: MarkRow | undefined;
  outbox: OutboxEntry[];
  members: readonly (LocalMember | undefined)[];
  from: number;
  rows: readonly (LocalMessage | undefined)[];
}

function toState(chat: LocalChat, { mark, outbox, members, from, rows }: Loaded): ChatState {
  return {
    chat,
    loadedFrom: from,
    rows: new Map(rows.flatMap((row) => (row ? [[row.s, row] as const] : []))),
    members: new Map(members.flatMap((member) => (member ? [[member.u, member] as const] : []))),
    outbox,
    rejected: [],
    ...(mark ? { mark: mark.s } : {}),
  };
}

/** The rows that are counted and those that the change names. */
async function readRows(
  tx: ReadTx,
  { chat, mark }: Pick<Loaded, 'mark'> & { chat: LocalChat },
  wanted: Wanted,
): Promise<Pick<Loaded, 'from' | 'rows'>> {
  const { c, me, sync } = chat;
  const { standing } = wanted;
  const from = Math.min(
    wanted.from ?? highest,
    wanted.unread ? me.rs + 1 : highest,
    standing ? Math.min(me.rs + 1, standing.rs + 1, standing.uf ?? highest) : highest,
    countFrom(chat),
  );
  const isMarked = me.uf !== undefined || standing?.uf !== undefined;
  // What is above the watermark tells of itself, so most of what arrives, being newer than anything cached, costs no look of its own.
  // Messages that were marked unread are counted one by one, like those over which a read position is being moved.
  const isMoving =
    wanted.from !== undefined || wanted.unread === true || (standing !== undefined && mark !== undefined);
  const needsAll = isMarked || isMoving;
  const seqs = [...new Set(wanted.seqs)].filter((seq) => (needsAll ? seq < from : seq <= sync.rev));
  const [counted, named] = await Promise.all([
    needsAll
      ? tx.range('msgs', { index: ':primary', from: [c, from], to: [c, highest] })
      : tx.range('msgs', { index: '[c+tell]', from: [c, Math.min(from, sync.rev + 1)], to: [c, highest] }),
    seqs.length === 0
      ? []
      : tx.getMany(
          'msgs',
          seqs.map((seq) => [c, seq]),
        ),
  ]);
  return { from, rows: [...counted, ...named] };
}

function readMembers(tx: ReadTx, c: ChatId, mids: readonly MemberId[] = []): Promise<(LocalMember | undefined)[]> {
  return mids.length === 0
    ? Promise.resolve([])
    : tx.getMany(
        'members',
        mids.map((mid) => [c, mid]),
      );
}
