import { memberState } from '#protocol/entities/memberState.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { randomId } from '#server/storage/rows/randomId.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** A chat with its members, written straight into the tables, so that the contract of messages needs no other area. */
export interface SeededChat {
  c: ChatId;
  users: UserId[];
}

const insertChat = writeUnit(async (tx, input: SeededChat & { kind: number }): Promise<void> => {
  for (const id of input.users) {
    await tx.db
      .insertInto('users')
      .values({ id, name: `Person ${id}`, created_at: tx.now })
      .execute();
  }
  const chat = { id: input.c, kind: input.kind, member_cap: 500, receipts: 2, created_at: tx.now };
  await tx.db.insertInto('chats').values(chat).execute();
  const head = { chat_id: input.c, bump_at: tx.now, last_at: tx.now, members: input.users.length };
  await tx.db.insertInto('chat_heads').values(head).execute();
  const zero = { rev: 0, join_rev: 0, join_n: 0, floor_seq: 0, read_seq: 0, read_n: 0, joined_at: tx.now };
  for (const id of input.users) {
    const member = { chat_id: input.c, user_id: id, mid: id, state: memberState.joined, ...zero };
    await tx.db.insertInto('members').values(member).execute();
  }
});

/** Makes `people` accounts and one chat of `kind` with all of them. */
export async function seedChat(storage: LocalStorage, kind: number, people: number): Promise<SeededChat> {
  const users = Array.from({ length: people }, () => toUserId(randomId()));
  const chat = { c: toChatId(randomId()), users };
  await storage.runUnit(insertChat, { ...chat, kind });
  return chat;
}

/** Ends or begins a membership with a line in the timeline, as leaving and joining a group do. A join raises the live floor to the line. */
export const moveMember = writeUnit(
  async (tx, input: { c: ChatId; userId: UserId; state: number }): Promise<Delta | undefined> => {
    const head = await lockHead(tx, input.c);
    const members = tx.db.selectFrom('members').selectAll().where('chat_id', '=', input.c);
    const member = await members.where('user_id', '=', input.userId).executeTakeFirstOrThrow();
    if (member.state === input.state) return undefined;
    const a = head.rev;
    const isJoin = input.state === memberState.joined;
    const body = { ev: isJoin ? ('joined' as const) : ('left' as const), by: toMemberId(member.mid) };
    const row = await appendSystemLine(tx, head, { mid: toMemberId(member.mid), pver: 1, body });
    head.mrev = head.rev;
    head.members += isJoin ? 1 : -1;
    if (isJoin) head.live_floor = Math.max(head.live_floor, head.rev);
    await writeHead(tx, head);
    const joined = {
      join_rev: head.rev,
      join_n: head.n,
      floor_seq: head.rev,
      read_seq: head.rev,
      read_n: head.n,
      own_after: 0,
      last_own_seq: head.rev,
    };
    await tx.db
      .updateTable('members')
      .set({ state: input.state, rev: head.rev, ...(isJoin ? joined : { leave_rev: head.rev }) })
      .where('chat_id', '=', input.c)
      .where('user_id', '=', input.userId)
      .execute();
    return roomDelta(head, a, { rows: [row] });
  },
);

/** `blocker` blocks `blocked`, without the bookkeeping of the real command. */
export const seedBlock = writeUnit(async (tx, input: { blocker: UserId; blocked: UserId }): Promise<void> => {
  const row = { user_id: input.blocker, peer_id: input.blocked, state: 3, urev: 1, at: tx.now };
  await tx.db.insertInto('contacts').values(row).execute();
});
