import type { Delta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { EngineCall, EngineStatus, LocalChat } from './changes.ts';
import { claimCache } from './cacheVersion.ts';
import { createCatchUp, type CatchUp } from './catchUp.ts';
import { createConnection, type ConnectionKeeper } from './connection.ts';
import { createDoor } from './door.ts';
import { engineContext, type EngineContext, type EngineEnd } from './engineContext.ts';
import { createEviction } from './eviction.ts';
import { fullSync } from './fullSync.ts';
import { createHistory, type History } from './history.ts';
import { createInbox } from './inbox.ts';
import { createLink, type Link } from './link.ts';
import { createMarks } from './marks.ts';
import { strandedSends } from './merge/mergeOutbox.ts';
import type { ChatState } from './merge/chatState.ts';
import { createNeeds, type Needs } from './needs.ts';
import { createOutbox } from './outbox.ts';
import { createResync, type Resync } from './resync.ts';
import type { Connection, EnginePorts } from './ports.ts';
import { createMemberCards, type MemberCards } from './memberCards.ts';
import { createUploads, type UploadKeeper } from './uploads.ts';
import { createUserCards, type UserCards } from './userCards.ts';
import { createView, type View } from './view.ts';

/**
 * Runs the engine of one person with the epoch that its tab has taken, until it ends or `lost`. It works wherever its ports do: in a worker, or in a test's
 * process. Tabs reach it only through `ports.line`, and see what it does as ChangeBatches and events on the same line.
 */
export async function runEngine(ports: EnginePorts, epoch: number, lost: Promise<void>): Promise<EngineEnd> {
  const offset = await ports.store.read(['meta'], (tx) => tx.get('meta', 'clockOffset'));
  const ctx = engineContext(ports, epoch, Number(offset?.val ?? 0));
  void lost.then(() => ctx.end('stopped'));
  const parts = wire(ctx);
  ctx.onEnd(ports.line.onCall((call) => serve(ctx, parts, call)));
  ctx.onEnd(ports.surroundings.onChange((what) => notice(ctx, parts, what)));
  announceStatus(ports, ctx.status());
  const running = connect(ctx, parts);
  const end = await ctx.ended;
  await running.catch((error: unknown) => ports.log.warn('connection loop failed', { error: String(error) }));
  const phase = end === 'stopped' ? 'follower' : 'fenced';
  announceStatus(ports, { phase, clockOffset: ctx.status().clockOffset, downSince: ports.clock.now() });
  return end;
}

/** Connects, unless an app of a later version has taken the database over: then the person has to load that one. */
async function connect(ctx: EngineContext, parts: Parts): Promise<void> {
  if ((await claimCache(ctx)) === 'ours') return parts.connection.run();
  ctx.setStatus({ phase: 'blocked', blocked: 'PROTO' });
}

type Parts = ReturnType<typeof wire>;

/** Builds the parts and connects them: whatever arrives goes through the door, whatever the door stored wakes who cares. */
function wire(ctx: EngineContext) {
  const link = createLink(ctx);
  const door = createDoor(ctx);
  const cards = createCards(ctx, link);
  const history = createHistory(ctx, link, door);
  const marks = createMarks(ctx, link, door);
  const eviction = createEviction(ctx, door);
  const resync = createResync(ctx, {
    sync: (over) => sync(over),
    onDone() {
      // What was lost may have been counts and presence, which no sync brings.
      view.onLive();
      catchUp.wantAll();
      needs.want();
      history.warm();
    },
    onFailed: (why) => connection.restart(why),
  });
  const needs = createNeeds(ctx, { link, door, resync: resync.request });
  const catchUp = createCatchUp(ctx, link, door, { open: () => view.open(), resync: resync.request });
  const { want: behind, wantRev: stands } = catchUp;
  const outbox = createOutbox(ctx, link, door, { resync: () => resync.request(0), behind });
  const uploads = createUploads(ctx, link, outbox.drain);
  const view = createView(ctx, link, (revs) => noticeShown({ cards, catchUp, history }, revs));
  const arrived = (states: readonly ChatState[]): void => {
    cards.see(states);
    view.arrived(states.map(({ chat }) => chat.c));
  };
  const inbox = createInbox(ctx, door, { resync: resync.request, behind, stands, arrived });
  const sync = (over: Connection) => fullSync(ctx, door, over, { open: view.open(), onPage: cards.see });
  const connection: ConnectionKeeper = createConnection(ctx, link, {
    sync,
    onLive(fresh) {
      resync.setLive(fresh);
      inbox.release();
      outbox.onLive();
      uploads.onLive();
      view.onLive();
      marks.flush();
      catchUp.wantAll();
      needs.want();
      history.warm();
      eviction.onLive();
      keepClockOffset(ctx);
    },
    onDown() {
      resync.setLive(undefined);
      outbox.onDown();
      inbox.hold();
    },
    onDelta: inbox.onDelta,
    onSignal: inbox.onSignal,
    isVisible: view.isVisible,
  });
  inbox.hold();
  door.onApplied((...stored) => noticeStored({ cards, catchUp, history, needs, view, resync, uploads }, ...stored));
  door.onFailed(() => connection.restart('a change could not be stored'));
  return { connection, outbox, uploads, marks, view, history, cards };
}

/** People by account, and by member id in communities. */
type Cards = UserCards & Pick<MemberCards, 'look'>;

function createCards(ctx: EngineContext, link: Link): Cards {
  const users = createUserCards(ctx, link);
  const members = createMemberCards(ctx, link);
  return {
    want: users.want,
    look: members.look,
    see(states) {
      users.see(states);
      members.see(states);
    },
  };
}

/**
 * Whether a chat has just started over beyond my standing, or begun to be cached behind changes that did not come: messages of mine that the standing does not know may lie there, and would count as unread. In
 * communities, rooms and threads, whose messages come only to who looks, my standing is told with each message of mine.
 */
function lacksStanding({ chat }: ChatState, deltas: readonly Delta[]): boolean {
  const { tailFrom } = chat.sync;
  const isToldWhole = chat.kind !== chatKind.community && chat.meta.parent === undefined;
  const hasBegunLate = isToldWhole && tailFrom - 1 > chat.haveRev;
  return deltas.some(({ c, a, b, reset }) => {
    if (c !== chat.c) return false;
    return reset === 1 ? b > chat.haveRev : hasBegunLate && (a + 1 === tailFrom || b + 1 === tailFrom);
  });
}

/** Looks at chats that are on screen from now on, and stand at these revs. */
function noticeShown(
  { cards, catchUp, history }: Pick<Fetchers, 'catchUp' | 'history'> & { cards: Cards },
  revs: readonly (readonly [ChatId, number])[],
): void {
  for (const [c, rev] of revs) {
    catchUp.wantOpen(c, rev);
    history.checkStale(c);
  }
  cards.look(revs.map(([c]) => c));
}

/** Looks at chats that were just stored for what has to be fetched because of it. */
function noticeStored(
  { cards, catchUp, history, needs, view, resync, uploads }: Fetchers,
  states: readonly ChatState[],
  deltas: readonly Delta[],
): void {
  uploads.onApplied();
  if (states.some((state) => lacksStanding(state, deltas))) resync.request(1_000);
  catchUp.want(states.filter(({ chat }) => chat.sync.state === 'behind').map(({ chat }) => chat.c));
  if (states.some(({ rows }) => [...rows.values()].some((row) => row.need !== undefined))) needs.want();
  for (const { chat, outbox } of states) {
    // An open chat that has just caught up may show older spans that nobody has checked since.
    if (hasStale(chat) && view.open().includes(chat.c)) history.checkStale(chat.c);
    for (const seq of strandedSends(outbox, chat)) history.fetchAround(chat.c, seq);
  }
  cards.see(states);
}

interface Fetchers {
  cards: UserCards;
  catchUp: CatchUp;
  history: History;
  needs: Needs;
  view: View;
  resync: Resync;
  uploads: UploadKeeper;
}

const hasStale = ({ sync }: LocalChat): boolean => sync.ranges.some((range) => range.rev < sync.rev);

/** Without a network the next start shows server times by the last known difference. */
function keepClockOffset(ctx: EngineContext): void {
  const val = ctx.status().clockOffset;
  ctx.spawn('clock offset', () => ctx.commit((tx) => tx.put('meta', [{ key: 'clockOffset', val }])));
}

function serve(ctx: EngineContext, parts: Parts, call: EngineCall): void {
  switch (call.t) {
    case 'poke':
      parts.outbox.drain();
      parts.uploads.look();
      return parts.marks.flush();
    case 'view':
      return parts.view.set(call.view);
    case 'bye':
      return parts.view.bye(call.tab);
    case 'typing':
      return parts.view.typing(call.c);
    case 'history':
      return parts.history.serve(call);
    case 'users':
      return parts.cards.want(call.ids);
    case 'wake':
      // The person asks for it now: what the server told to come later does not wait for that any more.
      parts.outbox.onLive();
      parts.uploads.onLive();
      return parts.connection.wake();
    case 'ping':
      return ctx.ports.line.announce({ t: 'pong' });
    case 'statusPlease':
      return announceStatus(ctx.ports, ctx.status());
  }
}

function notice(ctx: EngineContext, parts: Parts, what: 'online' | 'offline' | 'visible' | 'hidden' | 'wake'): void {
  if (what === 'hidden') return;
  // Everybody behind the same router comes back at one instant.
  if (what === 'online') ctx.after(ctx.rand(1_000), () => parts.connection.wake());
  else if (what === 'offline') parts.connection.probe();
  else parts.connection.wake();
}

const announceStatus = (ports: EnginePorts, status: EngineStatus): void => ports.line.announce({ t: 'status', status });
