import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { AppError } from '#protocol/errors.ts';
import { foldName } from '#domain/foldName.ts';
import { foldText } from '#domain/foldText.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMem } from '#server/storage/rows/toMem.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readStanding } from './readStanding.ts';

/** A window by order, named members, or those whose name begins with `q`; exactly one of the three. */
export interface MembersWish {
  c: ChatId;
  user: UserId;
  range?: [number, number] | undefined;
  ids?: MemberId[] | undefined;
  q?: string | undefined;
}

const foundMax = 20;

/** Members as others see them. Throws NOT_MEMBER, BAD. */
export const listMembers = readUnit(
  async (tx, wish: MembersWish): Promise<{ mr: number; total: number; items: Mem[] }> => {
    const asked = await readStanding(tx, wish.c, wish.user);
    // Members of a room are those of its community.
    const c = toChatId(communityOf({ chat_id: wish.c, parent_id: asked.chat.parent_id }));
    const { head, chat } = c === wish.c ? asked : await readStanding(tx, c, wish.user);
    const rows = await readWindow(tx, { ...wish, c }, chat.kind === chatKind.community);
    return { mr: head.mrev, total: head.members, items: rows.map(toMem) };
  },
);

async function readWindow(tx: Tx, wish: MembersWish, isCommunity: boolean): Promise<MemberRow[]> {
  if (wish.ids) {
    return tx.sql<MemberRow>(`SELECT * FROM members WHERE chat_id = ? AND mid IN (${placeholders(wish.ids.length)})`, [
      wish.c,
      ...wish.ids,
    ]);
  }
  if (wish.range) {
    const [from, to] = wish.range;
    if (to < from || to - from > limits.idsMax) throw new AppError('BAD');
    return tx.sql<MemberRow>(
      'SELECT * FROM members WHERE chat_id = ? AND state = 1 ORDER BY role DESC, name_key, mid LIMIT ? OFFSET ?',
      [wish.c, to - from, from],
    );
  }
  if (wish.q === undefined) throw new AppError('BAD');
  return isCommunity ? readByNickname(tx, wish.c, foldName(wish.q)) : readByName(tx, wish.c, foldText(wish.q));
}

/** In 1:1 chats and groups people go by the names of their accounts, which are folded here: at most a few hundred. */
async function readByName(tx: Tx, c: ChatId, prefix: string): Promise<MemberRow[]> {
  const rows = await tx.sql<MemberRow & { name: string }>(
    'SELECT m.*, u.name FROM members m JOIN users u ON u.id = m.user_id WHERE m.chat_id = ? AND m.state = 1 AND m.mid = m.user_id',
    [c],
  );
  const named = rows.map((row) => ({ row, key: foldText(row.nickname ?? row.name) }));
  return named
    .filter(({ key }) => key.startsWith(prefix))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.row.mid - other.row.mid))
    .slice(0, foundMax)
    .map(({ row }) => row);
}

/** In communities the folded name stands in the row. */
const readByNickname = (tx: Tx, c: ChatId, prefix: string): Promise<MemberRow[]> =>
  tx.sql<MemberRow>(
    `SELECT * FROM members WHERE chat_id = ? AND state = 1 AND name_key LIKE ? ESCAPE '!' ORDER BY name_key, mid LIMIT ${foundMax}`,
    [c, `${prefix.replace(/[!%_]/g, '!$&')}%`],
  );
