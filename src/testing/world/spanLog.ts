import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { dayOf } from '#server/storage/rows/dayOf.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import type { MemberSpan } from '#testing/memberSpans.ts';

/** Every membership that a commit ever began or ended. Member rows themselves keep only the last one, and communities write no lines about it. */
export interface SpanLog {
  /** When each person was in each community. */
  read(): Promise<(c: ChatId, user: number) => MemberSpan[]>;
  /** Answers in words which memberships of communities began with another floor than the history window gives. */
  look(): Promise<string[]>;
  /** People who have ever blocked somebody. */
  blockers(): Promise<ReadonlySet<number>>;
}

interface Logged {
  chat_id: ChatId;
  user_id: number;
  state: number;
  join_rev: number;
  leave_rev: number | null;
  floor_seq: number;
  joined_at: number;
}

/** What a transaction that is undone wrote here is undone with it. */
const watch = writeUnit(async (tx, _input: undefined): Promise<void> => {
  const columns = ['chat_id', 'user_id', 'state', 'join_rev', 'leave_rev', 'floor_seq', 'joined_at'];
  await tx.sql(`CREATE TEMP TABLE span_log (${columns.map((name) => `${name} INTEGER`).join(', ')})`, []);
  await tx.sql('CREATE TEMP TABLE block_log (user_id INTEGER)', []);
  const note = `INSERT INTO span_log VALUES (${columns.map((name) => `NEW.${name}`).join(', ')})`;
  const block = 'INSERT INTO block_log VALUES (NEW.user_id)';
  for (const [name, event, table, work] of [
    ['span_begins', 'INSERT', 'members', note],
    ['span_changes', 'UPDATE OF state', 'members', note],
    ['block_begins', 'INSERT', 'contacts WHEN NEW.state = 3', block],
    ['block_changes', 'UPDATE', 'contacts WHEN NEW.state = 3', block],
  ])
    await tx.sql(`CREATE TEMP TRIGGER ${name} AFTER ${event} ON main.${table} BEGIN ${work}; END`, []);
});

const readLog = readUnit(async (tx, _input: undefined) =>
  tx.sql<Logged>(
    `SELECT l.* FROM span_log l JOIN chats k ON k.id = l.chat_id AND k.kind = ${chatKind.community} ORDER BY l.rowid`,
    [],
  ),
);

const readBlockers = readUnit(async (tx, _input: undefined) =>
  tx.sql<{ user_id: number }>('SELECT DISTINCT user_id FROM block_log', []),
);

const readPlaces = readUnit(async (tx, _input: undefined) => ({
  windows: await tx.sql<{ id: number; history_days: number }>('SELECT id, history_days FROM chats', []),
  messages: await tx.sql<{ chat_id: number; seq: number; created_at: number }>(
    'SELECT chat_id, seq, created_at FROM messages ORDER BY seq',
    [],
  ),
}));

const dayMs = 86_400_000;

/** I5 and I8 in communities, from the history. Begin it before there are chats. */
export async function spanLog(storage: LocalStorage): Promise<SpanLog> {
  await storage.runUnit(watch, undefined);
  return {
    async read() {
      const spans = new Map<string, MemberSpan[]>();
      for (const row of await storage.runUnit(readLog, undefined)) {
        const own = spans.get(`${row.chat_id}/${row.user_id}`) ?? [];
        spans.set(`${row.chat_id}/${row.user_id}`, own);
        if (row.state === memberState.joined)
          own.push({ joined: row.join_rev, from: row.floor_seq, to: Number.MAX_SAFE_INTEGER });
        else if (row.leave_rev !== null) (own.at(-1) as { to: number }).to = row.leave_rev;
      }
      return (c, user) => spans.get(`${c}/${user}`) ?? [];
    },
    async look() {
      const log = await storage.runUnit(readLog, undefined);
      const { windows, messages } = await storage.runUnit(readPlaces, undefined);
      return log.flatMap((row) => {
        if (row.state !== memberState.joined) return [];
        const days = windows.find(({ id }) => id === row.chat_id)?.history_days ?? 0;
        const begin = dayOf(row.joined_at - days * dayMs);
        const first = messages.find((one) => one.chat_id === row.chat_id && dayOf(one.created_at) >= begin);
        const floor = days === 0 ? row.join_rev : Math.min(first?.seq ?? row.join_rev, row.join_rev);
        if (row.floor_seq === floor) return [];
        return [`${row.chat_id}/${row.user_id}: floor ${row.floor_seq} instead of ${floor} since ${row.join_rev}`];
      });
    },
    async blockers() {
      return new Set((await storage.runUnit(readBlockers, undefined)).map(({ user_id: id }) => id));
    },
  };
}
