import type { Delta } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { toMyChat, type MyChat } from '#server/storage/rows/toMyChat.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readKeeps } from '#server/storage/units/keeps/keptRows.ts';
import { readDelta } from './readDelta.ts';
import { readStandings, toSnapshots } from './readSnapshots.ts';
import type { Standing } from './readStanding.ts';
import { findThreaded } from './readThreads.ts';
import { readGen, readUserRows, type UserRows } from './readUserRows.ts';

/** What a device says it has, see `sync.open`. */
export interface OpenSyncInput {
  user: UserId;
  u: number;
  have: [ChatId, number, number, number][];
  open: [ChatId, number][];
  gen?: string | undefined;
  page: number;
}

export interface OpenSyncOutput {
  gen: string;
  u: number;
  heads: ChatSnapshot[];
  gone: ChatId[];
  user: UserRows;
  deltas: Delta[];
  next?: number;
  /** all chats the person is in with their revs, for rooms and healing */
  chats: (MyChat & { rev: number })[];
  /** chats of which the device claims a rev that does not exist */
  ahead: ChatId[];
}

/**
 * Pages overlap by a tenth, because between two of them chats may leave the list: a chat that came twice does no harm, one that was skipped would.
 */
const stride = Math.ceil(limits.syncPage * 0.9);
const keepsStride = Math.ceil(limits.keepsPage * 0.9);

/** Everything in which a person's chats and own rows differ from what the device has. Throws GEN when the data is another generation's. */
export const openSync = readUnit(async (tx, input: OpenSyncInput): Promise<OpenSyncOutput> => {
  const gen = await readGen(tx);
  if (input.gen !== undefined && input.gen !== gen) throw new AppError('GEN');
  const standings = await readStandings(tx, input.user);
  standings.sort((one, other) => other.head.bump_at - one.head.bump_at || one.chat.id - other.chat.id);
  const have = new Map(input.have.map((entry) => [entry[0] as number, entry]));
  const threaded = await findThreaded(tx, input.user);
  const changed = standings.filter((standing) => isChanged(standing, have.get(standing.chat.id), threaded));
  const from = (input.page - 1) * stride;
  const page = changed.slice(from, from + limits.syncPage);
  const own = await readUserRows(tx, input.user, input.page === 1 ? input.u : undefined);
  const kept = await readKeepsPage(tx, input, own.u);
  const mine = new Set(standings.map(({ chat }) => chat.id));
  // Who is only invited reads nothing and is in no room.
  const joined = standings.filter(({ me }) => me.state === memberState.joined);
  return {
    gen,
    heads: await toSnapshots(tx, page, ({ head, chat }) => {
      const known = have.get(chat.id)?.[1] ?? -1;
      const isNew = known < 0 || known > head.rev;
      return { meta: isNew || chat.rev > known, mem: isNew || head.mrev > known };
    }),
    gone: input.page === 1 ? input.have.map(([c]) => c).filter((c) => !mine.has(c)) : [],
    u: own.u,
    user: { ...own.user, ...(kept.keeps.length > 0 ? { keeps: kept.keeps } : {}) },
    deltas: input.page === 1 ? await readOpen(tx, input) : [],
    ...(from + limits.syncPage < changed.length || kept.hasMore ? { next: input.page + 1 } : {}),
    chats: joined.map(({ chat, head, me }) => ({ ...toMyChat(me, chat.kind, tx.now), rev: head.rev })),
    ahead: standings
      .filter(({ chat, head }) => (have.get(chat.id)?.[1] ?? 0) > head.rev)
      .map(({ chat }) => toChatId(chat.id)),
  };
});

/** What the person keeps can be much: it comes in pages of its own, beside those of the chats. `u`: his newest change. */
async function readKeepsPage(tx: Tx, { user, u: since, page }: OpenSyncInput, u: number) {
  const isFull = since === 0 || since > u;
  // Nobody keeps more: whatever page is asked for, there is nothing behind.
  const part = { from: Math.min((page - 1) * keepsStride, limits.keepsMax), count: limits.keepsPage + 1 };
  const rows = await readKeeps(tx, user, { since: isFull ? 0 : since, isFull, part });
  return { keeps: rows.slice(0, limits.keepsPage), hasMore: rows.length > limits.keepsPage };
}

/** A chat with rooms or open threads always has something to tell: they are not in `have`. */
function isChanged(
  { me, head, chat }: Standing,
  have: OpenSyncInput['have'][number] | undefined,
  threaded: ReadonlySet<number>,
): boolean {
  if (!have || chat.rooms !== '[]' || threaded.has(chat.id)) return true;
  const [, rev, readSeq, mver] = have;
  return head.rev !== rev || me.read_seq > readSeq || me.mver > mver;
}

/** Changes of the chats that are on screen, so that they need no second round trip. */
async function readOpen(tx: Tx, input: OpenSyncInput): Promise<Delta[]> {
  const deltas: Delta[] = [];
  for (const [c, since] of input.open) {
    try {
      const { delta } = await readDelta(tx, { c, user: input.user, since, limit: limits.deltaRowsMax });
      deltas.push(delta);
    } catch (error) {
      // A device that is ahead learns it from the head; its chat starts over there.
      // What he is not in is not told: in `gone`, or because a room is not listed.
      if (!(error instanceof AppError && (error.code === 'AHEAD' || error.code === 'NOT_MEMBER'))) throw error;
    }
  }
  return deltas;
}
