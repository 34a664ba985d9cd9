import type { ChatId, UserId } from '#protocol/ids.ts';
import { dayOf } from '#server/storage/rows/dayOf.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';

/** What somebody was shown of a thread: a message as of `r`, or that the thread stands at rev `r`. */
export interface ThreadSight {
  readonly user: UserId;
  readonly c: ChatId;
  readonly r: number;
  readonly what: string;
}

/** The order in which threads were written into and people came and went: revs of a thread say nothing of when somebody left its chat. */
export interface SightLog {
  /** Answers in words what was shown to people who could not see the thread's message at any time after that had been written, and what they wrote while they could not. */
  look(sights: readonly ThreadSight[]): Promise<string[]>;
}

interface Logged {
  id: number;
  chat_id: number;
  user_id: number | null;
  state: number | null;
  floor_seq: number | null;
  floor_day: string | null;
  rev: number | null;
}

/** A thread and the message it hangs on. */
interface Root {
  id: number;
  parent_id: number;
  root_chat: number;
  root_seq: number;
  created_at: number;
  hidden_for: number | null;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly floor: number;
  readonly day: string | null;
}

/** What a transaction that is undone wrote here is undone with it. */
const watch = writeUnit(async (tx, _input: undefined): Promise<void> => {
  await tx.sql(
    'CREATE TEMP TABLE sight_log (id INTEGER PRIMARY KEY, chat_id INTEGER, user_id INTEGER, state INTEGER, floor_seq INTEGER, floor_day TEXT, rev INTEGER)',
    [],
  );
  const isThread = 'WHEN (SELECT root_chat FROM main.chats WHERE id = NEW.chat_id) IS NOT NULL';
  const row = 'INSERT INTO sight_log (chat_id, rev) VALUES (NEW.chat_id, NEW.rev)';
  const member = `INSERT INTO sight_log (chat_id, user_id, state, floor_seq, floor_day)
    VALUES (NEW.chat_id, NEW.user_id, NEW.state, NEW.floor_seq, NEW.floor_day)`;
  for (const [name, event, work] of [
    ['row_comes', `INSERT ON main.messages ${isThread}`, row],
    ['row_changes', `UPDATE OF rev ON main.messages ${isThread}`, row],
    ['member_comes', 'INSERT ON main.members', member],
    ['member_changes', 'UPDATE OF state ON main.members', member],
  ])
    await tx.sql(`CREATE TEMP TRIGGER sight_${name} AFTER ${event} BEGIN ${work}; END`, []);
});

const readLog = readUnit(async (tx, _input: undefined) => ({
  log: await tx.sql<Logged>('SELECT * FROM sight_log ORDER BY id', []),
  roots: await tx.sql<Root>(
    `SELECT r.id, r.parent_id, r.root_chat, r.root_seq, m.created_at, m.hidden_for FROM chats r
      JOIN messages m ON m.chat_id = r.root_chat AND m.seq = r.root_seq`,
    [],
  ),
  mids: await tx.sql<{ chat_id: number; user_id: number; mid: number }>(
    'SELECT chat_id, user_id, mid FROM members',
    [],
  ),
  written: await tx.sql<{ chat_id: number; seq: number; sender_mid: number; hidden_for: number | null }>(
    'SELECT m.chat_id, m.seq, m.sender_mid, m.hidden_for FROM messages m JOIN chats r ON r.id = m.chat_id AND r.root_chat IS NOT NULL',
    [],
  ),
}));

/** H8 over time. Begin it before there are chats. */
export async function sightLog(storage: LocalStorage): Promise<SightLog> {
  await storage.runUnit(watch, undefined);
  return {
    async look(sights) {
      const { log, roots, mids, written } = await storage.runUnit(readLog, undefined);
      const spans = spansIn(log);
      const rootOf = new Map(roots.map((root) => [root.id, root]));
      const revs = Map.groupBy(
        log.filter(({ rev }) => rev !== null),
        ({ chat_id: c }) => c,
      );
      const isIn = (thread: number, user: number, rev: number, isWriting: boolean): boolean => {
        const root = rootOf.get(thread);
        if (!root) return false;
        const at = revs.get(thread)?.findLast((one) => (one.rev ?? 0) <= rev)?.id ?? 0;
        const mid = mids.find((one) => one.chat_id === root.parent_id && one.user_id === user)?.mid;
        if (root.hidden_for === mid) return false;
        return (spans.get(`${root.parent_id}/${user}`) ?? []).some(
          (span) => isAbove(span, root) && at < span.to && (!isWriting || span.from < at),
        );
      };
      const shown = sights.filter(({ c, user, r }) => !isIn(c, user, r, false));
      const late = written.filter(({ chat_id: c, seq, sender_mid: mid }) => {
        const parent = rootOf.get(c)?.parent_id;
        const user = mids.find((one) => one.chat_id === parent && one.mid === mid)?.user_id;
        return user !== undefined && !isIn(c, user, seq, true);
      });
      return [
        ...shown.map(({ user, c, r, what }) => `${user} was shown ${what} of thread ${c} as of ${r}`),
        ...late.map(({ chat_id: c, seq, sender_mid: mid }) => `${mid} wrote ${seq} in thread ${c} while out`),
      ];
    },
  };
}

const isAbove = ({ floor, day }: Span, { root_chat: c, parent_id: parent, root_seq: seq, created_at: at }: Root) =>
  c === parent ? seq >= floor : day === null || dayOf(at) >= day;

function spansIn(log: readonly Logged[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { id, chat_id: c, user_id: user, state, floor_seq: floor, floor_day: day } of log) {
    if (user === null) continue;
    const own = spans.get(`${c}/${user}`) ?? [];
    spans.set(`${c}/${user}`, own);
    const last = own.at(-1);
    const isOpen = last?.to === Number.MAX_SAFE_INTEGER;
    if (state === 1 && !isOpen) own.push({ from: id, to: Number.MAX_SAFE_INTEGER, floor: floor ?? 0, day });
    else if (state !== 1 && isOpen) own[own.length - 1] = { ...last, to: id };
  }
  return spans;
}
