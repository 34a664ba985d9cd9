import type { Services } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { Unsent } from './storeSwitch.ts';

/** Names of the chats that unsent work belongs to: afterwards nobody knows them here. */
export function titlesOf(
  { chatList, people }: Pick<Services['stores'], 'chatList' | 'people'>,
  { outbox, drafts }: Unsent,
): LeftBehind['titles'] {
  const { chats } = chatList.getState();
  const used = new Set([
    ...outbox.flatMap(({ action }) => ('c' in action ? [action.c] : [])),
    ...drafts.map(({ c }) => c),
  ]);
  return [...used].flatMap((c) => {
    const chat = chats.get(c);
    const title = chat && chatTitle(people.getState(), chat);
    return title === undefined ? [] : [[c, title] as [typeof c, string]];
  });
}
