import { expect } from 'vitest';
import { isThreadOver } from '#domain/threadRules.ts';
import type { Head, RoomNews, ThreadNews } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { Me } from '#protocol/entities/members.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';
import { pinsOf } from '#sync/merge/pinsOf.ts';
import { threadMeta, type ThreadRoot } from '#sync/threadMeta.ts';
import { sharedOf } from '#sync/unopenedSeat.ts';
import { checkRows, hasLoaded } from './checkCache.ts';
import type { World } from './createWorld.ts';
import type { InnerChat } from './innerChats.ts';
import { memberIn, namesMember } from './memberIn.ts';
import type { WorldDevice } from './worldDevice.ts';

/** Rooms and threads at peace, and who has ever blocked somebody. */
export interface InnerStored {
  readonly inner: readonly InnerChat[];
  readonly silent: ReadonlySet<number>;
}

/**
 * Rooms and threads (R, H): a device has those that a new one would be told of, knows of each what that one would, and counts what the rows say; what it has cached of them is what the database has. A thread that
 * is over is not told of any more: it may be here as it was, if its person may see it.
 */
export async function checkInner(world: World, device: WorldDevice, { inner, silent }: InnerStored): Promise<void> {
  const { login, store } = device;
  const input = { user: login.user, u: 0, have: [], open: [], page: 1 };
  const { heads } = await world.server.storage.run('openSync', input);
  const chats = store.dump('chats');
  const here = chats.filter(({ meta }) => meta.parent !== undefined);
  const dumpOf = new Map(inner.map((one) => [one.c, one]));
  const now = world.clock.now();
  const isOver = ({ c }: { c: ChatId }): boolean => {
    const one = dumpOf.get(c);
    return one === undefined || (one.isThread && (one.isEnded || isThreadOver(one.dump.head.bump_at, now)));
  };
  const told = heads.flatMap((snapshot) => toldOf(snapshot));
  const who = `a device of ${login.handle}`;
  const idsOf = (list: readonly { c: ChatId }[]): ChatId[] => list.map(({ c }) => c).toSorted((a, b) => a - b);
  // Where somebody in the chat may not see the message, who has not been in the thread is told of it with the next sync.
  const isHeard = ({ c, me }: Told): boolean => me !== undefined || dumpOf.get(c)?.isShared === true;
  const open = here.filter((chat) => !isOver(chat));
  expect(idsOf(told), `rooms and threads on ${who}`).toEqual(expect.arrayContaining(idsOf(open)));
  expect(idsOf(open), `rooms and threads on ${who}`).toEqual(expect.arrayContaining(idsOf(told.filter(isHeard))));
  for (const chat of here) {
    const place = `${chat.meta.root ? 'thread' : 'room'} ${chat.c} on ${who}`;
    const one = dumpOf.get(chat.c);
    const seat = one && memberIn(one.dump, login.user);
    expect(seat?.state, `${place} may be seen`).toBe(memberState.joined);
    const parent = chats.find(({ c }) => c === chat.meta.parent);
    expect(parent, `chat of ${place}`).toBeDefined();
    if (!one || !parent) continue;
    checkFrame(chat, parent, place);
    const truth = told.find(({ c }) => c === chat.c);
    if (truth && !isOver(chat)) {
      const { on, off } = world.wishes.follows;
      const isWanted = on.get(login.user)?.has(String(chat.c)) === true && !off.get(login.user)?.has(String(chat.c));
      if (isWanted && seat?.left_at === null) expect(chat.me.fo, `${place} is followed`).toBe(1);
      if (isHeard(truth)) checkNews(chat, truth, place);
      expect(ownPlace(chat.me), `my place in ${place}`).toEqual(ownPlace(truth.me ?? {}));
      checkPlace(chat, one, place, silent.has(login.user));
    }
    // Who does not look at a thread has of it what he had; what that is, `checkClaims` looks at.
    if (hasLoaded(device, chat)) await checkRows(world, device, chat, one.dump.head.rev);
  }
  for (const { c, text } of store.dump('drafts'))
    if (text.startsWith('unsent in ')) expect(text, `draft of chat ${c} on ${who}`).toContain(`unsent in ${c}:`);
}

/** Where a room or thread stands and what is mine there, as a snapshot of its chat tells. */
interface Told extends Pick<Head, 'c' | 'rev' | 'n' | 'b'> {
  readonly root?: ThreadRoot;
  readonly me: Me | undefined;
}

function toldOf({ rooms = [], threads = [], seats = [] }: ChatSnapshot): Told[] {
  const seatOf = new Map(seats);
  const room = ([c, rev, n, b]: RoomNews): Told => ({ c, rev, n, b, me: seatOf.get(c) });
  const thread = ({ c, rc, rs, rev, n, b, f }: ThreadNews): Told => ({
    ...{ c, rev, n, b, me: seatOf.get(c) },
    root: { c: rc, s: rs, ...(f.length > 0 ? { f } : {}) },
  });
  return [...rooms.map(room), ...threads.map(thread)];
}

/** H1, R1: its rules are those of where it hangs, and my standing is that in its chat. */
function checkFrame({ meta, me }: LocalChat, parent: LocalChat, place: string): void {
  // Between two people nobody is told since when he is in.
  const isPair = parent.me.ja === undefined;
  const { ja: _ja, ...own } = sharedOf(me);
  expect(isPair ? own : sharedOf(me), `standing in ${place}`).toEqual(sharedOf(parent.me));
  if (meta.root) expect(meta, `rules of ${place}`).toEqual({ ...threadMeta(parent, meta.root), ...pinsOf(meta) });
}

const ownPlace = ({ rs, nt, mu, fo }: Partial<Me>): unknown[] => [rs ?? 0, nt ?? 0, mu, fo];

function checkNews({ head, meta }: LocalChat, truth: Told, place: string): void {
  expect([head.n, head.b], `where ${place} stands`).toEqual([truth.n, truth.b]);
  // Of an edit in a thread nobody is told who does not look.
  if (meta.root) expect(head.rev, `rev of ${place}`).toBeLessThanOrEqual(truth.rev);
  else expect(head.rev, `rev of ${place}`).toBe(truth.rev);
  expect(meta.root, `message and people of ${place}`).toEqual(truth.root);
}

/** H3, R3: what is new counts for who follows a thread, and in a room for who has been there. */
function checkPlace({ me, unread, mentions }: LocalChat, one: InnerChat, place: string, isSilent: boolean): void {
  const { messages } = one.dump;
  const behind = messages.filter(
    ({ n, seq, sender_mid: sender, hidden_for: hidden }) =>
      n !== null && seq > me.rs && sender !== me.mid && hidden !== me.mid,
  );
  const isCounted = one.isThread ? me.fo === 1 : me.rs > 0;
  expect(unread, `unread in ${place}`).toBe(isCounted ? behind.length : 0);
  if (!isCounted || isSilent) return;
  const naming = behind.filter((row) => namesMember(row, me.mid));
  expect(mentions, `mentions in ${place}`).toBe(naming.length);
}
