import { expect } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState, notifyLevel } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { checkContacts } from './checkContacts.ts';
import type { World } from './createWorld.ts';
import { namesMember } from './memberIn.ts';
import type { WorldDevice } from './worldDevice.ts';

/** By which way who is connected hears of a chat: everything at once, and of a community that he does not show, its head now and then, seldom if it is silenced or no tab is visible. */
export type Tier = 'changes' | 'heads' | 'quiet heads';

/** Who is connected knows the newest rev of each chat of these tiers, what is unread there and what names him, and the own relations. */
export async function checkLive(world: World, tiers: readonly Tier[]): Promise<void> {
  const { server, devices, chats, spans } = world;
  const silent = await spans.blockers();
  const dumps = new Map<ChatId, ChatDump>();
  for (const c of chats) dumps.set(c, await dumpChat(server.storage, c));
  for (const device of devices) {
    if (!device.isLive()) continue;
    const { handle } = device.login;
    const joined = device.store.dump('chats').filter(({ c, me }) => me.st === memberState.joined && dumps.has(c));
    const mine = joined.filter((chat) => tiers.includes(tierOf(device, chat)));
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
    ).toEqual(counted.map(({ c, me }) => [c, unreadOf(dumps.get(c) as ChatDump, me.mid).length]));
    // Mentions in a community are told apart from its messages, so at once in every tier.
    const named = joined.filter(({ c, kind }) => kind === chatKind.community && !marked.has(c));
    if (silent.has(device.login.user) || device.store.dump('quarantine').length > 0) continue;
    expect(
      named.map(({ c, mentions }) => [c, mentions]),
      `mentions of ${handle}, who is connected`,
    ).toEqual(named.map(({ c, me }) => [c, countNaming(dumps.get(c) as ChatDump, me.mid)]));
  }
}

function tierOf({ views }: WorldDevice, { c, kind, me }: LocalChat): Tier {
  const shown = views();
  if (kind !== chatKind.community || shown.some(({ open }) => open.includes(c))) return 'changes';
  const isAway = shown.every(({ visible }) => !visible);
  return isAway || me.nt === notifyLevel.none || me.mu !== undefined ? 'quiet heads' : 'heads';
}

function unreadOf({ messages, members }: ChatDump, mid: number): ChatDump['messages'] {
  const read = members.find((member) => member.mid === mid)?.read_seq ?? 0;
  return messages.filter((row) => row.n !== null && row.seq > read && row.sender_mid !== mid && row.hidden_for !== mid);
}

const countNaming = (dump: ChatDump, mid: number): number =>
  unreadOf(dump, mid).filter((row) => namesMember(row, mid)).length;
