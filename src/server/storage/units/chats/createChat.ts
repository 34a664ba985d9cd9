import { invariant } from '#base/invariant.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { readStandingsOf, toSnapshots } from '#server/storage/units/sync/readSnapshots.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { readPver } from './enterChat.ts';
import { checkInvitees, checkRoom, findPeople, type Invitee } from './findPeople.ts';
import { joinMembers } from './joinMembers.ts';
import { inviteRows, splitByConsent } from '#server/storage/units/joining/inviteRows.ts';
import { stampUrevs } from './stampUrevs.ts';

export interface CreateChatInput {
  user: UserId;
  i: OpId;
  kind: number;
  title?: string | undefined;
  users: UserId[];
}

/** `invited`: people whom the maker has invited and who have not answered. */
export interface CreatedChat {
  chat: ChatSnapshot;
  invited: UserId[];
}

/**
 * Opens a 1:1 chat or makes a group. A repeat of `i`, and a second 1:1 chat of the same two, answer the existing chat as it is now. Throws NOT_FOUND,
 * FORBIDDEN (a chat with oneself), BLOCKED (groups only: a 1:1 chat must not tell), FULL.
 */
export const createChat = writeUnit(async (tx: Tx, input: CreateChatInput): Promise<ChatOutcome<CreatedChat>> => {
  const people = await findPeople(tx, [input.user, ...input.users]);
  const others = people.filter(({ id }) => id !== input.user);
  const isDm = input.kind === chatKind.dm;
  if (others.length === 0 || (isDm && others.length > 1)) throw new AppError('FORBIDDEN');
  const dmKey = isDm ? toDmKey(input.user, others[0]?.id ?? input.user) : null;
  const known = await findChat(tx, input, dmKey);
  if (known !== undefined) return { result: await resultOf(tx, input.user, known), people: [] };
  if (isDm) await checkRoom(tx, [input.user]);
  else await checkGroup(tx, input.user, others);
  const c = toChatId(tx.ids.id());
  await insertChat(tx, c, input, dmKey);
  const head = await lockHead(tx, c);
  await (isDm ? fillDm(tx, head, input, people) : fillGroup(tx, head, input, people));
  await writeHead(tx, head);
  await stampUrevs(
    tx,
    c,
    people.map(({ id }) => id),
  );
  const change = await readChange(tx, c, 0);
  invariant(change, 'a new chat has changed');
  return { result: await resultOf(tx, input.user, c), change, people: people.map(({ id }) => id) };
});

const toDmKey = (one: UserId, other: UserId): string => `${Math.min(one, other)}:${Math.max(one, other)}`;

async function findChat(tx: Tx, input: CreateChatInput, dmKey: string | null): Promise<ChatId | undefined> {
  const [made] = await tx.sql<{ id: number }>('SELECT id FROM chats WHERE creator_id = ? AND create_cid = ?', [
    input.user,
    input.i,
  ]);
  const [direct] =
    made || dmKey === null ? [] : await tx.sql<{ id: number }>('SELECT id FROM chats WHERE dm_key = ?', [dmKey]);
  const found = made ?? direct;
  return found && toChatId(found.id);
}

async function checkGroup(tx: Tx, user: UserId, others: Invitee[]): Promise<void> {
  if (others.length + 1 > limits.groupMax) throw new AppError('FULL');
  await checkInvitees(tx, user, others);
  await checkRoom(tx, [user]);
}

async function insertChat(tx: Tx, c: ChatId, input: CreateChatInput, dmKey: string | null): Promise<void> {
  const isDm = dmKey !== null;
  const inserted = await tx.sql(
    `INSERT INTO chats (id, kind, dm_key, creator_id, create_cid, title, history_days, member_cap, receipts, rev, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 2, 1, ?) ON CONFLICT DO NOTHING RETURNING id`,
    [
      c,
      input.kind,
      dmKey,
      input.user,
      input.i,
      isDm ? null : (input.title ?? null),
      isDm ? null : 0,
      isDm ? 2 : limits.groupMax,
      tx.now,
    ],
  );
  // The two opened it at the same moment on two nodes; the next try finds the other one's.
  if (inserted.length === 0) throw new AppError('UNAVAILABLE', { retry: 100 });
  await tx.sql('INSERT INTO chat_heads (chat_id, bump_at, last_at) VALUES (?, ?, ?)', [c, tx.now, tx.now]);
}

async function fillDm(tx: Tx, head: LockedHead, { user }: CreateChatInput, people: Invitee[]): Promise<void> {
  head.rev += 1;
  await joinMembers(
    tx,
    head,
    // The other person's list shows the chat with its first message, not when somebody merely looked at a profile.
    people.map((person) => ({ ...person, hidden: person.id !== user })),
  );
}

async function fillGroup(tx: Tx, head: LockedHead, input: CreateChatInput, people: Invitee[]): Promise<void> {
  const maker = people.filter(({ id }) => id === input.user);
  const others = people.filter(({ id }) => id !== input.user);
  const { add, ask } = await splitByConsent(tx, input.user, others);
  const mid = toMemberId(input.user);
  const title = input.title === undefined ? {} : { title: input.title };
  const body = { ev: 'created' as const, by: mid, who: add.map(({ id }) => toMemberId(id)), ...title };
  await appendSystemLine(tx, head, { mid, pver: await readPver(tx, input.user), body });
  await joinMembers(tx, head, [...maker.map((person) => ({ ...person, role: memberRole.owner })), ...add]);
  await inviteRows(tx, head, mid, ask);
}

async function resultOf(tx: Tx, user: UserId, c: ChatId): Promise<CreatedChat> {
  const [chat] = await toSnapshots(tx, await readStandingsOf(tx, user, [c]), () => ({ meta: true, mem: true }));
  // Who made a group and left it cannot look at it through a repeat.
  if (!chat) throw new AppError('NOT_FOUND');
  const invited = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE chat_id = ? AND state = ${memberState.invited} AND invited_by = ? ORDER BY user_id`,
    [c, chat.me.mid],
  );
  return { chat, invited: invited.map((row) => toUserId(row.user_id)) };
}
