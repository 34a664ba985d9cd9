import { isKeepAction } from '#sync/keptRows.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { ChangeBatch, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import type { HistoryEvent, OperationEvent, SeenChat, SeenRow, Verb } from '../check/history.ts';

/** Turns what a device commits and what the server answers into history. */
export interface DeviceRecorder {
  /** What the outbox held when a new process took the device over; nothing of it is new. */
  prime(outbox: readonly OutboxEntry[]): void;
  /** Before a commit is on disk. `line`: number of the journal's line that will hold it; 0 without a journal. */
  onBatch(batch: ChangeBatch, line: number): void;
  /** When it is there: only now the device knows what is in it. A process that is killed before has seen nothing. */
  onStored(batch: ChangeBatch): void;
  onAnswer<Name extends RequestName>(name: Name, input: RequestInput<Name>, ack: Ack<RequestOutput<Name>>): void;
  /** An operation that does not go through the outbox. */
  note(event: OperationEvent): void;
  /** things in the outbox */
  waiting(): number;
  /** the newest messages that the device has seen of a chat, oldest first */
  recent(c: number): readonly LocalMessage[];
  acked(): number;
}

const recentMax = 30;
const verbs = { send: 'send', edit: 'edit', unsend: 'unsend', react: 'react', vote: 'vote' } as const;
type Queued = Pick<OutboxEntry, 'i' | 'tried' | 'state'> & { f: Verb; c: number };
type Write = (event: HistoryEvent) => void;

/** Makes the recorder of device `d`. */
export function deviceRecorder(d: number, write: Write): DeviceRecorder {
  const outbox = new Map<number, Queued>();
  const recent = new Map<number, LocalMessage[]>();
  const acked = new Set<string>();
  const note = (event: OperationEvent): void => {
    if (event.e === 'ok') acked.add(`${event.f} ${event.id}`);
    write(event);
  };
  return {
    prime(entries) {
      for (const entry of entries) keep(outbox, entry);
    },
    onBatch(batch, line) {
      const t = Date.now();
      noteOutbox({ d, t, line, outbox, note }, batch);
      for (const { c, s } of batch.tables.marks?.put ?? [])
        note({ e: 'invoke', t, d, f: 'read', id: `${c}:${s}`, c, line });
    },
    onStored(batch) {
      noteSeen({ d, t: Date.now(), write }, batch);
      for (const row of batch.tables.msgs?.put ?? []) remember(recent, row);
    },
    onAnswer(name, input, ack) {
      for (const event of toEvents(name, input, ack)) note({ t: Date.now(), d, ...event } as OperationEvent);
    },
    note,
    waiting: () => outbox.size,
    recent: (c) => recent.get(c) ?? [],
    acked: () => acked.size,
  };
}

interface OutboxNotes {
  d: number;
  t: number;
  line: number;
  outbox: Map<number, Queued>;
  note(event: OperationEvent): void;
}

function noteOutbox({ d, t, line, outbox, note }: OutboxNotes, batch: ChangeBatch): void {
  for (const entry of batch.tables.outbox?.put ?? []) {
    const before = outbox.get(entry.id);
    const now = keep(outbox, entry);
    if (!now) continue;
    const { f, i: id, c } = now;
    if (!before) note({ e: 'invoke', t, d, f, id, c, line });
    if (now.state === 'failed' && before?.state !== 'failed')
      note({ e: 'fail', t, d, f, id, c, code: entry.err ?? 'INTERNAL' });
  }
  for (const key of batch.tables.outbox?.del ?? []) {
    const gone = outbox.get(key);
    outbox.delete(key);
    // What was never tried has not left the device, and never will.
    if (gone?.tried === 0 && gone.state === 'queued')
      note({ e: 'fail', t, d, f: gone.f, id: gone.i, c: gone.c, code: 'WITHDRAWN' });
  }
}

function keep(outbox: Map<number, Queued>, { id, i, tried, state, action }: OutboxEntry): Queued | undefined {
  if (
    action.t === 'schedule' ||
    action.t === 'chatSet' ||
    action.t === 'hide' ||
    action.t === 'dropLink' ||
    isKeepAction(action) ||
    action.t === 'contactSet' ||
    action.t === 'prefSet'
  )
    return undefined;
  const queued = { i, tried, state, f: verbs[action.t], c: action.c };
  outbox.set(id, queued);
  return queued;
}

function noteSeen({ d, t, write }: { d: number; t: number; write: Write }, batch: ChangeBatch): void {
  const chats = new Map<number, { rows: SeenRow[]; chat?: SeenChat }>();
  for (const { c, s, r, u, i, b, del } of batch.tables.msgs?.put ?? []) {
    const seen = chats.get(c) ?? { rows: [] };
    chats.set(c, seen);
    seen.rows.push([s, r, u, i, del === undefined && b !== undefined ? 1 : 0]);
  }
  for (const { c, head, me, sync } of batch.tables.chats?.put ?? []) {
    const seen = chats.get(c) ?? { rows: [] };
    chats.set(c, { ...seen, chat: { rev: sync.rev, tailFrom: sync.tailFrom, head: head.rev, rs: me.rs } });
  }
  for (const [c, seen] of chats) write({ e: 'saw', t, d, c, ...seen });
}

function remember(recent: Map<number, LocalMessage[]>, row: LocalMessage): void {
  const rows = (recent.get(row.c) ?? []).filter(({ s }) => s !== row.s);
  rows.push(row);
  rows.sort((one, other) => one.s - other.s);
  recent.set(row.c, rows.slice(-recentMax));
}

type Answer = Omit<OperationEvent, 't' | 'd'>;

/** What an answer says about operations; only of requests that carry some. */
function toEvents(name: RequestName, input: unknown, ack: Ack<unknown>): Answer[] {
  if (name === 'message.send') return sendEvents(input as never, ack as never);
  if (name === 'read.mark') return readEvents(ack as never);
  const f = (
    { 'message.edit': 'edit', 'message.unsend': 'unsend', 'message.react': 'react', 'message.vote': 'vote' } as const
  )[name as string];
  if (!f) return [];
  const { c, s, op: id } = input as RequestInput<'message.edit'>;
  const about = { f, id, c };
  return ack.ok ? [{ e: 'ok', ...about, s, r: (ack.data as { r: number }).r } as Answer] : [refusal(about, ack.code)];
}

function sendEvents({ c, items }: RequestInput<'message.send'>, ack: Ack<RequestOutput<'message.send'>>): Answer[] {
  if (!ack.ok) return items.map(({ i: id }) => refusal({ f: 'send', id, c }, ack.code));
  return ack.data.items.map((item) => {
    const about = { f: 'send' as const, id: item.i, c };
    if ('code' in item) return refusal(about, item.code);
    if ('held' in item) return refusal(about, 'FILTERED');
    const { s, r, n, at, dup } = item;
    return { e: 'ok', ...about, s, r, at, ...(n === undefined ? {} : { n }), ...(dup ? { dup } : {}) } as Answer;
  });
}

function readEvents(ack: Ack<RequestOutput<'read.mark'>>): Answer[] {
  if (!ack.ok) return [];
  return ack.data.items.map(([c, s]) => ({ e: 'ok', f: 'read', id: `${c}:${s}`, c, s }) as Answer);
}

/** Only a final refusal is a failure; a lost answer and "later" leave it open. A final one of a change may be about a repeat, and stays open too. */
function refusal(about: { f: Verb; id: string; c: number }, code: ErrorCode): Answer {
  const isFinal = reactionTo(code) === 'never';
  return { e: isFinal ? 'fail' : 'info', ...about, code } as Answer;
}
