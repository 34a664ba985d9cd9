import { isDirect } from '#domain/chatTraits.ts';
import type { LocalChat } from '#sync/changes.ts';
import { nameOf } from './nameOf.ts';
import type { PeopleState } from './peopleStore.ts';

/** What a chat is called here: the other person's name, or the title. Undefined while neither is known. */
export function chatTitle(people: Pick<PeopleState, 'users' | 'contacts'>, chat: LocalChat): string | undefined {
  if (isDirect(chat.kind)) return chat.me.peer === undefined ? undefined : nameOf(people, chat.me.peer);
  return chat.meta.title;
}
