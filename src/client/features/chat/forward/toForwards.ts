import { isCommunity } from '#domain/chatTraits.ts';
import { isForwardable } from '#domain/forwardRules.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { Services } from '#client/context.ts';
import type { FeedItem } from '../model/FeedItem.ts';

/** A message to send without the chat it goes to. */
export type ForwardedSend = Omit<Parameters<Services['commands']['sendMessage']>[0], 'c'>;

type Where = Pick<ChatWindowState, 'c' | 'chat' | 'members'>;

/**
 * What is sent of the messages that are forwarded, in the order of the chat. The body is this device's copy, shown until the server's own has come; the name in it is the one
 * that everybody sees, never this person's word for somebody.
 */
export function toForwards(
  items: readonly FeedItem[],
  where: Where,
  { people, isNamed }: { people: Pick<PeopleState, 'users'>; isNamed: boolean },
): ForwardedSend[] {
  return items
    .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
    .flatMap(({ row }): ForwardedSend[] => {
      if (!row || !isForwardable(row.k)) return [];
      const { at: _named, silent: _silent, fw: before, ...body } = row.b as Record<string, unknown>;
      const n = before === undefined ? writerOf(row.u, where, people) : (before as { n?: string }).n;
      const fw = isNamed && n !== undefined ? { n } : {};
      return [
        {
          k: row.k,
          b: { ...body, fw } as unknown as ForwardedSend['b'],
          fw: { c: where.c, s: row.s, ...(isNamed ? { n: 1 as const } : {}) },
        },
      ];
    });
}

function writerOf(mid: number, { chat, members }: Where, { users }: Pick<PeopleState, 'users'>): string | undefined {
  if (chat && isCommunity(chat.kind)) return members.get(mid)?.nn;
  return users.get(mid as unknown as Parameters<typeof users.get>[0])?.name;
}
