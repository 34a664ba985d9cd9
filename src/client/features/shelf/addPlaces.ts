import { shelfIdsMax } from '#domain/shelfRules.ts';
import type { Album, ShelfId } from '#protocol/entities/shelf.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestInput } from '#protocol/requests.ts';
import type { Services } from '#client/context.ts';
import type { PhotoPlace } from './PhotoPlace.ts';

/** Puts photos of messages into an album, as many at once as one request takes. Answers the album, and how many came in. */
export async function addPlaces(
  { rpc, newOp }: Pick<Services, 'rpc' | 'newOp'>,
  { c, i }: { c: ChatId; i: ShelfId },
  places: readonly PhotoPlace[],
): Promise<Ack<{ album: Album; k: number }>> {
  let k = 0;
  for (let from = 0; ; from += shelfIdsMax) {
    const of = places.slice(from, from + shelfIdsMax) as RequestInput<'album.add'>['of'];
    // oxlint-disable-next-line no-await-in-loop -- they come into the album in their order
    const answer = await rpc('album.add', { c, i, of, op: newOp() });
    if (!answer.ok) return answer;
    k += answer.data.k;
    if (from + shelfIdsMax >= places.length) return { ok: true, data: { ...answer.data, k } };
  }
}
