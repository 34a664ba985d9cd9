import type { Contact, UserCard } from '#protocol/entities/user.ts';

/** What is known of a person, from the most personal to the most general. */
export interface KnownPerson {
  contact?: Contact | undefined;
  /** nickname in the chat at hand */
  nickname?: string | undefined;
  card?: UserCard | undefined;
}

/** The name under which I know somebody: my own word for them, their nickname in this chat, their name. Undefined while nothing is known. */
export function personName({ contact, nickname, card }: KnownPerson): string | undefined {
  return contact?.alias || nickname || card?.name || contact?.card.name || undefined;
}
