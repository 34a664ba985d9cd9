import type { EngineCall, EngineStatus } from './changes.ts';
import { createCatchUp } from './catchUp.ts';
import { createConnection, type ConnectionKeeper } from './connection.ts';
import { createDoor } from './door.ts';
import { engineContext, type EngineContext, type EngineEnd } from './engineContext.ts';
import { fullSync } from './fullSync.ts';
import { createHistory } from './history.ts';
import { createInbox } from './inbox.ts';
import { leadership } from './leadership.ts';
import { createLink } from './link.ts';
import { createMarks } from './marks.ts';
import type { ChatState } from './merge/chatState.ts';
import { createNeeds } from './needs.ts';
import { createOutbox } from './outbox.ts';
import type { Connection, EnginePorts } from './ports.ts';
import { createUserCards } from './userCards.ts';
import { createView } from './view.ts';

/** The engine of one person in one browser. */
export interface Engine {
  /** Begins to wait for its turn to lead; while another tab leads it does nothing. */
  start(): void;
  /** Closes the connection, gives the lead away, and resolves when nothing of it runs any more. The store stays open. */
  stop(): Promise<void>;
}

/** How often the whole state is asked for although nothing seems wrong, ms: the last net under everything. */
const auditMs = 10 * 60_000;

/**
 * Makes an engine. It runs wherever its ports work: in a tab or in a worker. Tabs reach it only through `ports.line`, and see what it does as ChangeBatches
 * and events on the same line.
 */
export function createEngine(ports: EnginePorts): Engine {
  let lead: ReturnType<typeof leadership> | undefined;
  return {
    start() {
      lead ??= leadership(ports, (epoch, lost) => runEngine(ports, epoch, lost));
    },
    async stop() {
      const ending = lead;
      lead = undefined;
      await ending?.stop();
    },
  };
}

async function runEngine(ports: EnginePorts, epoch: number, lost: Promise<void>): Promise<EngineEnd> {
  const offset = await ports.store.read(['meta'], (tx) => tx.get('meta', 'clockOffset'));
  const ctx = engineContext(ports, epoch, Number(offset?.val ?? 0));
  void lost.then(() => ctx.end('stopped'));
  const parts = wire(ctx);
  ctx.onEnd(ports.line.onCall((call) => serve(ctx, parts, call)));
  ctx.onEnd(ports.surroundings.onChange((what) => notice(ctx, parts, what)));
  announceStatus(ports, ctx.status());
  const running = parts.connection.run();
  const end = await ctx.ended;
  await running.catch((error: unknown) => ports.log.warn('connection loop failed', { error: String(error) }));
  const phase = end === 'stopped' ? 'follower' : 'fenced';
  announceStatus(ports, { phase, clockOffset: ctx.status().clockOffset, downSince: ports.clock.now() });
  return end;
}

type Parts = ReturnType<typeof wire>;

/** Builds the parts and connects them: whatever arrives goes through the door, whatever the door stored wakes who cares. */
function wire(ctx: EngineContext) {
  const link = createLink(ctx);
  const door = createDoor(ctx);
  const catchUp = createCatchUp(ctx, link, door, { open: () => view.open(), resync });
  const needs = createNeeds(ctx, link, door);
  const cards = createUserCards(ctx, link);
  const history = createHistory(ctx, link, door);
  const marks = createMarks(ctx, link, door);
  const outbox = createOutbox(ctx, link, door, { resync: () => resync(0), behind: (chats) => catchUp.want(chats) });
  const view = createView(ctx, link, (revs) => {
    for (const [c, rev] of revs) {
      catchUp.wantOpen(c, rev);
      history.checkStale(c);
    }
  });
  const inbox = createInbox(ctx, door, {
    resync,
    behind: (chats, inMs) => catchUp.want(chats, inMs),
    arrived: (states) => cards.see(states),
  });
  let live: Connection | undefined;

  function noticeStored(states: readonly ChatState[]): void {
    const behind = states.filter(({ chat }) => chat.sync.state === 'behind').map(({ chat }) => chat.c);
    catchUp.want(behind);
    if (states.some(({ rows }) => [...rows.values()].some((row) => row.need !== undefined))) needs.want();
    cards.see(states);
  }
  const sync = async (connection: Connection) => {
    const askedAt = ctx.ports.clock.elapsed();
    ctx.ports.log.debug('sync', { askedAt });
    return fullSync(ctx, door, connection, { open: view.open(), onPage: (states) => cards.see(states) });
  };
  /** Asks for everything again on the live connection; a failure ends the connection, and the next one asks anyway. */
  function resync(inMs: number): void {
    const asked = live;
    if (!asked) return;
    ctx.after(ctx.rand(inMs), () => {
      if (asked !== live) return;
      ctx.spawn('resync', async () => {
        const ack = await sync(asked);
        if (!ack.ok) connection.restart(`resync ${ack.code}`);
        else catchUp.wantAll();
      });
    });
  }
  const connection: ConnectionKeeper = createConnection(ctx, link, {
    async sync(fresh) {
      const ack = await sync(fresh);
      if (ack.ok) live = fresh;
      return ack;
    },
    onLive() {
      inbox.release();
      outbox.onLive();
      view.onLive();
      marks.flush();
      catchUp.wantAll();
      needs.want();
      history.warm();
    },
    onDown() {
      live = undefined;
      inbox.hold();
    },
    onDelta: inbox.onDelta,
    onSignal: inbox.onSignal,
    isVisible: view.isVisible,
  });
  inbox.hold();
  door.onApplied(noticeStored);
  door.onFailed(() => connection.restart('a change could not be stored'));
  const audit = (): void => {
    resync(0);
    ctx.after(auditMs, audit);
  };
  ctx.after(auditMs, audit);
  return { connection, outbox, marks, view, history, cards };
}

function serve(ctx: EngineContext, parts: Parts, call: EngineCall): void {
  switch (call.t) {
    case 'poke':
      parts.outbox.drain();
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
      return parts.connection.wake();
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
