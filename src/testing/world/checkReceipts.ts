import { expect } from 'vitest';
import { countReaders, readCountAt } from '#domain/receipts.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { WorldDevice } from './worldDevice.ts';

/** Newest messages of which live counts tell. */
const window = 200;

/** I14: every tab that shows a group shows for each of its newest messages how many others have read it. The peer's position of a 1:1 chat is part of my standing. */
export function checkReceipts(device: WorldDevice, dumps: ReadonlyMap<ChatId, ChatDump>): void {
  const mine = new Map(device.store.dump('chats').map((chat) => [chat.c, chat]));
  for (const { tab, open } of device.views()) {
    for (const c of open) {
      const chat = mine.get(c);
      // Nobody counts who has read a thread.
      if (chat?.kind !== chatKind.group || chat.me.st !== memberState.joined || chat.meta.parent !== undefined)
        continue;
      const { members, messages } = dumps.get(c) as ChatDump;
      const readers = members.map((row) => ({ mid: row.mid, readSeq: row.read_seq, joinRev: row.join_rev }));
      const counted = messages.filter(({ n, seq }) => n !== null && seq >= chat.me.fl).slice(-window);
      const shown = device.receipts.of(tab, c) ?? [];
      expect(
        counted.map(({ seq }) => [seq, readCountAt(shown, seq)]),
        `read counts of chat ${c} on ${tab} of ${device.login.handle}`,
      ).toEqual(counted.map(({ seq, sender_mid: sender }) => [seq, countReaders(readers, seq, sender)]));
    }
  }
}
