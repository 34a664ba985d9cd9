import { appText } from '#domain/appRules.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { checkRoom, findPeople } from '#server/storage/units/chats/findPeople.ts';
import { joinMembers } from '#server/storage/units/chats/joinMembers.ts';
import { factsColumns, factsTables, type AppFactsRow } from '#server/storage/units/miniApps/appRows.ts';

/** The chat of a person and an app, locked. `a`: its rev before anything was changed; `came`: those who were not in it. */
export interface OpenedOfficial {
  head: LockedHead;
  a: number;
  came: UserId[];
}
interface Pair {
  readonly app: AppId;
  readonly account: UserId;
  readonly user: UserId;
}

/**
 * The chat in which a person reads what an app writes: made at the first message, called as the app is in the person's language, and with both in it, also after the person
 * had left. Throws FORBIDDEN when he is in as many chats as one can be.
 */
export async function openOfficial(tx: Tx, pair: Pair): Promise<OpenedOfficial> {
  const key = `app:${pair.account}:${pair.user}`;
  const [known] = await tx.sql<{ id: number }>('SELECT id FROM chats WHERE dm_key = ?', [key]);
  const c = toChatId(known?.id ?? tx.ids.id());
  if (!known) {
    await tx.sql(
      `INSERT INTO chats (id, kind, dm_key, creator_id, member_cap, receipts, created_at) VALUES (?, ?, ?, ?, 2, 0, ?)`,
      [c, chatKind.official, key, pair.account, tx.now],
    );
    await tx.sql('INSERT INTO chat_heads (chat_id, bump_at, last_at) VALUES (?, ?, ?)', [c, tx.now, tx.now]);
  }
  const head = await lockHead(tx, c);
  const a = head.rev;
  const came = await bringIn(tx, head, pair);
  await saveFace(tx, head, pair);
  await writeHead(tx, head);
  return { head, a, came };
}

async function bringIn(tx: Tx, head: LockedHead, { account, user }: Pair): Promise<UserId[]> {
  const here = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE chat_id = ? AND state = ${memberState.joined}`,
    [head.chat_id],
  );
  const missing = [user, account].filter((id) => !here.some((row) => row.user_id === id));
  if (missing.length === 0) return [];
  if (missing.includes(user)) await checkSpace(tx, user);
  head.rev += 1;
  await joinMembers(tx, head, await findPeople(tx, missing, 'withApps'));
  return missing;
}

async function checkSpace(tx: Tx, user: UserId): Promise<void> {
  try {
    await checkRoom(tx, [user]);
  } catch (error) {
    if (error instanceof AppError && error.code === 'FULL')
      throw new AppError('FORBIDDEN', { message: 'the person cannot be in one more chat', cause: error });
    throw error;
  }
}

/** Name and picture follow the app and the person's language, at the next message after they changed. */
async function saveFace(tx: Tx, head: LockedHead, { app, user }: Pair): Promise<void> {
  const [use] = await tx.sql<{ lang: string | null }>('SELECT lang FROM app_uses WHERE app_id = ? AND user_id = ?', [
    app,
    user,
  ]);
  const [facts] = await tx.sql<AppFactsRow>(`SELECT ${factsColumns} FROM ${factsTables} WHERE a.id = ?`, [app]);
  const [chat] = await tx.sql<{ title: string | null; avatar: string | null }>(
    'SELECT title, avatar FROM chats WHERE id = ?',
    [head.chat_id],
  );
  if (!facts || !chat) throw new AppError('NOT_FOUND');
  const { names, icon = null } = JSON.parse(facts.manifest) as AppManifest;
  const title = appText(names, use?.lang ?? 'en');
  if (chat.title === title && chat.avatar === icon) return;
  head.rev += 1;
  await tx.sql('UPDATE chats SET title = ?, avatar = ?, rev = ? WHERE id = ?', [title, icon, head.rev, head.chat_id]);
}
