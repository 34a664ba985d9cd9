import { personName } from '#domain/personName.ts';
import type { UserId } from '#protocol/ids.ts';
import type { PeopleState } from './peopleStore.ts';

/** The name of a member of a 1:1 chat or group, where member ids are user ids. Undefined while this device knows nothing of them. */
export function nameOf(
  people: Pick<PeopleState, 'users' | 'contacts'>,
  mid: number,
  nickname?: string,
): string | undefined {
  const user = mid as UserId;
  return personName({ contact: people.contacts.get(user), nickname, card: people.users.get(user) });
}
