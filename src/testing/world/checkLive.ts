import { expect } from 'vitest';
import { memberState } from '#protocol/entities/member.ts';
import type { ChatId } from '#protocol/ids.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { checkContacts } from './checkContacts.ts';
import type { World } from './createWorld.ts';

/** Who is connected knows the newest rev of each chat, what is unread, and the own relations. */
export async function checkLive(world: World): Promise<void> {
  const { server, devices, chats } = world;
  const dumps = new Map<ChatId, ChatDump>();
  for (const c of chats) dumps.set(c, await dumpChat(server.storage, c));
  for (const device of devices) {
    if (!device.isLive()) continue;
    const { handle } = device.login;
    const mine = device.store.dump('chats').filter(({ c, me }) => me.st === memberState.joined && dumps.has(c));
    expect(
      mine.map(({ c, head }) => [c, head.rev]),
      `what ${handle}, who is connected, knows of`,
    ).toEqual(mine.map(({ c }) => [c, dumps.get(c)?.head.rev]));
    if (device.store.dump('outbox').every(({ action }) => action.t !== 'contactSet'))
      await checkContacts(world, device);
    const marked = new Set(device.store.dump('marks').map(({ c }) => c));
    const counted = mine.filter(({ c, me }) => me.uf === undefined && !marked.has(c));
    expect(
      counted.map(({ c, unread }) => [c, unread]),
      `what ${handle}, who is connected, has not read`,
    ).toEqual(counted.map(({ c, me }) => [c, countUnread(dumps.get(c) as ChatDump, me.mid)]));
  }
}

function countUnread({ messages, members }: ChatDump, mid: number): number {
  const read = members.find((member) => member.mid === mid)?.read_seq ?? 0;
  return messages.filter((row) => row.n !== null && row.seq > read && row.sender_mid !== mid && row.hidden_for !== mid)
    .length;
}
