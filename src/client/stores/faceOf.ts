import { faceId } from '#domain/faceId.ts';
import type { UserId } from '#protocol/ids.ts';
import type { PeopleState } from './peopleStore.ts';

/** What gives a person's face its colour; see {@link faceId}. */
export function faceOf(people: Pick<PeopleState, 'users'>, user: number): string {
  return faceId(user, people.users.get(user as UserId));
}
