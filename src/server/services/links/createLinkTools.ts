import type { MediaTools } from '#server/services/media/mediaTools.ts';
import type { ResolveHost } from '#server/services/openInternet/ResolveHost.ts';
import type { Storage } from '#server/storage/units.ts';
import { createLinkPictures } from './linkPictures.ts';
import type { LinkTools } from './linkTools.ts';
import { createPageDoor } from './pageDoor.ts';

/** What {@link LinkTools} are made of. `hosts`: `host:port` that may lie anywhere; `own`: origins of the messenger. */
export interface LinkParts {
  readonly storage: Storage;
  readonly media: Pick<MediaTools, 'store' | 'maker'>;
  readonly resolve: ResolveHost;
  readonly hosts: readonly string[];
  readonly own: () => readonly string[];
  /** time for a page, and for a picture; default: 5,000 ms */
  readonly ms?: number;
}

/** Makes {@link LinkTools}. */
export function createLinkTools({ storage, media, resolve, hosts, own, ms = 5_000 }: LinkParts): LinkTools {
  const door = createPageDoor(resolve, hosts);
  return {
    door,
    pictures: createLinkPictures(storage, media, door, ms),
    isOwn: ({ origin }) => own().includes(origin),
    pageMs: ms,
  };
}
