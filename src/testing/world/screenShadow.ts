import { wordsOf } from '#domain/sentWords.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId, Cid } from '#protocol/ids.ts';
import type { ChangeBatch, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import { fileIdsOf } from '#sync/outbox/uploadsOf.ts';
import { movedEntries, type MovedEntries } from './movedEntries.ts';

/** What one person's screens show of own messages, built from ChangeBatches alone, as the stores build it. */
export interface ScreenShadow {
  /** Takes a batch, in the order of the commits, and checks what the screens show then. */
  take(batch: ChangeBatch): void;
  /** The person took this waiting message back; it may disappear. */
  forget(cid: string): void;
  /** What was wrong at some moment, in words. */
  readonly broken: string[];
  /** What left the outbox and was not stored since somebody took this list. Who was out of the chat meanwhile does not see it, and his device may not know that yet. */
  readonly lost: LostText[];
  /** Texts in the order in which they were queued. */
  readonly queued: readonly { c: ChatId; cid: Cid }[];
  /** Texts that had been refused at some time. */
  readonly refused: ReadonlySet<string>;
  /** Texts that were taken back while they waited. */
  readonly forgotten: ReadonlySet<string>;
  /** What was written last here for each message, by its cid or by `chat/seq`. */
  readonly texts: ReadonlyMap<string, Written>;
  /** Files of the messages that were queued, in order. */
  readonly files: ReadonlyMap<string, readonly MediaId[]>;
  /** The tables as the batches tell them. */
  outbox(): OutboxEntry[];
  rows(): LocalMessage[];
  row(c: number, s: number): LocalMessage | undefined;
}

/** `s`: where the server says that it is. */
export interface LostText {
  readonly c: ChatId;
  readonly i: string;
  readonly s: number | undefined;
}

/** A text that the person wrote last for a message; `at` counts all writings on this device. */
export interface Written {
  readonly x: string;
  readonly at: number;
}

/** Notes a text when it is new; an entry is stored again for other reasons too. */
function noteText(texts: Map<string, Written>, before: OutboxEntry | undefined, { action }: OutboxEntry): void {
  if (action.t !== 'send' && action.t !== 'schedule' && action.t !== 'edit') return;
  const old = before && 'b' in before.action ? wordsOf(before.action.b) : undefined;
  const x = wordsOf(action.b);
  if (old === x) return;
  const key = action.t !== 'edit' ? action.cid : (action.target ?? `${action.c}/${action.s}`);
  texts.set(key, { x, at: [...texts.values()].reduce((most, { at }) => Math.max(most, at), 0) + 1 });
}

interface OutboxLog {
  readonly texts: Map<string, Written>;
  readonly outbox: Map<number, OutboxEntry>;
  readonly queued: { c: ChatId; cid: Cid }[];
  readonly refused: Set<string>;
  readonly broken: string[];
  readonly files: Map<string, readonly MediaId[]>;
  readonly moves: MovedEntries;
}

/** Follows the outbox; each call answers the entries that left it. */
function outboxLog({ outbox, queued, refused, texts, broken, files, moves }: OutboxLog) {
  const known = new Set<string>();
  return (change: NonNullable<ChangeBatch['tables']['outbox']>): OutboxEntry[] => {
    const gone = change.del.flatMap((id) => outbox.get(id) ?? []);
    for (const { id } of gone) outbox.delete(id);
    const left = new Map(gone.map((entry) => [entry.i, entry]));
    const moved: OutboxEntry[] = [];
    for (const entry of change.put) {
      const before = outbox.get(entry.id) ?? left.get(entry.i);
      if (before && before.i !== entry.i) gone.push(before);
      // The text of a message that had arrived with another one follows as an edit: nobody writes it anew.
      const followed = entry.action.t === 'edit' ? left.get(entry.action.target ?? '') : undefined;
      noteText(texts, before ?? followed, entry);
      outbox.set(entry.id, entry);
      const own = fileIdsOf(entry);
      if (own.length > 0 && !files.has(entry.i)) files.set(entry.i, own);
      if (entry.action.t !== 'send') continue;
      if (entry.state === 'failed') refused.add(entry.i);
      const one = { c: entry.action.c, cid: entry.action.cid };
      if (known.has(entry.i)) {
        if (before?.id === entry.id || before?.action.t !== 'send') continue;
        // It stands behind what was queued after it from now on.
        moved.push(before);
        queued.splice(
          queued.findIndex(({ cid }) => cid === one.cid),
          1,
        );
      } else moves.began(entry.i);
      known.add(entry.i);
      queued.push(one);
    }
    broken.push(...moves.check(moved, [...outbox.values()]));
    return gone.filter(({ i }) => moved.every((entry) => entry.i !== i));
  };
}

/** What was refused after its person had taken it back: it leaves with its unsend. */
const takenBackIn = (gone: readonly OutboxEntry[]): string[] =>
  gone.flatMap(({ action }) =>
    action.t === 'unsend' && gone.some(({ i }) => i === action.target) ? (action.target ?? []) : [],
  );

/** Watches one browser's database. `seqOf`: where the server says that a message of mine is. `elapsed`: ms that do not jump. */
export function screenShadow(seqOf: (cid: string) => number | undefined, elapsed: () => number): ScreenShadow {
  const outbox = new Map<number, OutboxEntry>();
  const rows = new Map<string, LocalMessage>();
  /** floors of the chats that are mine */
  const chats = new Map<number, number>();
  /** my number in each chat, which stays when I leave and come back */
  const mids = new Map<number, number>();
  const queued: { c: ChatId; cid: Cid }[] = [];
  const [refused, forgotten] = [new Set<string>(), new Set<string>()];
  const [texts, files] = [new Map<string, Written>(), new Map<string, readonly MediaId[]>()];
  const [broken, lost]: [string[], LostText[]] = [[], []];
  const keyOf = (c: number, s: number): string => `${c}/${s}`;
  const isShown = (c: number, cid: string): number =>
    [...rows.values()].filter((row) => row.i === cid && row.c === c && row.u === mids.get(c)).length;
  const moves = movedEntries(elapsed);
  const takeOutbox = outboxLog({ outbox, queued, refused, texts, broken, files, moves });
  const checkGone = (gone: readonly OutboxEntry[]): void => {
    for (const cid of takenBackIn(gone)) forgotten.add(cid);
    for (const { i, action, s } of gone) {
      if (action.t !== 'send' || forgotten.has(i)) continue;
      // Who was out of the chat since does not see it any more.
      const floor = chats.get(action.c);
      if (floor === undefined || (s ?? seqOf(i) ?? Infinity) < floor) continue;
      const isFollowed = [...outbox.values()].some((other) => other.action.t === 'edit' && other.action.target === i);
      if (isShown(action.c, i) === 0 && !isFollowed) lost.push({ c: action.c, i, s: s ?? seqOf(i) });
    }
  };
  return {
    ...{ broken, lost, queued, refused, forgotten, texts, files },
    forget: (cid) => void forgotten.add(cid),
    outbox: () => [...outbox.values()].toSorted((one, other) => one.id - other.id),
    rows: () => [...rows.values()].toSorted((one, other) => one.c - other.c || one.s - other.s),
    row: (c, s) => rows.get(keyOf(c, s)),
    take({ tables, wiped = [] }) {
      if (wiped.includes('outbox')) outbox.clear();
      if (wiped.includes('msgs')) rows.clear();
      if (wiped.includes('chats')) chats.clear();
      for (const { c, me } of tables.chats?.put ?? []) {
        chats.set(c, me.fl);
        mids.set(c, me.mid);
      }
      for (const c of tables.chats?.del ?? []) chats.delete(c);
      for (const [c, s] of tables.msgs?.del ?? []) rows.delete(keyOf(c, s));
      for (const row of tables.msgs?.put ?? []) rows.set(keyOf(row.c, row.s), row);
      moves.files(tables.uploads);
      // The server had forgotten the file before the message came: that was refused, and what was sent with it was not.
      for (const { again, cid } of tables.uploads?.put ?? []) if (again) refused.add(cid);
      checkGone(tables.outbox ? takeOutbox(tables.outbox) : []);
      for (const { i, action } of outbox.values()) {
        if (action.t === 'send' && isShown(action.c, i) > 0) broken.push(`${i} is pending and stored at once`);
      }
      for (const { c, i, u } of tables.msgs?.put ?? [])
        if (u === mids.get(c) && isShown(c, i) > 1) broken.push(`${i} is stored twice`);
    },
  };
}
