import { faceId } from '#domain/faceId.ts';
import type { UserId } from '#protocol/ids.ts';
import type { PeopleState } from './peopleStore.ts';

/** A person's face: colour and picture; see {@link faceId}. `own`: the face of a member in the chat at hand, which goes before that of the person. */
export function faceOf(people: Pick<PeopleState, 'users'>, user: number, own?: string): string {
  return faceId(user, own === undefined ? people.users.get(user as UserId) : { av: own });
}
