import { expect } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { WorldDevice } from './worldDevice.ts';

/**
 * I10 for names in communities: whoever wrote a cached message of a chat that is on screen is known at least as of that message, and a card of the present
 * version tells the present name.
 */
export function checkNames(device: WorldDevice, dumps: ReadonlyMap<ChatId, ChatDump>): void {
  const { login, store } = device;
  const shown = new Set(device.views().flatMap(({ open }) => open));
  for (const { c, kind, me } of store.dump('chats')) {
    if (kind !== chatKind.community || me.st !== memberState.joined) continue;
    const stored = new Map((dumps.get(c) as ChatDump).members.map((row) => [row.mid, row]));
    const cards = new Map(store.dump('members').flatMap((card) => (card.c === c ? [[Number(card.u), card]] : [])));
    for (const [mid, { nn, pv }] of cards) {
      const truth = stored.get(mid);
      if (pv >= (truth?.pver ?? 0)) expect(nn, `name of ${mid} on a device of ${login.handle}`).toBe(truth?.nickname);
    }
    if (!shown.has(c)) continue;
    const unknown = store.dump('msgs').filter((row) => row.c === c && (cards.get(row.u)?.pv ?? 0) < row.pv);
    expect(
      unknown.map(({ s, u, pv }) => [s, u, pv]),
      `messages of members whom a device of ${login.handle} does not know`,
    ).toEqual([]);
  }
}
