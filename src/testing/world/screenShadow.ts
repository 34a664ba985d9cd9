import type { ChatId, Cid } from '#protocol/ids.ts';
import type { ChangeBatch, LocalMessage, OutboxEntry } from '#sync/changes.ts';

/** What one person's screens show of own messages, built from ChangeBatches alone, as the stores build it. */
export interface ScreenShadow {
  /** Takes a batch, in the order of the commits, and checks what the screens show then. */
  take(batch: ChangeBatch): void;
  /** The person took this waiting message back; it may disappear. */
  forget(cid: string): void;
  /** What was wrong at some moment, in words. */
  readonly broken: string[];
  /** Texts in the order in which they were queued. */
  readonly queued: readonly { c: ChatId; cid: Cid }[];
  /** Texts that had been refused at some time. */
  readonly refused: ReadonlySet<string>;
  /** Texts that were taken back while they waited. */
  readonly forgotten: ReadonlySet<string>;
  /** The tables as the batches tell them. */
  outbox(): OutboxEntry[];
  rows(): LocalMessage[];
}

/** Watches one browser's database. `me`: the person's member id; `seqOf`: where the server has put a text, by its cid. */
export function screenShadow(me: number, seqOf: (cid: string) => number | undefined): ScreenShadow {
  const outbox = new Map<number, OutboxEntry>();
  const { rows, chats, isShown, take: takeShown } = shownMessages(me);
  const queued: { c: ChatId; cid: Cid }[] = [];
  const known = new Set<string>();
  const refused = new Set<string>();
  const forgotten = new Set<string>();
  const broken: string[] = [];
  const takeOutbox = (change: NonNullable<ChangeBatch['tables']['outbox']>): OutboxEntry[] => {
    const gone = change.del.flatMap((id) => outbox.get(id) ?? []);
    for (const { id } of gone) outbox.delete(id);
    for (const entry of change.put) {
      outbox.set(entry.id, entry);
      if (entry.action.t !== 'send') continue;
      if (entry.state === 'failed') refused.add(entry.i);
      if (known.has(entry.i)) continue;
      known.add(entry.i);
      queued.push({ c: entry.action.c, cid: entry.action.cid });
    }
    return gone;
  };
  const checkGone = (gone: readonly OutboxEntry[]): void => {
    for (const { i, action } of gone) {
      if (action.t !== 'send' || forgotten.has(i) || !chats.has(action.c)) continue;
      // Who left and came back does not see what was written before.
      if ((seqOf(i) ?? Number.POSITIVE_INFINITY) < (chats.get(action.c) ?? 0)) continue;
      const isFollowed = [...outbox.values()].some((other) => other.action.t === 'edit' && other.action.target === i);
      if (isShown(action.c, i) === 0 && !isFollowed) broken.push(`${i} left the outbox and is nowhere`);
    }
  };
  const checkDoubles = (put: readonly LocalMessage[]): void => {
    for (const { i, action } of outbox.values())
      if (action.t === 'send' && isShown(action.c, i) > 0) broken.push(`${i} is pending and stored at once`);
    for (const { c, i, u } of put) if (u === me && isShown(c, i) > 1) broken.push(`${i} is stored twice`);
  };
  return {
    broken,
    queued,
    refused,
    forgotten,
    forget: (cid) => void forgotten.add(cid),
    outbox: () => [...outbox.values()].toSorted((one, other) => one.id - other.id),
    rows: () => [...rows.values()].toSorted((one, other) => one.c - other.c || one.s - other.s),
    take(batch) {
      const { tables, wiped = [] } = batch;
      if (wiped.includes('outbox')) outbox.clear();
      takeShown(batch);
      checkGone(tables.outbox ? takeOutbox(tables.outbox) : []);
      checkDoubles(tables.msgs?.put ?? []);
    },
  };
}

/** The chats and stored messages as the batches tell them. */
function shownMessages(me: number) {
  const rows = new Map<string, LocalMessage>();
  /** first seq that may be seen, by chat */
  const chats = new Map<number, number>();
  const keyOf = (c: number, s: number): string => `${c}/${s}`;
  return {
    rows,
    chats,
    /** how often an own text is among the stored messages */
    isShown: (c: number, cid: string): number =>
      [...rows.values()].filter((row) => row.c === c && row.i === cid && row.u === me).length,
    take({ tables, wiped = [] }: ChangeBatch): void {
      if (wiped.includes('msgs')) rows.clear();
      if (wiped.includes('chats')) chats.clear();
      for (const { c, me: standing } of tables.chats?.put ?? []) chats.set(c, standing.fl);
      for (const c of tables.chats?.del ?? []) chats.delete(c);
      for (const [c, s] of tables.msgs?.del ?? []) rows.delete(keyOf(c, s));
      for (const row of tables.msgs?.put ?? []) rows.set(keyOf(row.c, row.s), row);
    },
  };
}
