import type { DeviceState } from './deviceState.ts';
import type { Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';

/** (b) No message twice: neither in the database, nor in what a device shows, where the outbox counts as well. */
export function checkUnique(stored: StoredIndex, states: readonly DeviceState[]): Violation[] {
  const inDatabase = stored.chats.flatMap(({ c, rows }) =>
    repeats(rows.map(({ u, i }) => `${u} ${i}`)).map((what) => `${what} is stored twice in ${c}`),
  );
  const onDevices = states.flatMap(({ d, user, msgs, outbox }) => {
    const shown = msgs.map(({ c, u, i }) => `${c} ${u} ${i}`);
    const waiting = outbox.flatMap(({ action }) => (action.t === 'send' ? [`${action.c} ${user} ${action.cid}`] : []));
    return repeats([...shown, ...waiting]).map((what) => `device ${d} shows ${what} twice`);
  });
  return [...inDatabase, ...onDevices].map((text) => ({ rule: 'unique', text }));
}

function repeats(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
