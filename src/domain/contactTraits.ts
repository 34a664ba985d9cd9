import type { Contact } from '#protocol/entities/user.ts';
import { contactState } from '#protocol/entities/contactState.ts';

/** What a person may do about somebody, by the wire's number (`commands.setContact`, `contact.set`). */
export const relations = {
  none: contactState.removed,
  friend: contactState.friend,
  hidden: contactState.hidden,
  blocked: contactState.blocked,
} as const;

/** My relation to somebody in a word, for screens. */
export type Relation = keyof typeof relations;

/** What I am to somebody: nothing while there is no contact or it was removed. */
export function toRelation(contact: Pick<Contact, 'st'> | undefined): Relation {
  switch (contact?.st) {
    case contactState.friend:
      return 'friend';
    case contactState.hidden:
      return 'hidden';
    case contactState.blocked:
      return 'blocked';
    default:
      return 'none';
  }
}
