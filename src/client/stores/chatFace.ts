import { faceId } from '#domain/faceId.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { Me } from '#protocol/entities/members.ts';
import { faceOf } from './faceOf.ts';
import type { PeopleState } from './peopleStore.ts';

/** A chat's face: in a 1:1 chat the other person's, else its own; see {@link faceId}. */
export function chatFace(
  people: Pick<PeopleState, 'users'>,
  chat: { readonly c: number; readonly me: Pick<Me, 'peer'>; readonly meta: Pick<ChatMeta, 'avatar'> },
): string {
  return chat.me.peer === undefined ? faceId(chat.c, { av: chat.meta.avatar }) : faceOf(people, chat.me.peer);
}
