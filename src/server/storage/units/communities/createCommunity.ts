import { invariant } from '#base/invariant.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { saveListing } from '#server/storage/rows/saveListing.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { checkRoom } from '#server/storage/units/chats/findPeople.ts';
import { joinMembers } from '#server/storage/units/chats/joinMembers.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { readStandingsOf, toSnapshots } from '#server/storage/units/sync/readSnapshots.ts';

export interface CreateCommunityInput {
  user: UserId;
  op: OpId;
  title: string;
  about?: string | undefined;
  nn: string;
  set?: ChatSettings | undefined;
  cap?: number | undefined;
  hist?: number | undefined;
  code?: string | undefined;
}

/** Founds a community; a repeat of `op` answers it as it is now. Throws FULL (in as many chats as one can be), BAD (a name without letters, a join code that is missing). */
export const createCommunity = writeUnit(
  async (tx: Tx, input: CreateCommunityInput): Promise<ChatOutcome<{ chat: ChatSnapshot }>> => {
    const [made] = await tx.sql<{ id: number }>('SELECT id FROM chats WHERE creator_id = ? AND create_cid = ?', [
      input.user,
      input.op,
    ]);
    if (made) return { result: { chat: await snapshotOf(tx, input.user, toChatId(made.id)) }, people: [] };
    if ((input.set?.join === joinMode.code) !== (input.code !== undefined)) throw new AppError('BAD');
    await checkRoom(tx, [input.user]);
    const c = await insertChat(tx, input);
    const head = await lockHead(tx, c);
    const mid = toMemberId(tx.ids.id());
    const body = { ev: 'created' as const, by: mid, title: input.title };
    await appendSystemLine(tx, head, { mid, pver: 1, nickname: input.nn, body });
    await joinMembers(tx, head, [{ id: input.user, name: '', nickname: input.nn, mid, role: memberRole.owner }]);
    await writeHead(tx, head);
    await stampUrevs(tx, c, [input.user]);
    const change = await readChange(tx, c, 0);
    invariant(change, 'a new chat has changed');
    return { result: { chat: await snapshotOf(tx, input.user, c) }, change, people: [input.user] };
  },
);

async function insertChat(tx: Tx, input: CreateCommunityInput): Promise<ChatId> {
  const id = tx.ids.id();
  const settings = JSON.stringify(input.set ?? {});
  const about = input.about ?? null;
  const inserted = await tx.sql(
    `INSERT INTO chats (id, kind, creator_id, create_cid, title, about, settings, history_days, member_cap, receipts, rev, created_at, join_code)
     VALUES (?, ${chatKind.community}, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[id, input.user, input.op, input.title, about, settings],
      ...[input.hist ?? limits.communityHistoryMax, input.cap ?? limits.communityCapMax, tx.now, input.code ?? null],
    ],
  );
  if (inserted.length === 0) throw new AppError('UNAVAILABLE', { retry: 100 });
  await tx.sql('INSERT INTO chat_heads (chat_id, bump_at, last_at) VALUES (?, ?, ?)', [id, tx.now, tx.now]);
  await saveListing(tx, { id, title: input.title, about, settings });
  return toChatId(id);
}

async function snapshotOf(tx: Tx, user: UserId, c: ChatId): Promise<ChatSnapshot> {
  const [snapshot] = await toSnapshots(tx, await readStandingsOf(tx, user, [c]), () => ({ meta: true, mem: false }));
  // Who founded it and left cannot look at it through a repeat.
  if (!snapshot) throw new AppError('NOT_FOUND');
  return snapshot;
}
