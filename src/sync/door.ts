import type { Delta } from '#protocol/entities/chat.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { EngineContext } from './engineContext.ts';
import { loadChat, loadChats, type Wanted } from './loadChat.ts';
import { saveChat, saveChats } from './saveChat.ts';
import { applyDelta, seqsOf } from './merge.ts';
import type { MissedDeltas } from './merge/applyPage.ts';
import type { ChatState } from './merge/chatState.ts';
import type { WriteTx } from './ports.ts';

/** Rows that are kept for one read in flight; beyond it the fetched span is stored as stale. */
const flightRows = 500;
/** Deltas and rows of one transaction: enough to catch a burst, few enough to keep a transaction short: screens read between two of them. */
const deltasPerCommit = 500;
const rowsPerCommit = 500;

/** Collects the deltas that are applied while a read of the chat is under way. */
export interface Flight {
  missed(): MissedDeltas;
  end(): void;
}

/** The one door through which chat data reaches the device: everything passes one after the other, each step one transaction. */
export interface Door {
  /** Runs work after everything that was handed in before. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** As {@link run}, for what came unasked: nothing repeats it, so that the connection begins anew where it cannot be stored. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Applies deltas, many in one transaction; resolves when they are stored. */
  deltas(list: readonly Delta[]): Promise<void>;
  /** Changes one chat; undefined if it is not mine. Call it inside `run` or from nowhere else's transaction. */
  change(c: ChatId, wanted: Wanted, work: (state: ChatState) => ChatState): Promise<ChatState | undefined>;
  /** Call it inside `run`, right after reading the watermark `rev`. */
  startFlight(c: ChatId, rev: number): Flight;
  /** Tells of deltas that were applied in a transaction of the caller's own, and what they led to. Call it inside `run`. */
  noteApplied(deltas: readonly Delta[], states: readonly ChatState[]): void;
  /** `deltas`: what led to these states, if deltas did. */
  onApplied(listener: (states: readonly ChatState[], deltas: readonly Delta[]) => void): void;
  /** Something that came unasked was not stored. */
  onFailed(listener: () => void): void;
}

interface FlightLog extends MissedDeltas {
  deltas: Delta[];
  size: number;
  isFull: boolean;
  start: number;
}

/** Makes the door of one engine. */
export function createDoor(ctx: EngineContext): Door {
  let tail: Promise<unknown> = Promise.resolve();
  /** Deltas that wait in one place of the queue. Whatever else is handed in closes it: what comes later must not pass that. */
  let open: { list: Delta[]; stored: Promise<void> } | undefined;
  const flights = new Map<ChatId, Set<FlightLog>>();
  let applied = (_states: readonly ChatState[], _deltas: readonly Delta[]): void => undefined;
  let failed = (): void => undefined;

  const run = <T>(work: () => Promise<T>): Promise<T> => {
    open = undefined;
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
  const noteApplied = (deltas: readonly Delta[], states: readonly ChatState[]): void => {
    for (const delta of deltas) for (const log of flights.get(delta.c) ?? []) note(log, delta);
    applied(states, deltas);
  };
  const store = async (list: Delta[]): Promise<void> => {
    if (open?.list === list) open = undefined;
    while (list.length > 0) {
      const batch = list.splice(0, countNext(list));
      try {
        const states = await ctx.commit((tx) => applyAll(tx, batch));
        noteApplied(batch, states);
      } catch (error) {
        // What could not be stored was not applied either: a fresh sync brings it again.
        failed();
        throw error;
      }
    }
  };
  return {
    run,
    take: (work) =>
      run(work).catch((error: unknown) => {
        failed();
        throw error;
      }),
    deltas(list) {
      if (open) {
        open.list.push(...list);
        return open.stored;
      }
      const own = [...list];
      const stored = run(() => store(own));
      open = { list: own, stored };
      return stored;
    },
    async change(c, wanted, work) {
      const state = await ctx.commit((tx) => changeChat(tx, c, wanted, work));
      if (state) applied([state], []);
      return state;
    },
    startFlight: (c, rev) => startFlight(flights, c, rev),
    noteApplied,
    onApplied: (listener) => void (applied = listener),
    onFailed: (listener) => void (failed = listener),
  };
}

function startFlight(flights: Map<ChatId, Set<FlightLog>>, c: ChatId, rev: number): Flight {
  const log: FlightLog = { deltas: [], rev, start: rev, size: 0, isFull: false };
  const logs = flights.get(c) ?? new Set();
  flights.set(c, logs.add(log));
  return {
    missed: () => (log.isFull ? { deltas: [], rev: log.start } : { deltas: log.deltas, rev: log.rev }),
    end() {
      logs.delete(log);
      if (logs.size === 0) flights.delete(c);
    },
  };
}

/** Changes one chat inside a transaction. */
export async function changeChat(
  tx: WriteTx,
  c: ChatId,
  wanted: Wanted,
  work: (state: ChatState) => ChatState,
): Promise<ChatState | undefined> {
  const before = await loadChat(tx, c, wanted);
  if (!before) return undefined;
  const after = work(before);
  await saveChat(tx, before, after);
  return after;
}

async function applyAll(tx: WriteTx, deltas: readonly Delta[]): Promise<ChatState[]> {
  const byChat = Map.groupBy(deltas, (delta) => delta.c);
  const wishes = new Map<ChatId, Wanted>();
  for (const [c, own] of byChat) {
    const members = own.flatMap((delta) => (delta.mem ?? []).map((member): MemberId => member.u));
    wishes.set(c, { seqs: own.flatMap(seqsOf), members });
  }
  const changes = (await loadChats(tx, wishes)).map((before) => ({
    before,
    after: (byChat.get(before.chat.c) ?? []).reduce(applyDelta, before),
  }));
  await saveChats(tx, changes);
  return changes.map(({ after }) => after);
}

/** How many of the waiting deltas the next transaction takes; one that is longer than the limit goes alone. */
function countNext(list: readonly Delta[]): number {
  let rows = 0;
  let count = 0;
  for (const delta of list.slice(0, deltasPerCommit)) {
    rows += sizeOf(delta);
    if (count > 0 && rows > rowsPerCommit) break;
    count += 1;
  }
  return count;
}

const sizeOf = (delta: Delta): number =>
  (delta.rows?.length ?? 0) + (delta.rx?.length ?? 0) + (delta.touch?.length ?? 0);

/** A gap or a reset ends the record: what follows it does not connect to what the read will answer. */
function note(log: FlightLog, delta: Delta): void {
  if (delta.reset === 1 || delta.a > log.rev || log.isFull) return;
  log.size += sizeOf(delta);
  if (log.size > flightRows) {
    log.isFull = true;
    return;
  }
  log.deltas.push(delta);
  log.rev = Math.max(log.rev, delta.b);
}
