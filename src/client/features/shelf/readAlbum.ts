import type { Album, AlbumPhoto, ShelfId } from '#protocol/entities/shelf.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { Services } from '#client/context.ts';

/** An album as a page shows and a device keeps it. */
export interface KeptAlbum {
  album: Album;
  items: readonly AlbumPhoto[];
}

/** How often reading begins anew because the album changed between two pages, before it is taken as it comes. */
const anewMax = 3;

/** Asks for a whole album, page by page. `show`: called with what is there so far, for a first look. */
export async function readAlbum(
  rpc: Services['rpc'],
  { c, i }: { c: ChatId; i: ShelfId },
  show: (part: KeptAlbum) => void,
): Promise<Ack<KeptAlbum>> {
  const items = new Map<string, AlbumPhoto>();
  let version: number | undefined;
  let anew = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- where a page begins, and of which version it is, is known from the one before it
    const answer = await rpc('album.get', { c, i, from: items.size });
    if (!answer.ok) return answer;
    const { album } = answer.data;
    if (version !== undefined && album.v !== version && anew < anewMax) {
      anew += 1;
      version = undefined;
      items.clear();
      continue;
    }
    version = album.v;
    for (const photo of answer.data.items) items.set(photo.p.id, photo);
    const data = { album, items: [...items.values()] };
    if (answer.data.more !== 1 || answer.data.items.length === 0) return { ok: true, data };
    show(data);
  }
}
