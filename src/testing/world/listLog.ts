import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import type { WorldDevice } from './worldDevice.ts';

/** Every standing that a commit ever gave somebody in a chat, by the person's own rev. */
export interface ListLog {
  /**
   * Answers in words which chats are missing on a device although its person was in them at the user rev that the device has, and has been since, and which it
   * shows although he was out.
   */
  look(devices: readonly WorldDevice[]): Promise<string[]>;
}

interface Logged {
  user_id: number;
  chat_id: ChatId;
  state: number;
  urev: number;
}

/** What a transaction that is undone wrote here is undone with it. */
const watch = writeUnit(async (tx, _input: undefined): Promise<void> => {
  await tx.sql('CREATE TEMP TABLE list_log (user_id INTEGER, chat_id INTEGER, state INTEGER, urev INTEGER)', []);
  const note = 'INSERT INTO list_log VALUES (NEW.user_id, NEW.chat_id, NEW.state, NEW.urev)';
  for (const [name, event] of [
    ['list_begins', 'INSERT'],
    ['list_changes', 'UPDATE OF state, urev'],
  ])
    await tx.sql(`CREATE TEMP TRIGGER ${name} AFTER ${event} ON main.members BEGIN ${note}; END`, []);
});

/** Rooms and threads come and go with the chat that they hang in. */
const readLog = readUnit(async (tx, _input: undefined) =>
  tx.sql<Logged>(
    `SELECT l.* FROM list_log l JOIN chats k ON k.id = l.chat_id AND k.parent_id IS NULL ORDER BY l.rowid`,
    [],
  ),
);

/** I9 for the list itself: a device that has a person's rev has the chats that go with it. Begin it before there are chats. */
export async function listLog(storage: LocalStorage): Promise<ListLog> {
  await storage.runUnit(watch, undefined);
  return {
    async look(devices) {
      const log = await storage.runUnit(readLog, undefined);
      return devices.flatMap(({ login, store }) => {
        const urev = Number(store.dump('meta').find(({ key }) => key === 'urev')?.val ?? 0);
        const shown = new Set(store.dump('chats').map(({ c }) => c));
        const own = log.filter(({ user_id: user }) => user === Number(login.user));
        return [...Map.groupBy(own, ({ chat_id: c }) => c)].flatMap(([c, states]) => {
          const last = states.at(-1) as Logged;
          // Of what comes later it may have heard already, or not yet.
          if (last.urev > urev) return [];
          const isIn = last.state <= memberState.invited;
          if (isIn === shown.has(c)) return [];
          return [`${c} is ${isIn ? 'missing' : 'still there'} on a device of ${login.handle} at ${urev}`];
        });
      });
    },
  };
}
