import type { Delta, Head } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { ReadState } from '#protocol/entities/receipt.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ServerSignal, ServerSignalData } from '#protocol/signals.ts';
import { ownLane, readLane } from './lanes.ts';
import { loadChat, loadChats } from './loadChat.ts';
import { purgeChat } from './purgeChat.ts';
import { readUrev } from './readUrev.ts';
import { roomSnapshots, toRoomHead } from './roomSnapshots.ts';
import { saveChat, saveChats } from './saveChat.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import { applyHead } from './merge.ts';
import { applySnapshot } from './merge/applySnapshot.ts';
import type { ChatState } from './merge/chatState.ts';
import { countChat } from './merge/countChat.ts';
import { takeReadState } from './merge/takeMe.ts';
import type { WriteTx } from './ports.ts';
import { takeThreadLists, takeThreads } from './takeThreads.ts';
import { putUserRows } from './userRows.ts';

/** What the inbox hands on. */
export interface InboxHooks {
  /** Rows of mine may be missing or old: ask for everything again, after a random time below `inMs`. */
  resync(inMs: number): void;
  /** Chats whose watermark may be behind what the server has. */
  behind(chats: readonly ChatId[], inMs: number): void;
  /** The server says that the chat stands at this rev; its changes up to there may be under way. */
  stands(c: ChatId, rev: number): void;
  /** Chats that were added or whose people may be unknown. */
  arrived(states: readonly ChatState[]): void;
}

/** Everything the server pushes. */
export interface Inbox {
  onDelta(deltas: readonly Delta[]): void;
  onSignal(signal: ServerSignal): void;
  /** From now on chat events wait, because the answer to `sync.open` has to come first. */
  hold(): void;
  /** Applies what waited. */
  release(): void;
}

type Waiting = { deltas: readonly Delta[] } | { signal: ServerSignal };

/** Deltas that wait for the first sync; when there are more, the catch-up fetches them. */
const heldMax = 2_000;
/** A whole sync follows within this time, ms, where news name a room that is not in the list: all members of a community hear them at once. */
const missedListMs = 5_000;

/** Makes the inbox. */
export function createInbox(ctx: EngineContext, door: Door, hooks: InboxHooks): Inbox {
  let held: Waiting[] | undefined;
  const receive = (item: Waiting): void => {
    if (held) {
      if (held.length < heldMax) held.push(item);
      return;
    }
    if ('deltas' in item) ctx.spawn('deltas', () => door.deltas(item.deltas));
    else ctx.spawn(item.signal.name, () => handleSignal(ctx, door, hooks, item.signal));
  };
  return {
    onDelta: (deltas) => receive({ deltas }),
    onSignal(signal) {
      if (isPassing(signal)) announce(ctx, signal);
      else receive({ signal });
    },
    hold: () => void (held ??= []),
    release() {
      const items = held ?? [];
      held = undefined;
      for (const item of items) receive(item);
    },
  };
}

/** Stores chats as the server sees them for me. Answers the states; a new chat without its meta is left out. */
export async function putSnapshots(tx: WriteTx, snapshots: readonly ChatSnapshot[]): Promise<ChatState[]> {
  const states = await putChats(tx, snapshots);
  const chats = new Map(states.map(({ chat }) => [chat.c, chat]));
  const rooms = snapshots.flatMap((snapshot) => {
    const community = chats.get(snapshot.h.c);
    return community ? roomSnapshots(community, snapshot) : [];
  });
  // After the rooms: threads hang in them too.
  const placed = rooms.length === 0 ? [] : await putChats(tx, rooms);
  const threads = await takeThreadLists(tx, snapshots);
  return [...states, ...placed, ...(threads.length === 0 ? [] : await putChats(tx, threads))];
}

/** My chats as of a rev of mine, as far as a sync or an event of mine tells of them. */
interface ListNews {
  /** My user rev as of which it is told. */
  readonly u: number;
  readonly chats: readonly ChatSnapshot[];
  readonly gone: readonly ChatId[];
}

/**
 * Stores what is told of my list. What is older than my rev here neither brings a chat nor takes one away: I may have gone, or be back, since. Answers the states of the chats that were put, and whether
 * there was one that could not be.
 */
export async function putList(
  tx: WriteTx,
  { u, chats, gone }: ListNews,
): Promise<{ states: ChatState[]; isWhole: boolean }> {
  const isOld = u < (await readUrev(tx));
  const known = isOld
    ? await tx.getMany(
        'chats',
        chats.map(({ h }) => h.c),
      )
    : [];
  const wanted = isOld ? chats.filter((_, at) => known[at] !== undefined) : chats;
  const states = await putSnapshots(tx, wanted);
  if (!isOld) for (const c of gone) await purgeChat(tx, c);
  const put = new Set(states.map(({ chat }) => chat.c));
  return { states, isWhole: wanted.every(({ h }) => put.has(h.c)) };
}

async function putChats(tx: WriteTx, snapshots: readonly ChatSnapshot[]): Promise<ChatState[]> {
  const own = await readLane(tx, ownLane);
  const wishes = new Map(
    snapshots.map(({ h, me, mem }) => [h.c, { standing: me, members: (mem ?? []).map((member) => member.u) }] as const),
  );
  const stored = new Map((await loadChats(tx, wishes)).map((state) => [state.chat.c, state]));
  const changes: { before: ChatState | undefined; after: ChatState }[] = [];
  for (const snapshot of snapshots) {
    const { c } = snapshot.h;
    const settings = own.flatMap(({ action, state }) =>
      action.t === 'chatSet' && action.c === c && state === 'queued' ? [action.set] : [],
    );
    const before = stored.get(c);
    const after = applySnapshot(before, snapshot, settings);
    if (after) changes.push({ before, after });
  }
  await saveChats(tx, changes);
  return changes.map(({ after }) => after);
}

/** Stores my read positions as the server has them. */
export async function putReadStates(tx: WriteTx, items: readonly ReadState[]): Promise<void> {
  for (const item of items) {
    const before = await loadChat(tx, item[0], { from: item[1] + 1 });
    if (!before) continue;
    await saveChat(tx, before, countChat(takeReadState(before, item)));
  }
}

async function handleSignal(ctx: EngineContext, door: Door, hooks: InboxHooks, signal: ServerSignal): Promise<void> {
  switch (signal.name) {
    case 'head':
      return takeHeads(ctx, door, hooks, signal.data);
    case 'rooms':
      return takeRooms(ctx, door, hooks, signal.data);
    case 'rd':
      return door.take(() => ctx.commit((tx) => putReadStates(tx, signal.data)));
    case 'pr':
      return takePeerRead(ctx, door, signal.data);
    case 'ue':
      return takeUserEvent(ctx, door, hooks, signal.data);
    case 'tick':
      announceOnline(ctx, signal.data);
      for (const [c, rev] of signal.data.heads) hooks.stands(c, rev);
      return undefined;
    case 'resync':
      if (signal.data.scope !== 'chat') return hooks.resync(signal.data.in);
      return signal.data.c === undefined ? undefined : hooks.behind([signal.data.c], signal.data.in);
    default:
      // hello, kick and goaway are the connection's; the rest is announced and never stored.
      return undefined;
  }
}

async function takeHeads(ctx: EngineContext, door: Door, hooks: InboxHooks, heads: readonly Head[]): Promise<void> {
  await door.take(() =>
    ctx.commit(async (tx) => {
      for (const head of heads) {
        const before = await loadChat(tx, head.c);
        if (before) await saveChat(tx, before, applyHead(before, head));
      }
    }),
  );
  hooks.behind(
    heads.map((head) => head.c),
    300,
  );
}

/** News of a community that I do not show: a later meta takes the place of mine. A room that I do not know shows that a list was missed. */
async function takeRooms(
  ctx: EngineContext,
  door: Door,
  hooks: InboxHooks,
  { c, news = [], threads = [], meta }: ServerSignalData<'rooms'>,
): Promise<void> {
  const isMissed = await door.take(() =>
    ctx.commit(async (tx) => {
      const community = await loadChat(tx, c);
      if (!community) return false;
      const { chat } = community;
      if (meta && meta.r > chat.meta.r) await saveChat(tx, community, { ...community, chat: { ...chat, meta } });
      let isUnknown = false;
      for (const item of news) {
        const before = await loadChat(tx, item[0]);
        if (before) await saveChat(tx, before, applyHead(before, toRoomHead(item)));
        else isUnknown = true;
      }
      await takeThreads(tx, c, threads);
      return isUnknown;
    }),
  );
  if (isMissed) hooks.resync(missedListMs);
  hooks.behind([...news.map(([room]) => room), ...threads.map((thread) => thread.c)], 300);
}

async function takePeerRead(ctx: EngineContext, door: Door, read: ServerSignalData<'pr'>): Promise<void> {
  await door.take(() =>
    ctx.commit(async (tx) => {
      const chat = await tx.get('chats', read.c);
      if (!chat || read.u === chat.me.mid || read.rs <= (chat.me.prs ?? -1)) return;
      await tx.put('chats', [{ ...chat, me: { ...chat.me, prs: read.rs } }]);
    }),
  );
  ctx.ports.line.announce({ t: 'peerRead', c: read.c, rs: read.rs });
}

/** Applies rows in any order; the position moves only where nothing is missing before it. */
async function takeUserEvent(
  ctx: EngineContext,
  door: Door,
  hooks: InboxHooks,
  { a, u, set }: ServerSignalData<'ue'>,
): Promise<void> {
  const { states, isWhole, isHole } = await door.take(() =>
    ctx.commit(async (tx) => {
      await putUserRows(tx, set);
      const put = await putList(tx, { u, chats: set.chats ?? [], gone: set.gone ?? [] });
      const urev = await readUrev(tx);
      const follows = a <= urev;
      if (follows && u > urev) await tx.put('meta', [{ key: 'urev', val: u }]);
      return { ...put, isHole: !follows };
    }),
  );
  hooks.arrived(states);
  if (isHole || !isWhole) hooks.resync(1_000);
}

function announceOnline(ctx: EngineContext, { heads, on }: ServerSignalData<'tick'>): void {
  if (on === undefined) return;
  for (const [c] of heads) ctx.ports.line.announce({ t: 'online', c, count: on });
}

const isPassing = (signal: ServerSignal): boolean =>
  ['typing', 'declined', 'asked', 'app', 'rc', 'pres'].includes(signal.name);

function announce(ctx: EngineContext, signal: ServerSignal): void {
  const { line } = ctx.ports;
  if (signal.name === 'typing') {
    line.announce({ t: 'typing', c: signal.data.c, us: signal.data.us, more: signal.data.more ?? 0 });
  } else if (signal.name === 'declined') {
    line.announce({ t: 'declined', c: signal.data.c });
  } else if (signal.name === 'asked') {
    line.announce({ t: 'asked' });
  } else if (signal.name === 'app') {
    line.announce({ t: 'app', ...signal.data });
  } else if (signal.name === 'rc') {
    line.announce({ t: 'receipts', c: signal.data.c, v: signal.data.v, steps: signal.data.steps });
  } else if (signal.name === 'pres') {
    line.announce({ t: 'presence', items: signal.data });
  }
}
