import type { ChatId } from '#protocol/ids.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';

/** Every rev that a commit ever gave to a row. Rows themselves keep only their last one. */
export interface RevLog {
  /** Answers in words where the revs of a chat are not each number up to its head, or one was given to two messages. */
  look(): Promise<string[]>;
}

interface Counted {
  chat_id: ChatId;
  head: number;
  count: number;
  least: number;
  most: number;
}

/** What a transaction that is undone wrote here is undone with it. */
const watch = writeUnit(async (tx, _input: undefined): Promise<void> => {
  await tx.sql('CREATE TEMP TABLE rev_log (chat_id INTEGER, rev INTEGER, seq INTEGER)', []);
  await tx.sql('CREATE INDEX temp.rev_log_by_chat ON rev_log (chat_id, rev, seq)', []);
  for (const [table, chat, seq] of [
    ['messages', 'chat_id', 'NEW.seq'],
    ['members', 'chat_id', 'NULL'],
    ['chats', 'id', 'NULL'],
  ]) {
    const note = `INSERT INTO rev_log VALUES (NEW.${chat}, NEW.rev, ${seq})`;
    await tx.sql(`CREATE TEMP TRIGGER ${table}_made AFTER INSERT ON main.${table} BEGIN ${note}; END`, []);
    const change = `AFTER UPDATE OF rev ON main.${table} WHEN NEW.rev <> OLD.rev`;
    await tx.sql(`CREATE TEMP TRIGGER ${table}_changed ${change} BEGIN ${note}; END`, []);
  }
});

const count = readUnit(async (tx, _input: undefined) => ({
  chats: await tx.sql<Counted>(
    `SELECT h.chat_id, h.rev AS head, count(DISTINCT l.rev) AS count, min(l.rev) AS least, max(l.rev) AS most
       FROM chat_heads h LEFT JOIN rev_log l ON l.chat_id = h.chat_id AND l.rev > 0 GROUP BY h.chat_id, h.rev`,
    [],
  ),
  shared: await tx.sql<{ chat_id: ChatId; rev: number }>(
    'SELECT chat_id, rev FROM rev_log GROUP BY chat_id, rev HAVING count(DISTINCT seq) > 1',
    [],
  ),
}));

/** I2 from the history, because later changes cover earlier ones in the rows. Begin it before there are chats. */
export async function revLog(storage: LocalStorage): Promise<RevLog> {
  await storage.runUnit(watch, undefined);
  return {
    async look() {
      const { chats, shared } = await storage.runUnit(count, undefined);
      const torn = chats.filter(
        ({ head, count: n, least, most }) => head > 0 && (n !== head || least !== 1 || most !== head),
      );
      return [
        ...torn.map(({ chat_id: c, head, count: n }) => `chat ${c}: ${n} revs up to ${head}`),
        ...shared.map(({ chat_id: c, rev }) => `chat ${c}: rev ${rev} is of two messages`),
      ];
    },
  };
}
