import type { Delta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMem } from '#server/storage/rows/toMem.ts';
import { toMeta } from '#server/storage/rows/toMeta.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readPersonalHead } from './readPersonalHead.ts';
import { readUnsent } from './readReset.ts';
import { checkMinRev, readStanding, type Standing } from './readStanding.ts';
import { toVisibleRow, visibleMessages, type VisibleMessage } from './visibleMessages.ts';
import { resetLimits } from './resetLimits.ts';

/** Whose changes of which chat, after which rev. */
export interface DeltaWish {
  c: ChatId;
  user: UserId;
  since: number;
  limit: number;
  minRev?: number | undefined;
}

/**
 * What changed for one person after `since`: whole rows with his own reactions, nothing below his floor and nothing hidden from him. `more`: continue with
 * `since = b`. Throws NOT_MEMBER, AHEAD (the asker knows a rev that does not exist here), STALE_NODE.
 */
export async function readDelta(tx: Tx, wish: DeltaWish): Promise<{ delta: Delta; more?: 1 }> {
  const standing = await readStanding(tx, wish.c, wish.user);
  const { head, chat } = standing;
  if (wish.since > head.rev) throw new AppError(wish.minRev === undefined ? 'AHEAD' : 'STALE_NODE');
  checkMinRev(head, wish.minRev);
  const rows = await tx.sql<VisibleMessage>(
    `${visibleMessages(chat)} AND m.rev > ? AND m.rev <= ? ORDER BY m.rev LIMIT ?`,
    [wish.c, wish.user, wish.since, head.rev, wish.limit + 1],
  );
  if (rows.length <= wish.limit) return { delta: await frame(tx, wish, standing, rows, head.rev) };
  const isSmall = chat.kind !== chatKind.community;
  if (isSmall && head.rev - wish.since <= resetLimits.deltaRevs) {
    const page = rows.slice(0, wish.limit);
    // Cut by rev, not by place: the next page begins where this one's last change was.
    return { delta: await frame(tx, wish, standing, page, page.at(-1)?.rev ?? head.rev), more: 1 };
  }
  return { delta: await readReset(tx, wish, standing) };
}

async function readReset(tx: Tx, wish: DeltaWish, standing: Standing): Promise<Delta> {
  const newest = await tx.sql<VisibleMessage>(`${visibleMessages(standing.chat)} ORDER BY m.seq DESC LIMIT ?`, [
    wish.c,
    wish.user,
    resetLimits.deltaRows,
  ]);
  const delta = await frame(tx, wish, standing, newest.reverse(), standing.head.rev);
  const del = await readUnsent(tx, wish.c, wish.since);
  return { ...delta, reset: 1, ...(del.length > 0 ? { del } : {}) };
}

async function frame(tx: Tx, wish: DeltaWish, standing: Standing, rows: VisibleMessage[], b: number): Promise<Delta> {
  const { me, head, chat } = standing;
  const hasMembers = chat.kind !== chatKind.community && head.mrev > wish.since;
  const members = hasMembers
    ? await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND rev > ? ORDER BY rev, mid', [
        wish.c,
        wish.since,
      ])
    : [];
  return {
    c: wish.c,
    a: wish.since,
    b,
    ...(rows.length > 0 ? { rows: rows.map(toVisibleRow) } : {}),
    ...(members.length > 0 ? { mem: members.map(toMem) } : {}),
    ...(chat.rev > wish.since ? { meta: toMeta(chat) } : {}),
    head: await readPersonalHead(tx, { me, head, chat }),
  };
}

export const getDelta = readUnit((tx, wish: DeltaWish) => readDelta(tx, wish));
